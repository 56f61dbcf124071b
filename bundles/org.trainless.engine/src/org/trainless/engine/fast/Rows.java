/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The inner loops. Each goes over one row, or over rows of one image, element by element, and mixes memory of the heap with
 * memory of tensors in the one way that HotSpot's compiler turns into vector instructions: what is written and what is
 * read at another index are never both on the heap nor both outside it, since it cannot tell whether they overlap.
 */
final class Rows {
	private Rows() {
	}

	/** Adds up x − shift and its square over rows. */
	static void statistics(FloatBuffer x, int offset, int rows, int row, float[] shift, float[] sum, float[] squares) {
		int r = 0;
		for (; r + 4 <= rows; r += 4) {
			int b = offset + r * row;
			for (int j = 0; j < row; j++) {
				float k = shift[j];
				float v0 = x.get(b + j) - k;
				float v1 = x.get(b + row + j) - k;
				float v2 = x.get(b + 2 * row + j) - k;
				float v3 = x.get(b + 3 * row + j) - k;
				sum[j] += (v0 + v1) + (v2 + v3);
				squares[j] += (v0 * v0 + v1 * v1) + (v2 * v2 + v3 * v3);
			}
		}
		for (; r < rows; r++) {
			int b = offset + r * row;
			for (int j = 0; j < row; j++) {
				float v = x.get(b + j) - shift[j];
				sum[j] += v;
				squares[j] += v * v;
			}
		}
	}

	static void scaled(float[] t, FloatBuffer x, int offset, float[] scale, float[] shift) {
		for (int j = 0; j < t.length; j++) {
			t[j] = x.get(offset + j) * scale[j] + shift[j];
		}
	}

	static void addScaled(float[] t, FloatBuffer x, int offset, float[] scale) {
		for (int j = 0; j < t.length; j++) {
			t[j] += x.get(offset + j) * scale[j];
		}
	}

	static void copy(float[] t, FloatBuffer x, int offset) {
		x.get(offset, t, 0, t.length);
	}

	static void add(float[] t, FloatBuffer x, int offset) {
		for (int j = 0; j < t.length; j++) {
			t[j] += x.get(offset + j);
		}
	}

	static void sum2(float[] t, FloatBuffer x, int a, int b) {
		for (int j = 0; j < t.length; j++) {
			t[j] = x.get(a + j) + x.get(b + j);
		}
	}

	static void sum3(float[] t, FloatBuffer x, int a, int b, int c) {
		for (int j = 0; j < t.length; j++) {
			t[j] = x.get(a + j) + x.get(b + j) + x.get(c + j);
		}
	}

	/** Adds the sum of three neighbouring pixels; x has one pixel more at each end. */
	static void addWindow(float[] t, FloatBuffer x, int channels, float[] weight) {
		int right = 2 * channels;
		for (int j = 0; j < t.length; j++) {
			t[j] += (x.get(j) + x.get(j + channels) + x.get(j + right)) * weight[j];
		}
	}

	static void rectify(float[] t, FloatBuffer x, int offset) {
		for (int j = 0; j < t.length; j++) {
			x.put(offset + j, Math.max(t[j], 0f));
		}
	}

	/**
	 * Bit k of code i is the sign of number k · codes + i of the image.
	 *
	 * @param x the image's numbers by their bits: above zero is above zero as a whole number too, −0 is not
	 */
	static void signs(IntBuffer x, int offset, int[] codes) {
		int step = codes.length;
		for (int k = 0; k < Integer.SIZE; k += 4) {
			int b = offset + k * step;
			for (int j = 0; j < codes.length; j++) {
				int x0 = x.get(b + j);
				int x1 = x.get(b + step + j);
				int x2 = x.get(b + 2 * step + j);
				int x3 = x.get(b + 3 * step + j);
				codes[j] |= ((((~x0 & -x0) >>> 31) | ((~x1 & -x1) >>> 31 << 1))
						| (((~x2 & -x2) >>> 31 << 2) | ((~x3 & -x3) >>> 31 << 3))) << k;
			}
		}
	}
}
