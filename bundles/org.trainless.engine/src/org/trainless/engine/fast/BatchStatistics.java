/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;
import java.util.Arrays;

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
	private final float[] laneSums;
	private final float[] laneSquares;

	BatchStatistics(Plane plane) {
		this.plane = plane;
		this.shift = new float[plane.channels()];
		this.sums = new double[plane.channels()];
		this.squares = new double[plane.channels()];
		this.laneSums = new float[plane.lanes()];
		this.laneSquares = new float[plane.lanes()];
	}

	/** Counts all rows of all channels. */
	void addAll(FloatBuffer x) {
		int rows = Math.max(1, Winograd.TILE * Winograd.TILE / plane.width());
		for (int c = 0; c < plane.channels(); c++) {
			for (int y = 0; y < plane.height(); y += rows) {
				add(x, c, y, Math.min(rows, plane.height() - y));
			}
		}
	}

	/** Counts rows of a channel; its first row comes first. */
	void add(FloatBuffer x, int channel, int first, int rows) {
		int at = channel * plane.channel() + first * plane.row();
		if (first == 0) {
			shift[channel] = x.get(at);
		}
		Arrays.fill(laneSums, 0);
		Arrays.fill(laneSquares, 0);
		Rows.statistics(x, at, rows * plane.width(), shift[channel], laneSums, laneSquares);
		double sum = 0;
		double square = 0;
		for (int n = 0; n < plane.images(); n++) {
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
