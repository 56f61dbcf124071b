/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pearson's test of goodness of fit. Seeds are fixed, so a test that passes once passes always. */
public final class ChiSquare {
	/** Standard normal quantile of 1 - 1e-4. */
	private static final double QUANTILE = 3.719;

	private ChiSquare() {
	}

	/**
	 * Fails when the counts are too far from uniform, or something was drawn that should not be.
	 *
	 * @param <T>      what is drawn
	 * @param outcomes all that may be drawn
	 * @param drawn    what was drawn
	 */
	public static <T> void assertUniform(Collection<T> outcomes, List<T> drawn) {
		double probability = 1.0 / outcomes.size();
		assertFits(outcomes.stream().collect(Collectors.toMap(Function.identity(), o -> probability)), drawn);
	}

	/**
	 * Fails when the counts are too far from the probabilities, or something was drawn that should not be.
	 *
	 * @param <T>           what is drawn
	 * @param probabilities of all that may be drawn; their sum is 1
	 * @param drawn         what was drawn
	 */
	public static <T> void assertFits(Map<T, Double> probabilities, List<T> drawn) {
		assertEquals(1, probabilities.values().stream().mapToDouble(p -> p).sum(), 1e-9, "sum of the probabilities");
		Map<T, Integer> counts = new HashMap<>();
		for (T outcome : drawn) {
			assertTrue(probabilities.containsKey(outcome), () -> outcome + " can not be drawn");
			counts.merge(outcome, 1, Integer::sum);
		}
		double statistic = 0;
		for (Map.Entry<T, Double> outcome : probabilities.entrySet()) {
			double expected = outcome.getValue() * drawn.size();
			assertTrue(expected >= 5,
					() -> "too few draws: " + outcome.getKey() + " is expected " + expected + " times");
			double difference = counts.getOrDefault(outcome.getKey(), 0) - expected;
			statistic += difference * difference / expected;
		}
		int freedom = probabilities.size() - 1;
		double limit = limit(freedom);
		double found = statistic;
		assertTrue(found <= limit || freedom == 0,
				() -> "chi-square " + found + " is above " + limit + " with " + freedom + " degrees of freedom");
	}

	/** Quantile of 1 - 1e-4 by the approximation of Wilson and Hilferty (1931). */
	private static double limit(int freedom) {
		double spread = 2.0 / (9 * freedom);
		return freedom * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3);
	}
}
