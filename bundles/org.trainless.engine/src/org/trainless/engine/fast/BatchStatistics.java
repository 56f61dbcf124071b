/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Mean and variance of each channel over a batch, for batch normalisation.
 * <p>
 * Sums over some rows of one image are kept in 32 bits, the rest in 64 bits, always in the same order. What is summed
 * is the distance from the channel's first number, so that a mean far from zero costs no digits.
 */
final class BatchStatistics {
	private static final double EPSILON = 1e-5;

	private final Plane plane;
	private final float[] shift;
	private final double[] sums;
	private final double[] squares;
	private final float[] laneSums = new float[Plane.LANES];
	private final float[] laneSquares = new float[Plane.LANES];

	BatchStatistics(Plane plane) {
		this.plane = plane;
		this.shift = new float[plane.channels()];
		this.sums = new double[plane.channels()];
		this.squares = new double[plane.channels()];
	}

	/** Counts all rows of all channels. */
	void addAll(float[] x) {
		for (int b = 0; b < plane.blocks(); b++) {
			for (int c = 0; c < plane.channels(); c++) {
				for (int y = 0; y < plane.height(); y += Winograd.TILE) {
					add(x, b, c, y, Math.min(Winograd.TILE, plane.height() - y));
				}
			}
		}
	}

	/** Counts rows of a channel of a block; the first block's first row comes first. */
	void add(float[] x, int block, int channel, int first, int rows) {
		int at = plane.at(block, channel, first);
		if (block == 0 && first == 0) {
			shift[channel] = x[at];
		}
		Rows.statistics(x, at, rows * plane.width(), shift[channel], laneSums, laneSquares);
		double sum = 0;
		double square = 0;
		for (int n = 0; n < plane.imagesOf(block); n++) {
			sum += laneSums[n];
			square += laneSquares[n];
		}
		sums[channel] += sum;
		squares[channel] += square;
	}

	private double count() {
		return (double) plane.images() * plane.height() * plane.width();
	}

	/** @return 1/√(variance + ε) */
	double scale(int channel) {
		double mean = sums[channel] / count();
		double variance = Math.max(0, squares[channel] / count() - mean * mean);
		return 1 / Math.sqrt(variance + EPSILON);
	}

	/** @return −mean · scale */
	double offset(int channel) {
		return -(sums[channel] / count() + shift[channel]) * scale(channel);
	}
}
