/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The inner loops. They are written the way that HotSpot's compiler turns into vector instructions, three to five times
 * as fast as otherwise (measured on JDK 25):
 * <ul>
 * <li>the innermost loop has a constant number of steps and stands in an outer one;</li>
 * <li>what is written and what is read at another index are never both on the heap nor both outside it, since the
 * compiler cannot tell whether they overlap.</li>
 * </ul>
 */
final class Rows {
	/** Rows are a multiple of this. */
	static final int CHUNK = 128;
	/** The codes of an image are a multiple of this. */
	static final int SIGN_CHUNK = 32;

	private Rows() {
	}

	/** Adds up x − shift and its square over rows. */
	static void statistics(FloatBuffer x, int offset, int rows, float[] shift, float[] sum, float[] squares) {
		int row = shift.length;
		int r = 0;
		for (; r + 4 <= rows; r += 4) {
			statistics4(x, offset + r * row, row, shift, sum, squares);
		}
		for (; r < rows; r++) {
			for (int o = 0; o < row; o += CHUNK) {
				int b = offset + r * row + o;
				for (int j = 0; j < CHUNK; j++) {
					float v = x.get(b + j) - shift[o + j];
					sum[o + j] += v;
					squares[o + j] += v * v;
				}
			}
		}
	}

	private static void statistics4(FloatBuffer x, int offset, int row, float[] shift, float[] sum, float[] squares) {
		for (int o = 0; o < row; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				float k = shift[o + j];
				float v0 = x.get(b + j) - k;
				float v1 = x.get(b + row + j) - k;
				float v2 = x.get(b + 2 * row + j) - k;
				float v3 = x.get(b + 3 * row + j) - k;
				sum[o + j] += (v0 + v1) + (v2 + v3);
				squares[o + j] += (v0 * v0 + v1 * v1) + (v2 * v2 + v3 * v3);
			}
		}
	}

	static void scaled(float[] t, FloatBuffer x, int offset, float[] scale, float[] shift) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] = x.get(b + j) * scale[o + j] + shift[o + j];
			}
		}
	}

	static void addScaled(float[] t, FloatBuffer x, int offset, float[] scale) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] += x.get(b + j) * scale[o + j];
			}
		}
	}

	static void copy(float[] t, FloatBuffer x, int offset) {
		x.get(offset, t, 0, t.length);
	}

	static void add(float[] t, FloatBuffer x, int offset) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] += x.get(b + j);
			}
		}
	}

	static void sum2(float[] t, FloatBuffer x, int first, int second) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int a = first + o;
			int b = second + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] = x.get(a + j) + x.get(b + j);
			}
		}
	}

	static void sum3(float[] t, FloatBuffer x, int first, int second, int third) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int a = first + o;
			int b = second + o;
			int c = third + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] = x.get(a + j) + x.get(b + j) + x.get(c + j);
			}
		}
	}

	/** Adds the weighted sum of three neighbouring pixels; x has one pixel more at each end. */
	static void addWindow(float[] t, FloatBuffer x, int channels, float[] weight) {
		// one sum of three reads is not vectorised
		addScaled(t, x, 0, weight);
		addScaled(t, x, channels, weight);
		addScaled(t, x, 2 * channels, weight);
	}

	static void rectify(float[] t, FloatBuffer x, int offset) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				x.put(b + j, Math.max(t[o + j], 0f));
			}
		}
	}

	/**
	 * Bit k of code i is the sign of number k · codes + i of the image.
	 *
	 * @param x     the image's numbers by their bits: above zero is above zero as a whole number too, −0 is not
	 * @param codes all zero; a multiple of {@link #SIGN_CHUNK}
	 */
	static void signs(IntBuffer x, int offset, int[] codes) {
		for (int k = 0; k < Integer.SIZE; k += 4) {
			if (codes.length % CHUNK == 0) {
				signsInChunks(x, offset + k * codes.length, k, codes);
			} else {
				signsInSmallChunks(x, offset + k * codes.length, k, codes);
			}
		}
	}

	private static void signsInChunks(IntBuffer x, int offset, int k, int[] codes) {
		int step = codes.length;
		for (int o = 0; o < step; o += CHUNK) {
			int a = offset + o;
			int b = a + step;
			int c = b + step;
			int d = c + step;
			for (int j = 0; j < CHUNK; j++) {
				codes[o + j] |= bits(x.get(a + j), x.get(b + j), x.get(c + j), x.get(d + j)) << k;
			}
		}
	}

	private static void signsInSmallChunks(IntBuffer x, int offset, int k, int[] codes) {
		int step = codes.length;
		for (int o = 0; o < step; o += SIGN_CHUNK) {
			int a = offset + o;
			int b = a + step;
			int c = b + step;
			int d = c + step;
			for (int j = 0; j < SIGN_CHUNK; j++) {
				codes[o + j] |= bits(x.get(a + j), x.get(b + j), x.get(c + j), x.get(d + j)) << k;
			}
		}
	}

	/** One bit for each number, set when it is above zero. */
	private static int bits(int x0, int x1, int x2, int x3) {
		return ((~x0 & -x0) >>> 31 | (~x1 & -x1) >>> 31 << 1) | ((~x2 & -x2) >>> 31 << 2 | (~x3 & -x3) >>> 31 << 3);
	}
}
