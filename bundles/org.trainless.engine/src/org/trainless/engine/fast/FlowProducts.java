/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of weights with rows of pixels, in 64 bits. Eight outputs of some pixels are computed at once; they stay in
 * the processor's registers until they are done, each the sum over the inputs in their order.
 */
final class FlowProducts {
	/** Pixels that are computed at once. */
	static final int PIXELS = 16;
	/** Outputs that are computed at once. */
	private static final int GROUP = 8;
	/** The widest vectors of this processor that divide the pixels. */
	private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED.length() > PIXELS / 2
			? DoubleVector.SPECIES_512
			: DoubleVector.SPECIES_PREFERRED;
	private static final int STEP = DOUBLES.length();
	/** AVX2 has 16 registers, half of what the others have. */
	private static final boolean FEW_REGISTERS = STEP == 4;

	private FlowProducts() {
	}

	/**
	 * Multiplies.
	 *
	 * @param x       inputs
	 * @param weights inputs × all; readable for seven numbers behind the last one
	 * @param first   column of the first output
	 * @param all     length of the rows of weights
	 * @param y       gets the outputs
	 */
	static void multiply(FlowRows x, double[] weights, int first, int all, FlowValue y) {
		FlowPlane plane = y.plane;
		int image = plane.image();
		double[] edge = new double[GROUP * PIXELS];
		for (int k = 0; k < 2; k++) {
			for (int p = 0; p < image; p += PIXELS) {
				int pixel = k * x.second() + p;
				int to = k * image + p;
				int pixels = Math.min(PIXELS, image - p);
				for (int output = 0; output < plane.channels(); output += GROUP) {
					int outputs = Math.min(GROUP, plane.channels() - output);
					if (pixels == PIXELS && outputs == GROUP) {
						multiply(x, pixel, weights, first + output, all, y.values, to + output * plane.channel(),
								plane.channel());
					} else {
						// what is beside the pixels and outputs that there are belongs to others
						multiply(x, pixel, weights, first + output, all, edge, 0, PIXELS);
						for (int o = 0; o < outputs; o++) {
							System.arraycopy(edge, o * PIXELS, y.values, to + (output + o) * plane.channel(), pixels);
						}
					}
				}
			}
		}
	}

	private static void multiply(FlowRows x, int pixel, double[] weights, int output, int all, double[] y, int to,
			int step) {
		for (int j = 0; j < PIXELS; j += 2 * STEP) {
			if (FEW_REGISTERS) {
				four(x.values(), x.at(), pixel + j, weights, output, all, y, to + j, step);
				four(x.values(), x.at(), pixel + j, weights, output + GROUP / 2, all, y, to + j + GROUP / 2 * step,
						step);
			} else {
				eight(x.values(), x.at(), pixel + j, weights, output, all, y, to + j, step);
			}
		}
	}

	private static void eight(double[] x, int[] at, int pixel, double[] w, int from, int all, double[] y, int to,
			int step) {
		DoubleVector a0 = DoubleVector.zero(DOUBLES);
		DoubleVector a1 = a0;
		DoubleVector a2 = a0;
		DoubleVector a3 = a0;
		DoubleVector a4 = a0;
		DoubleVector a5 = a0;
		DoubleVector a6 = a0;
		DoubleVector a7 = a0;
		DoubleVector b0 = a0;
		DoubleVector b1 = a0;
		DoubleVector b2 = a0;
		DoubleVector b3 = a0;
		DoubleVector b4 = a0;
		DoubleVector b5 = a0;
		DoubleVector b6 = a0;
		DoubleVector b7 = a0;
		for (int i = 0, row = from; i < at.length; i++, row += all) {
			DoubleVector a = DoubleVector.fromArray(DOUBLES, x, at[i] + pixel);
			DoubleVector b = DoubleVector.fromArray(DOUBLES, x, at[i] + pixel + STEP);
			DoubleVector w0 = DoubleVector.broadcast(DOUBLES, w[row]);
			a0 = a.fma(w0, a0);
			b0 = b.fma(w0, b0);
			DoubleVector w1 = DoubleVector.broadcast(DOUBLES, w[row + 1]);
			a1 = a.fma(w1, a1);
			b1 = b.fma(w1, b1);
			DoubleVector w2 = DoubleVector.broadcast(DOUBLES, w[row + 2]);
			a2 = a.fma(w2, a2);
			b2 = b.fma(w2, b2);
			DoubleVector w3 = DoubleVector.broadcast(DOUBLES, w[row + 3]);
			a3 = a.fma(w3, a3);
			b3 = b.fma(w3, b3);
			DoubleVector w4 = DoubleVector.broadcast(DOUBLES, w[row + 4]);
			a4 = a.fma(w4, a4);
			b4 = b.fma(w4, b4);
			DoubleVector w5 = DoubleVector.broadcast(DOUBLES, w[row + 5]);
			a5 = a.fma(w5, a5);
			b5 = b.fma(w5, b5);
			DoubleVector w6 = DoubleVector.broadcast(DOUBLES, w[row + 6]);
			a6 = a.fma(w6, a6);
			b6 = b.fma(w6, b6);
			DoubleVector w7 = DoubleVector.broadcast(DOUBLES, w[row + 7]);
			a7 = a.fma(w7, a7);
			b7 = b.fma(w7, b7);
		}
		a0.intoArray(y, to);
		b0.intoArray(y, to + STEP);
		a1.intoArray(y, to + step);
		b1.intoArray(y, to + step + STEP);
		a2.intoArray(y, to + 2 * step);
		b2.intoArray(y, to + 2 * step + STEP);
		a3.intoArray(y, to + 3 * step);
		b3.intoArray(y, to + 3 * step + STEP);
		a4.intoArray(y, to + 4 * step);
		b4.intoArray(y, to + 4 * step + STEP);
		a5.intoArray(y, to + 5 * step);
		b5.intoArray(y, to + 5 * step + STEP);
		a6.intoArray(y, to + 6 * step);
		b6.intoArray(y, to + 6 * step + STEP);
		a7.intoArray(y, to + 7 * step);
		b7.intoArray(y, to + 7 * step + STEP);
	}

	private static void four(double[] x, int[] at, int pixel, double[] w, int from, int all, double[] y, int to,
			int step) {
		DoubleVector a0 = DoubleVector.zero(DOUBLES);
		DoubleVector a1 = a0;
		DoubleVector a2 = a0;
		DoubleVector a3 = a0;
		DoubleVector b0 = a0;
		DoubleVector b1 = a0;
		DoubleVector b2 = a0;
		DoubleVector b3 = a0;
		for (int i = 0, row = from; i < at.length; i++, row += all) {
			DoubleVector a = DoubleVector.fromArray(DOUBLES, x, at[i] + pixel);
			DoubleVector b = DoubleVector.fromArray(DOUBLES, x, at[i] + pixel + STEP);
			DoubleVector w0 = DoubleVector.broadcast(DOUBLES, w[row]);
			a0 = a.fma(w0, a0);
			b0 = b.fma(w0, b0);
			DoubleVector w1 = DoubleVector.broadcast(DOUBLES, w[row + 1]);
			a1 = a.fma(w1, a1);
			b1 = b.fma(w1, b1);
			DoubleVector w2 = DoubleVector.broadcast(DOUBLES, w[row + 2]);
			a2 = a.fma(w2, a2);
			b2 = b.fma(w2, b2);
			DoubleVector w3 = DoubleVector.broadcast(DOUBLES, w[row + 3]);
			a3 = a.fma(w3, a3);
			b3 = b.fma(w3, b3);
		}
		a0.intoArray(y, to);
		b0.intoArray(y, to + STEP);
		a1.intoArray(y, to + step);
		b1.intoArray(y, to + step + STEP);
		a2.intoArray(y, to + 2 * step);
		b2.intoArray(y, to + 2 * step + STEP);
		a3.intoArray(y, to + 3 * step);
		b3.intoArray(y, to + 3 * step + STEP);
	}
}
