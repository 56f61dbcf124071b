/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import org.trainless.api.proxy.SignCodes;

/**
 * The kernel of NASWOT: K = Σ over ReLUs (x xᵀ + (1−x)(1−x)ᵀ), x one row of signs for each image; so K_ij is the number
 * of units whose signs agree in images i and j. Kept as exact whole numbers.
 */
final class HammingKernel {
	private final int images;
	private long units;
	private final long[] differing;

	HammingKernel(int images) {
		this.images = images;
		this.differing = new long[images * (images - 1) / 2];
	}

	/** @param times how often the units count */
	void add(SignCodes codes, int times) {
		if (codes.images() != images) {
			throw new IllegalArgumentException(codes.images() + " images among " + images);
		}
		units += (long) times * codes.units();
		int[] distances = codes.distances();
		for (int pair = 0; pair < differing.length; pair++) {
			differing[pair] += (long) times * distances[pair];
		}
	}

	int images() {
		return images;
	}

	/** @return in how many units two images agree */
	long get(int i, int j) {
		if (i == j) {
			return units;
		}
		int row = Math.max(i, j);
		return units - differing[row * (row - 1) / 2 + Math.min(i, j)];
	}

	/** @return two images that agree in every unit, or null when there are none */
	int[] indistinguishable() {
		int pair = 0;
		for (int i = 1; i < images; i++) {
			for (int j = 0; j < i; j++) {
				if (differing[pair++] == 0) {
					return new int[] { j, i };
				}
			}
		}
		return null;
	}

	/** @return ln|det K|; −∞ when the factorisation meets a column of zeros */
	double logAbsoluteDeterminant() {
		double[][] matrix = new double[images][images];
		for (int i = 0; i < images; i++) {
			for (int j = 0; j < images; j++) {
				matrix[i][j] = get(i, j);
			}
		}
		return Determinant.logAbsolute(matrix);
	}
}
