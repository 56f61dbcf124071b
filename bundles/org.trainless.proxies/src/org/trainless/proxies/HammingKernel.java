/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Locale;

import org.trainless.api.proxy.BatchTooLargeException;
import org.trainless.api.proxy.SignCodes;

/**
 * The kernel of NASWOT: K = Σ over ReLUs (x xᵀ + (1−x)(1−x)ᵀ), x one row of signs for each image; so K_ij is the number
 * of units whose signs agree in images i and j. Kept as exact whole numbers.
 */
final class HammingKernel {
	private final int images;
	private long units;
	private final long[] differing;

	/** @throws BatchTooLargeException when memory cannot hold it */
	HammingKernel(int images) {
		checkSize(images, Runtime.getRuntime().maxMemory());
		this.images = images;
		this.differing = new long[SignCodes.pairs(images)];
	}

	/** Running out of memory would end more than this evaluation. */
	static void checkSize(int images, long memory) {
		// what differs here and in the codes, and the matrix
		long bytes = (Long.BYTES + Integer.BYTES) * (long) SignCodes.pairs(images)
				+ (long) Double.BYTES * images * images;
		if (bytes > memory) {
			throw new BatchTooLargeException(String.format(Locale.ROOT,
					"%d images are too many for a kernel of %d x %d numbers: it takes %.1f GB of memory, and there are"
							+ " %.1f GB; use a smaller batch",
					images, images, images, bytes / (double) (1L << 30), memory / (double) (1L << 30)));
		}
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
		return units - differing[SignCodes.pairs(row) + Math.min(i, j)];
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
