/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by the polar method (Marsaglia and Bray, "A Convenient Method for Generating Normal
 * Variables", SIAM Review 1964), in arithmetic that is the same on every machine: the JDK does not promise its own
 * method. Not thread-safe.
 */
final class PolarGaussian {
	private final RandomGenerator random;
	private double spare = Double.NaN;

	PolarGaussian(RandomGenerator random) {
		this.random = random;
	}

	double next() {
		if (!Double.isNaN(spare)) {
			double value = spare;
			spare = Double.NaN;
			return value;
		}
		double x;
		double y;
		double square;
		do {
			x = 2 * random.nextDouble() - 1;
			y = 2 * random.nextDouble() - 1;
			square = x * x + y * y;
		} while (square >= 1 || square == 0);
		double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
		spare = y * factor;
		return x * factor;
	}
}
