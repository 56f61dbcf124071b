/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * 3×3 convolutions of stride 1 by Winograd's algorithm F(4×4, 3×3): of tiles of 4×4 pixels each costs 36
 * multiplications for each pair of channels instead of 144 (Lavin and Gray, "Fast Algorithms for Convolutional Neural
 * Networks", CVPR 2016). Polynomials are evaluated at 0, ±1/√2, ±√2 and ∞, which keeps rounding errors small.
 * <p>
 * One row of tiles at a time, so that its numbers stay in the caches between the steps; several convolutions of the
 * same values share the transformation of these and one matrix product. A row of tiles is four long runs of pixels, in
 * the order of {@link Plane}.
 */
final class Winograd implements AutoCloseable {
	/** Pixels of a tile in each direction. */
	static final int TILE = 4;
	private static final int POINTS = 6;
	private static final int PRODUCTS = POINTS * POINTS;
	private static final float A = (float) Math.sqrt(0.5);
	private static final float B = (float) Math.sqrt(2);
	private static final float A3 = (float) Math.pow(0.5, 1.5);
	private static final float B3 = (float) Math.pow(2, 1.5);
	/** Evaluates a kernel of three at the points. */
	private static final float[][] KERNEL = kernel();

	private final Tensors tensors;
	private final ActivationPool pool;
	private Plane plane;
	private PtNDArray transformed;
	private FloatBuffer memory;
	private float[][] values;
	private float[][] tile;

	Winograd(Tensors tensors, ActivationPool pool) {
		this.tensors = tensors;
		this.pool = pool;
	}

	private static float[][] kernel() {
		double[] points = { Math.sqrt(0.5), -Math.sqrt(0.5), Math.sqrt(2), -Math.sqrt(2) };
		float[][] rows = new float[POINTS][];
		rows[0] = new float[] { 1, 0, 0 };
		for (int i = 0; i < points.length; i++) {
			double p = points[i];
			// the derivative of x(x² − 1/2)(x² − 2) at the point
			double divisor = i < 2 ? 2 * 0.5 * (0.5 - 2) : 2 * 2 * (2 - 0.5);
			rows[i + 1] = new float[] { (float) (1 / divisor), (float) (p / divisor), (float) (p * p / divisor) };
		}
		rows[POINTS - 1] = new float[] { 0, 0, 1 };
		return rows;
	}

	/**
	 * @param x       what is convolved
	 * @param in      its shape
	 * @param outputs channels of each result
	 * @param weights of each convolution, outputs × inputs × 3 × 3
	 * @return the results
	 */
	List<Convolved> convolve(FloatBuffer x, Plane in, int outputs, List<float[]> weights) {
		prepare(in);
		Plane out = new Plane(in.images(), in.height(), in.width(), outputs);
		List<Convolved> results = new ArrayList<>();
		for (int i = 0; i < weights.size(); i++) {
			results.add(new Convolved(pool.take(out)));
		}
		int channels = outputs * weights.size();
		int run = in.row() / TILE;
		try (PtNDArray kernels = kernels(weights, outputs, in.channels())) {
			for (int top = 0; top < in.height(); top += TILE) {
				for (int c = 0; c < in.channels(); c++) {
					down(x, c * in.channel(), top);
					across(c);
				}
				try (PtNDArray product = JniUtils.bmm(kernels, transformed)) {
					FloatBuffer products = Tensors.memory(product).asFloatBuffer();
					for (int k = 0; k < channels; k++) {
						Convolved result = results.get(k / outputs);
						int channel = k % outputs;
						back(products, k * run, channels * run);
						for (int i = 0; i < TILE; i++) {
							backAcross(tile[i], result.memory, channel * out.channel() + (top + i) * out.row(), run);
						}
						result.addRows(channel, top, TILE);
					}
				}
			}
		}
		return results;
	}

	private void prepare(Plane in) {
		if (in.equals(plane)) {
			return;
		}
		close();
		plane = in;
		int run = in.row() / TILE;
		transformed = tensors.empty(PRODUCTS, in.channels(), run);
		memory = Tensors.memory(transformed).asFloatBuffer();
		// one pixel more after the first of the four runs and before the last, which stays zero
		values = new float[POINTS][in.row() + 2 * in.lanes()];
		tile = new float[TILE][POINTS * run];
	}

	/** products × outputs × inputs */
	private PtNDArray kernels(List<float[]> weights, int outputs, int inputs) {
		int size = outputs * inputs;
		int all = size * weights.size();
		PtNDArray kernels = tensors.empty(PRODUCTS, (long) weights.size() * outputs, inputs);
		FloatBuffer to = Tensors.memory(kernels).asFloatBuffer();
		float[][] kernel = new float[9][size];
		float[] row0 = new float[size];
		float[] row1 = new float[size];
		float[] row2 = new float[size];
		float[] result = new float[size];
		for (int w = 0; w < weights.size(); w++) {
			float[] values = weights.get(w);
			for (int k = 0; k < size; k++) {
				for (int j = 0; j < 9; j++) {
					kernel[j][k] = values[9 * k + j];
				}
			}
			for (int i = 0; i < POINTS; i++) {
				evaluate(row0, kernel[0], kernel[3], kernel[6], KERNEL[i]);
				evaluate(row1, kernel[1], kernel[4], kernel[7], KERNEL[i]);
				evaluate(row2, kernel[2], kernel[5], kernel[8], KERNEL[i]);
				for (int j = 0; j < POINTS; j++) {
					evaluate(result, row0, row1, row2, KERNEL[j]);
					to.put((i * POINTS + j) * all + w * size, result);
				}
			}
		}
		return kernels;
	}

	/** Values of the kernels at a point, by what is multiplied with its powers. */
	private static void evaluate(float[] y, float[] a, float[] b, float[] c, float[] powers) {
		float p0 = powers[0];
		float p1 = powers[1];
		float p2 = powers[2];
		for (int k = 0; k < y.length; k++) {
			y[k] = p0 * a[k] + p1 * b[k] + p2 * c[k];
		}
	}

	/** Transforms columns of six pixels of a channel; what is beyond the image is zero. */
	private void down(FloatBuffer x, int channel, int top) {
		int run = plane.row() / TILE;
		int lanes = plane.lanes();
		int at = channel + top * plane.row();
		downRun(x, at, 0, run, top);
		downRun(x, at + run, run + lanes, 2 * run, top);
		downRun(x, at + 3 * run, 3 * run + 2 * lanes, run, top);
	}

	private void downRun(FloatBuffer x, int x1, int to, int length, int top) {
		int row = plane.row();
		int x2 = x1 + row;
		int x3 = x2 + row;
		int x4 = x3 + row;
		if (top > 0) {
			outer(values[0], to, x, x1 - row, x2, x4, length);
		} else {
			outer(values[0], to, x, x4, x2, length);
		}
		inner(values[1], values[2], to, x, x1, x2, x3, x4, length, B * B, A);
		inner(values[3], values[4], to, x, x1, x2, x3, x4, length, A * A, B);
		if (top + TILE < plane.height()) {
			outer(values[5], to, x, x1, x3, x4 + row, length);
		} else {
			outer(values[5], to, x, x1, x3, length);
		}
	}

	private static void outer(float[] y, int to, FloatBuffer x, int a, int b, int c, int length) {
		for (int o = 0; o < length; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				y[to + o + j] = x.get(a + o + j) - 2.5f * x.get(b + o + j) + x.get(c + o + j);
			}
		}
	}

	private static void outer(float[] y, int to, FloatBuffer x, int a, int b, int length) {
		for (int o = 0; o < length; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				y[to + o + j] = x.get(a + o + j) - 2.5f * x.get(b + o + j);
			}
		}
	}

	private static void inner(float[] plus, float[] minus, int to, FloatBuffer x, int x1, int x2, int x3, int x4,
			int length, float square, float point) {
		for (int o = 0; o < length; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				float even = x.get(x4 + o + j) - square * x.get(x2 + o + j);
				float odd = point * (x.get(x3 + o + j) - square * x.get(x1 + o + j));
				plus[to + o + j] = even + odd;
				minus[to + o + j] = even - odd;
			}
		}
	}

	/** Transforms rows of six pixels. */
	private void across(int channel) {
		int lanes = plane.lanes();
		int run = plane.row() / TILE;
		int step = plane.channels() * run;
		int x1 = 0;
		int x2 = run + lanes;
		int x3 = x2 + run;
		int x0 = x3 + run;
		int x4 = x0 + lanes;
		int x5 = lanes;
		for (int r = 0; r < POINTS; r++) {
			float[] v = values[r];
			int to = r * POINTS * step + channel * run;
			acrossOuter(v, x0, x2, x4, memory, to, run);
			acrossInner(v, x1, x2, x3, x4, memory, to + step, run, B * B, A);
			acrossInner(v, x1, x2, x3, x4, memory, to + 2 * step, run, B * B, -A);
			acrossInner(v, x1, x2, x3, x4, memory, to + 3 * step, run, A * A, B);
			acrossInner(v, x1, x2, x3, x4, memory, to + 4 * step, run, A * A, -B);
			acrossOuter(v, x1, x3, x5, memory, to + 5 * step, run);
		}
	}

	private static void acrossOuter(float[] x, int a, int b, int c, FloatBuffer y, int to, int run) {
		for (int j = 0; j < run; j++) {
			y.put(to + j, x[a + j] - 2.5f * x[b + j] + x[c + j]);
		}
	}

	private static void acrossInner(float[] x, int x1, int x2, int x3, int x4, FloatBuffer y, int to, int run,
			float square, float point) {
		for (int j = 0; j < run; j++) {
			y.put(to + j, (x[x4 + j] - square * x[x2 + j]) + point * (x[x3 + j] - square * x[x1 + j]));
		}
	}

	/** Transforms columns of products back to four rows. */
	private void back(FloatBuffer products, int offset, int step) {
		int run = plane.row() / TILE;
		for (int s = 0; s < POINTS; s++) {
			int m0 = offset + s * step;
			int down = POINTS * step;
			backEven(tile[0], tile[2], s * run, products, m0, down, run);
			backOdd(tile[1], tile[3], s * run, products, m0, down, run);
		}
	}

	private static void backEven(float[] y0, float[] y2, int to, FloatBuffer m, int m0, int step, int run) {
		int m1 = m0 + step;
		int m2 = m1 + step;
		int m3 = m2 + step;
		int m4 = m3 + step;
		for (int j = 0; j < run; j++) {
			float a = m.get(m1 + j) + m.get(m2 + j);
			float b = m.get(m3 + j) + m.get(m4 + j);
			y0[to + j] = m.get(m0 + j) + (a + b);
			y2[to + j] = A * A * a + B * B * b;
		}
	}

	private static void backOdd(float[] y1, float[] y3, int to, FloatBuffer m, int m0, int step, int run) {
		int m1 = m0 + step;
		int m2 = m1 + step;
		int m3 = m2 + step;
		int m4 = m3 + step;
		int m5 = m4 + step;
		for (int j = 0; j < run; j++) {
			float a = m.get(m1 + j) - m.get(m2 + j);
			float b = m.get(m3 + j) - m.get(m4 + j);
			y1[to + j] = A * a + B * b;
			y3[to + j] = (A3 * a + B3 * b) + m.get(m5 + j);
		}
	}

	/** Transforms rows of six numbers back to four pixels. */
	private static void backAcross(float[] x, FloatBuffer y, int to, int run) {
		backEven(x, y, to, run, 1, 1, 1);
		backOdd(x, y, to + run, run, A, B);
		backEven(x, y, to + 2 * run, run, 0, A * A, B * B);
		backLast(x, y, to + 3 * run, run);
	}

	private static void backEven(float[] x, FloatBuffer y, int to, int run, float zero, float a, float b) {
		int x2 = 2 * run;
		int x3 = 3 * run;
		int x4 = 4 * run;
		for (int o = 0; o < run; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				y.put(to + o + j,
						zero * x[o + j] + (a * (x[run + o + j] + x[x2 + o + j]) + b * (x[x3 + o + j] + x[x4 + o + j])));
			}
		}
	}

	private static void backOdd(float[] x, FloatBuffer y, int to, int run, float a, float b) {
		int x2 = 2 * run;
		int x3 = 3 * run;
		int x4 = 4 * run;
		for (int o = 0; o < run; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				y.put(to + o + j, a * (x[run + o + j] - x[x2 + o + j]) + b * (x[x3 + o + j] - x[x4 + o + j]));
			}
		}
	}

	private static void backLast(float[] x, FloatBuffer y, int to, int run) {
		int x2 = 2 * run;
		int x3 = 3 * run;
		int x4 = 4 * run;
		int x5 = 5 * run;
		for (int o = 0; o < run; o += Rows.CHUNK) {
			for (int j = 0; j < Rows.CHUNK; j++) {
				y.put(to + o + j,
						(A3 * (x[run + o + j] - x[x2 + o + j]) + B3 * (x[x3 + o + j] - x[x4 + o + j])) + x[x5 + o + j]);
			}
		}
	}

	@Override
	public void close() {
		if (transformed != null) {
			transformed.close();
			transformed = null;
			plane = null;
		}
	}
}
