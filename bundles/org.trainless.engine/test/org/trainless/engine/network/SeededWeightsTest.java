/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.run.Seed;

class SeededWeightsTest {
	private static final Layer LAYER = new Layer("block0.edge0-1", 64, 32, 3, true, true, false);

	@Test
	void xavierWeightsAreNormal() {
		float[] weights = new SeededWeights(new Seed(1), Initialisation.XAVIER_NORMAL).of(LAYER).weights();
		assertEquals(64 * 32 * 9, weights.length);
		double deviation = Math.sqrt(2.0 / (9 * (64 + 32)));
		double mean = 0;
		double square = 0;
		int within = 0;
		for (float weight : weights) {
			mean += weight / weights.length;
			square += (double) weight * weight / weights.length;
			within += Math.abs(weight) < deviation ? 1 : 0;
		}
		assertEquals(0, mean / deviation, 0.03);
		assertEquals(1, Math.sqrt(square) / deviation, 0.02);
		assertEquals(0.6827, (double) within / weights.length, 0.015);
	}

	@Test
	void defaultWeightsAndBiasesAreUniform() {
		LayerWeights drawn = new SeededWeights(new Seed(1), Initialisation.DEFAULT).of(LAYER);
		double bound = 1 / Math.sqrt(32 * 9);
		int[] counts = new int[10];
		for (float weight : drawn.weights()) {
			assertTrue(Math.abs(weight) <= bound);
			counts[(int) Math.min(9, (weight / bound + 1) * 5)]++;
		}
		double expected = drawn.weights().length / 10.0;
		double chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
		// 99.99th percentile with 9 degrees of freedom
		assertTrue(chiSquare < 33.7, "chi-square " + chiSquare);
		assertEquals(64, drawn.bias().length);
		for (float bias : drawn.bias()) {
			assertTrue(Math.abs(bias) <= bound);
		}
	}

	@Test
	void layersHaveStreamsOfTheirOwn() {
		SeededWeights source = new SeededWeights(new Seed(1), Initialisation.XAVIER_NORMAL);
		float[] first = source.of(LAYER).weights();
		float[] other = source.of(new Layer("block0.edge0-2", 64, 32, 3, true, true, false)).weights();
		assertArrayEquals(first, source.of(LAYER).weights());
		assertFalse(Arrays.equals(first, other));
		assertFalse(
				Arrays.equals(first, new SeededWeights(new Seed(2), Initialisation.XAVIER_NORMAL).of(LAYER).weights()));
	}

	/** The streams are part of the contract of reproducible scores: these numbers may never change. */
	@Test
	void numbersStayWhatTheyAre() {
		float[] normal = new SeededWeights(new Seed(1), Initialisation.XAVIER_NORMAL).of(LAYER).weights();
		float[] uniform = new SeededWeights(new Seed(1), Initialisation.DEFAULT).of(LAYER).weights();
		assertArrayEquals(new float[] { -0.028425414f, 0.06529128f, 0.0024998456f, 0.015177931f },
				Arrays.copyOf(normal, 4));
		assertArrayEquals(new float[] { 0.012372244f, -0.0056551266f, -0.05476581f, -0.04416659f },
				Arrays.copyOf(uniform, 4));
	}
}
