/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correction of several tests made at once. */
public final class HolmCorrection {
	private HolmCorrection() {
	}

	/**
	 * Holm's step-down method (Scandinavian Journal of Statistics 1979): rejecting what is adjusted to at most a level
	 * errs in any of the tests with at most that probability, however they depend on each other.
	 *
	 * @param p p-values, 0 to 1
	 * @return the adjusted p-values in the same order
	 * @throws IllegalArgumentException when one is not a probability
	 */
	public static double[] adjust(double... p) {
		if (!Arrays.stream(p).allMatch(v -> v >= 0 && v <= 1)) {
			throw new IllegalArgumentException("not probabilities: " + Arrays.toString(p));
		}
		int[] ascending = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i]))
				.mapToInt(Integer::intValue).toArray();
		double[] adjusted = new double[p.length];
		double least = 0;
		for (int i = 0; i < p.length; i++) {
			least = Math.max(least, Math.min(1, (p.length - i) * p[ascending[i]]));
			adjusted[ascending[i]] = least;
		}
		return adjusted;
	}
}
