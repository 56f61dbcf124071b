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
 * compiler cannot tell whether they overlap;</li>
 * <li>for the same reason a loop writes one run outside the heap, or runs of different arrays at the same index.</li>
 * </ul>
 * Every length is a multiple of {@link #CHUNK}.
 */
final class Rows {
	/** What the images of a pixel are filled up to. */
	static final int CHUNK = 128;
	/** Pixels whose signs are taken together; a row is a multiple of it. */
	static final int SIGNS = 4;

	private Rows() {
	}

	/** Adds up x − shift and its square for each image over a number of pixels, which is a multiple of 4. */
	static void statistics(FloatBuffer x, int offset, int pixels, float shift, float[] sum, float[] squares) {
		int lanes = sum.length;
		for (int o = 0; o < lanes; o += CHUNK) {
			for (int p = 0; p < pixels; p += 4) {
				int a = offset + p * lanes + o;
				int b = a + lanes;
				int c = b + lanes;
				int d = c + lanes;
				for (int j = 0; j < CHUNK; j++) {
					float v0 = x.get(a + j) - shift;
					float v1 = x.get(b + j) - shift;
					float v2 = x.get(c + j) - shift;
					float v3 = x.get(d + j) - shift;
					sum[o + j] += (v0 + v1) + (v2 + v3);
					squares[o + j] += (v0 * v0 + v1 * v1) + (v2 * v2 + v3 * v3);
				}
			}
		}
	}

	static void scaled(float[] t, FloatBuffer x, int offset, float scale, float shift) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] = x.get(b + j) * scale + shift;
			}
		}
	}

	static void addScaled(float[] t, FloatBuffer x, int offset, float scale) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] += x.get(b + j) * scale;
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

	static void rectify(float[] t, FloatBuffer x, int offset) {
		for (int o = 0; o < t.length; o += CHUNK) {
			int b = offset + o;
			for (int j = 0; j < CHUNK; j++) {
				x.put(b + j, Math.max(t[o + j], 0f));
			}
		}
	}

	/** Sums of each pixel of a row and its neighbours. */
	static void sumOfNeighbours(float[] t, FloatBuffer x, int offset, int lanes) {
		int run = t.length / 4;
		int b = offset + run;
		int c = b + run;
		int d = c + run;
		sumOf2(t, 0, lanes, x, offset, b);
		sumOf3(t, lanes, run - lanes, x, d, offset + lanes, b + lanes);
		sumOf3(t, run, run, x, offset, b, c);
		sumOf3(t, 2 * run, run, x, b, c, d);
		sumOf3(t, 3 * run, run - lanes, x, c, d, offset + lanes);
		sumOf2(t, t.length - lanes, lanes, x, d - lanes, offset + 4 * run - lanes);
	}

	private static void sumOf3(float[] t, int to, int length, FloatBuffer x, int a, int b, int c) {
		for (int o = 0; o < length; o += CHUNK) {
			for (int j = 0; j < CHUNK; j++) {
				t[to + o + j] = x.get(a + o + j) + x.get(b + o + j) + x.get(c + o + j);
			}
		}
	}

	private static void sumOf2(float[] t, int to, int length, FloatBuffer x, int first, int second) {
		for (int o = 0; o < length; o += CHUNK) {
			int at = to + o;
			int a = first + o;
			int b = second + o;
			for (int j = 0; j < CHUNK; j++) {
				t[at + j] = x.get(a + j) + x.get(b + j);
			}
		}
	}

	static void addWeighted(float[] t, float[] a, float[] b, float[] weight) {
		for (int o = 0; o < t.length; o += CHUNK) {
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] += (a[o + j] + b[o + j]) * weight[o + j];
			}
		}
	}

	static void addWeighted(float[] t, float[] a, float[] b, float[] c, float[] weight) {
		for (int o = 0; o < t.length; o += CHUNK) {
			for (int j = 0; j < CHUNK; j++) {
				t[o + j] += (a[o + j] + b[o + j] + c[o + j]) * weight[o + j];
			}
		}
	}

	/** Means of 2×2 squares, from where these begin. */
	static void means(float[] t, int to, FloatBuffer x, int a, int b, int c, int d, int lanes) {
		for (int o = 0; o < lanes; o += CHUNK) {
			for (int j = 0; j < CHUNK; j++) {
				t[to + o + j] = 0.25f * ((x.get(a + o + j) + x.get(b + o + j)) + (x.get(c + o + j) + x.get(d + o + j)));
			}
		}
	}

	/**
	 * Adds the signs of {@link #SIGNS} pixels to the images' codes.
	 *
	 * @param x     the pixels after a ReLU, by their bits: as a whole number too they are zero or above
	 * @param shift bit of the first pixel
	 * @param codes one for each image
	 */
	static void signs(IntBuffer x, int offset, int shift, int[] codes) {
		int step = codes.length;
		for (int o = 0; o < step; o += CHUNK) {
			int a = offset + o;
			int b = a + step;
			int c = b + step;
			int d = c + step;
			for (int j = 0; j < CHUNK; j++) {
				codes[o + j] |= (-x.get(a + j) >>> 31 | -x.get(b + j) >>> 31 << 1
						| (-x.get(c + j) >>> 31 << 2 | -x.get(d + j) >>> 31 << 3)) << shift;
			}
		}
	}
}
