/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Batch normalisation of one tensor as a factor and a summand for each number of a row.
 *
 * @param scale  1/√(variance + ε)
 * @param offset −mean · scale
 */
record Normalisation(float[] scale, double[] offset) {
	private static final double EPSILON = 1e-5;

	/**
	 * Sums of one image are kept in 32 bits for each number of a row, the rest in 64 bits, always in the same order.
	 * What is summed is the distance from the first pixel, so that a mean far from zero costs no digits.
	 */
	static Normalisation of(Plane plane, FloatBuffer x) {
		int row = plane.row();
		int channels = plane.channels();
		float[] shift = new float[row];
		for (int j = 0; j < row; j++) {
			shift[j] = x.get(j % channels);
		}
		float[] sum = new float[row];
		float[] squares = new float[row];
		double[] sums = new double[channels];
		double[] allSquares = new double[channels];
		for (int n = 0; n < plane.images(); n++) {
			Arrays.fill(sum, 0);
			Arrays.fill(squares, 0);
			Rows.statistics(x, n * plane.image(), plane.height(), shift, sum, squares);
			for (int b = 0; b < row; b += channels) {
				for (int c = 0; c < channels; c++) {
					sums[c] += sum[b + c];
					allSquares[c] += squares[b + c];
				}
			}
		}
		double count = (double) plane.images() * plane.height() * plane.width();
		double[] scale = new double[channels];
		double[] offset = new double[channels];
		for (int c = 0; c < channels; c++) {
			double mean = sums[c] / count;
			double variance = Math.max(0, allSquares[c] / count - mean * mean);
			scale[c] = 1 / Math.sqrt(variance + EPSILON);
			offset[c] = -(mean + shift[c]) * scale[c];
		}
		return new Normalisation(plane.spread(scale), offset);
	}
}
