/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;

/**
 * Drawing without replacement, and the numbers that it pins.
 */
class SamplingTest {
	private static RandomGenerator generator(long seed) {
		return new Seed(seed).generator();
	}

	@Test
	void drawnNumbersAreDistinctAndInRange() {
		for (int n : new int[] { 1, 2, 5, 100, 5000 }) {
			for (int count : new int[] { 1, n / 2, n }) {
				long[] drawn = Sampling.distinct(n, count, generator(n + count));
				assertEquals(count, drawn.length);
				assertEquals(count, Arrays.stream(drawn).distinct().count());
				assertTrue(Arrays.stream(drawn).allMatch(i -> i >= 0 && i < n));
			}
		}
		long[] few = Sampling.distinct(1_000_000_000_000L, 1000, generator(1));
		assertEquals(1000, Arrays.stream(few).distinct().count());
		assertTrue(Arrays.stream(few).max().getAsLong() > 900_000_000_000L);
	}

	/** 5 · 4 · 3 = 60 sequences; the 0.9999 quantile of χ² with 59 degrees of freedom is 105. */
	@Test
	void everySequenceIsEquallyLikely() {
		Map<List<Long>, Integer> counts = new HashMap<>();
		RandomGenerator random = generator(42);
		int rounds = 60_000;
		for (int i = 0; i < rounds; i++) {
			counts.merge(Arrays.stream(Sampling.distinct(5, 3, random)).boxed().toList(), 1, Integer::sum);
		}
		assertEquals(60, counts.size());
		double expected = rounds / 60.0;
		double chi = counts.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
		assertTrue(chi < 105, "χ² = " + chi);
	}

	/** A minibatch of an old run must be the same for ever. */
	@Test
	void theAlgorithmIsPinned() {
		assertArrayEquals(new long[] { 2, 9, 5, 8 }, Sampling.distinct(10, 4, new Counting()));
	}

	/** Gives fixed words, so that the test does not rest on a generator. */
	private static final class Counting implements RandomGenerator {
		private final long[] words = { 2, 8, 3, 5 };
		private int next;

		@Override
		public long nextLong() {
			throw new AssertionError("not the method that is pinned");
		}

		@Override
		public long nextLong(long origin, long bound) {
			return Math.min(bound - 1, origin + words[next++]);
		}
	}

	/** Polar method: moments of the normal distribution, and the share beyond two standard deviations. */
	@Test
	void gaussianNumbersAreNormal() {
		PolarGaussian gaussian = new PolarGaussian(generator(3));
		int n = 200_000;
		double[] moments = new double[5];
		int beyond = 0;
		for (int i = 0; i < n; i++) {
			double x = gaussian.next();
			for (int k = 1; k <= 4; k++) {
				moments[k] += Math.pow(x, k) / n;
			}
			beyond += Math.abs(x) > 2 ? 1 : 0;
		}
		assertEquals(0, moments[1], 4 / Math.sqrt(n));
		assertEquals(1, moments[2], 4 * Math.sqrt(2.0 / n));
		assertEquals(0, moments[3], 4 * Math.sqrt(15.0 / n));
		assertEquals(3, moments[4], 4 * Math.sqrt(96.0 / n));
		assertEquals(0.0455, beyond / (double) n, 0.002);
	}

	@Test
	void normalisationIsPerChannel() {
		Normalisation normalisation = new Normalisation(List.of(1.0, 2.0), List.of(2.0, 4.0));
		float[] values = { 1, 3, 2, 10, 5, 7, -2, 6 };
		normalisation.apply(values, new org.trainless.api.space.ImageShape(2, 1, 2));
		assertArrayEquals(new float[] { 0, 1, 0, 2, 2, 3, -1, 1 }, values);
		assertThrows(IllegalArgumentException.class, () -> new Normalisation(List.of(1.0), List.of(0.0)));
		assertThrows(IllegalArgumentException.class, () -> new Normalisation(List.of(1.0), List.of(1.0, 1.0)));
		assertThrows(IllegalArgumentException.class, () -> new Normalisation(List.of(1.0), List.of(Double.NaN)));
	}

	/** 3 · 256 · 256 · 20,000 numbers do not fit an array. */
	@Test
	void aMinibatchBeyondMemoryIsAProblem() {
		Dataset dataset = new NoiseFactory().open(Parameters.of(Map.of("size", 256L, "images", 1_000_000_000_000L)));
		ProblemException e = assertThrows(ProblemException.class, () -> dataset.minibatch(20_000, generator(1)));
		assertFalse(e.getMessage().isBlank());
		assertEquals("too-large", e.problems().get(0).code());
	}
}
