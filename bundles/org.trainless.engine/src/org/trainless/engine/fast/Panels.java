/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of weights with panels: a panel has two pixels of a block of images, {@link #WIDTH} numbers, of each of some
 * channels. Eight channels of a product are computed at once; they stay in the processor's registers until they are
 * done.
 */
final class Panels {
	/** Numbers of a panel of each channel. */
	static final int WIDTH = 2 * Plane.LANES;
	/** Channels of a product that are computed at once. */
	static final int GROUP = 8;

	private static final VectorSpecies<Float> FLOATS = Rows.FLOATS;
	private static final int STEP = Rows.STEP;
	/** AVX2 has 16 registers, half of what the others have. */
	private static final boolean FEW_REGISTERS = STEP == 8;

	private Panels() {
	}

	/**
	 * Orders weights for {@link #multiply}: groups of outputs × inputs × outputs of a group.
	 *
	 * @param weights outputs × inputs
	 */
	static float[] order(float[] weights, int outputs, int inputs) {
		float[] ordered = new float[weights.length];
		int to = 0;
		for (int g = 0; g < outputs; g += GROUP) {
			for (int c = 0; c < inputs; c++) {
				for (int k = 0; k < GROUP; k++) {
					ordered[to++] = weights[(g + k) * inputs + c];
				}
			}
		}
		return ordered;
	}

	/**
	 * One panel of a group of a product.
	 *
	 * @param x       panel, inputs × {@value #WIDTH}
	 * @param at      where it begins
	 * @param inputs  channels of the panel
	 * @param weights ordered
	 * @param from    where those of the group begin
	 * @param y       gets {@value #WIDTH} numbers for each output of the group
	 * @param to      where those of the first begin
	 * @param step    from those of one output to those of the next one
	 */
	static void multiply(float[] x, int at, int inputs, float[] weights, int from, float[] y, int to, int step) {
		for (int j = 0; j < WIDTH; j += 2 * STEP) {
			if (FEW_REGISTERS) {
				four(x, at + j, inputs, weights, from, y, to + j, step);
				four(x, at + j, inputs, weights, from + GROUP / 2, y, to + j + GROUP / 2 * step, step);
			} else {
				eight(x, at + j, inputs, weights, from, y, to + j, step);
			}
		}
	}

	private static void eight(float[] x, int at, int inputs, float[] w, int from, float[] y, int to, int step) {
		FloatVector a0 = FloatVector.zero(FLOATS);
		FloatVector a1 = a0;
		FloatVector a2 = a0;
		FloatVector a3 = a0;
		FloatVector a4 = a0;
		FloatVector a5 = a0;
		FloatVector a6 = a0;
		FloatVector a7 = a0;
		FloatVector b0 = a0;
		FloatVector b1 = a0;
		FloatVector b2 = a0;
		FloatVector b3 = a0;
		FloatVector b4 = a0;
		FloatVector b5 = a0;
		FloatVector b6 = a0;
		FloatVector b7 = a0;
		for (int c = 0; c < inputs; c++) {
			FloatVector a = FloatVector.fromArray(FLOATS, x, at + c * WIDTH);
			FloatVector b = FloatVector.fromArray(FLOATS, x, at + c * WIDTH + STEP);
			FloatVector w0 = FloatVector.broadcast(FLOATS, w[from + c * GROUP]);
			a0 = a.fma(w0, a0);
			b0 = b.fma(w0, b0);
			FloatVector w1 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 1]);
			a1 = a.fma(w1, a1);
			b1 = b.fma(w1, b1);
			FloatVector w2 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 2]);
			a2 = a.fma(w2, a2);
			b2 = b.fma(w2, b2);
			FloatVector w3 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 3]);
			a3 = a.fma(w3, a3);
			b3 = b.fma(w3, b3);
			FloatVector w4 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 4]);
			a4 = a.fma(w4, a4);
			b4 = b.fma(w4, b4);
			FloatVector w5 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 5]);
			a5 = a.fma(w5, a5);
			b5 = b.fma(w5, b5);
			FloatVector w6 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 6]);
			a6 = a.fma(w6, a6);
			b6 = b.fma(w6, b6);
			FloatVector w7 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 7]);
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

	private static void four(float[] x, int at, int inputs, float[] w, int from, float[] y, int to, int step) {
		FloatVector a0 = FloatVector.zero(FLOATS);
		FloatVector a1 = a0;
		FloatVector a2 = a0;
		FloatVector a3 = a0;
		FloatVector b0 = a0;
		FloatVector b1 = a0;
		FloatVector b2 = a0;
		FloatVector b3 = a0;
		for (int c = 0; c < inputs; c++) {
			FloatVector a = FloatVector.fromArray(FLOATS, x, at + c * WIDTH);
			FloatVector b = FloatVector.fromArray(FLOATS, x, at + c * WIDTH + STEP);
			FloatVector w0 = FloatVector.broadcast(FLOATS, w[from + c * GROUP]);
			a0 = a.fma(w0, a0);
			b0 = b.fma(w0, b0);
			FloatVector w1 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 1]);
			a1 = a.fma(w1, a1);
			b1 = b.fma(w1, b1);
			FloatVector w2 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 2]);
			a2 = a.fma(w2, a2);
			b2 = b.fma(w2, b2);
			FloatVector w3 = FloatVector.broadcast(FLOATS, w[from + c * GROUP + 3]);
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
