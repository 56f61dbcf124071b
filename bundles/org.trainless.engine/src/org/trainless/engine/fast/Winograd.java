/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * 3×3 convolutions of stride 1 by Winograd's algorithm F(4×4, 3×3): of tiles of 4×4 pixels each costs 36
 * multiplications for each pair of channels instead of 144 (Lavin and Gray, "Fast Algorithms for Convolutional Neural
 * Networks", CVPR 2016). Polynomials are evaluated at 0, ±1/√2, ±√2 and ∞, which keeps rounding errors small.
 * <p>
 * Some rows of tiles of a block of images at a time, so that what they are transformed to stays in the second cache
 * while all products of it are made; the products of a panel, in the first one until they are transformed back. Several
 * convolutions of the same values share the transformation of these.
 */
final class Winograd {
	/** Pixels of a tile in each direction. */
	static final int TILE = 4;
	private static final int POINTS = 6;
	private static final int PRODUCTS = POINTS * POINTS;
	/** Transformed numbers that the second cache has room for beside the rest. */
	private static final int CACHED = 160_000;
	private static final float A = (float) Math.sqrt(0.5);
	private static final float B = (float) Math.sqrt(2);
	private static final float A3 = (float) Math.pow(0.5, 1.5);
	private static final float B3 = (float) Math.pow(2, 1.5);
	/** Evaluates a kernel of three at the points. */
	private static final float[][] KERNEL = kernel();
	private static final VectorSpecies<Float> FLOATS = Rows.FLOATS;
	private static final int STEP = Rows.STEP;
	/** From the products of one output in a panel to those of the next one. */
	private static final int OUTPUT = PRODUCTS * Panels.WIDTH;

	private final SignsRoom room;
	private final float[] products = new float[Panels.GROUP * OUTPUT];
	/** Columns of a row of tiles, transformed; one pixel more on each side, which stays zero. */
	private float[] lines = new float[0];
	private float[] zeros = new float[0];

	Winograd(SignsRoom room) {
		this.room = room;
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
	 * @param relu    whether its ReLU is convolved instead
	 * @param in      its shape
	 * @param outputs channels of each result
	 * @param weights of each convolution, outputs × inputs × 3 × 3
	 * @return the results
	 */
	List<Convolved> convolve(float[] x, boolean relu, Plane in, int outputs, List<float[]> weights) {
		Plane out = in.withChannels(outputs);
		List<Convolved> results = new ArrayList<>();
		for (int i = 0; i < weights.size(); i++) {
			results.add(new Convolved(room.take(out)));
		}
		prepare(in);
		int across = in.width() / TILE;
		int down = in.height() / TILE;
		int together = Math.clamp(CACHED / (PRODUCTS * Plane.LANES * in.channels() * across), 1, down);
		float[] panels = room.panels(Sizes.product((together * across + 1) / 2, OUTPUT, in.channels()));
		float[] kernels = kernels(weights, outputs, in.channels());
		for (int b = 0; b < in.blocks(); b++) {
			for (int top = 0; top < down; top += together) {
				int rows = Math.min(together, down - top);
				for (int c = 0; c < in.channels(); c++) {
					for (int r = 0; r < rows; r++) {
						down(x, relu, in, b, c, (top + r) * TILE);
						across(in, c, r * across, panels);
					}
				}
				for (int k = 0; k < outputs * weights.size(); k += Panels.GROUP) {
					group(panels, kernels, in, k, results.get(k / outputs), k % outputs, b, top, rows);
				}
			}
		}
		return results;
	}

	private void prepare(Plane in) {
		int line = in.row() + 2 * Plane.LANES;
		if (lines.length < POINTS * line) {
			lines = new float[POINTS * line];
			zeros = new float[in.row()];
		}
		for (int i = 0; i < POINTS; i++) {
			Arrays.fill(lines, i * line, i * line + Plane.LANES, 0);
			Arrays.fill(lines, (i + 1) * line - Plane.LANES, (i + 1) * line, 0);
		}
	}

	/** Computes some channels of a result in some rows of tiles of a block. */
	private void group(float[] panels, float[] kernels, Plane in, int output, Convolved result, int channel, int block,
			int top, int rows) {
		int across = in.width() / TILE;
		int inputs = in.channels();
		int from = output * PRODUCTS * inputs;
		for (int first = 0; first < rows * across; first += 2) {
			int at = first / 2 * PRODUCTS * inputs * Panels.WIDTH;
			for (int p = 0; p < PRODUCTS; p++) {
				Panels.multiply(panels, at + p * inputs * Panels.WIDTH, inputs, kernels,
						from + p * inputs * Panels.GROUP, products, p * Panels.WIDTH, OUTPUT);
			}
			for (int tile = first; tile < Math.min(first + 2, rows * across); tile++) {
				int pixel = tile % across * TILE * Plane.LANES;
				for (int k = 0; k < Panels.GROUP; k++) {
					back(k * OUTPUT + tile % 2 * Plane.LANES, result.memory,
							result.plane.at(block, channel + k, (top + tile / across) * TILE) + pixel,
							result.plane.row());
				}
			}
		}
		for (int k = 0; k < Panels.GROUP; k++) {
			for (int r = 0; r < rows; r++) {
				result.addRows(block, channel + k, (top + r) * TILE, TILE);
			}
		}
	}

	/** Groups of outputs × products × inputs × outputs of a group. */
	private float[] kernels(List<float[]> weights, int outputs, int inputs) {
		int size = Sizes.product(outputs, inputs);
		float[] kernels = room.kernels(Sizes.product(PRODUCTS, size, weights.size()));
		float[][] kernel = new float[9][size];
		float[] row0 = new float[size];
		float[] row1 = new float[size];
		float[] row2 = new float[size];
		int group = inputs * Panels.GROUP;
		for (int w = 0; w < weights.size(); w++) {
			float[] values = weights.get(w);
			for (int k = 0; k < outputs; k++) {
				for (int c = 0; c < inputs; c++) {
					int to = k / Panels.GROUP * group + c * Panels.GROUP + k % Panels.GROUP;
					for (int j = 0; j < 9; j++) {
						kernel[j][to] = values[9 * (k * inputs + c) + j];
					}
				}
			}
			for (int i = 0; i < POINTS; i++) {
				evaluate(row0, 0, kernel[0], kernel[3], kernel[6], 0, size, KERNEL[i]);
				evaluate(row1, 0, kernel[1], kernel[4], kernel[7], 0, size, KERNEL[i]);
				evaluate(row2, 0, kernel[2], kernel[5], kernel[8], 0, size, KERNEL[i]);
				for (int j = 0; j < POINTS; j++) {
					for (int from = 0; from < size; from += group) {
						evaluate(kernels, PRODUCTS * (w * size + from) + (i * POINTS + j) * group, row0, row1, row2,
								from, group, KERNEL[j]);
					}
				}
			}
		}
		return kernels;
	}

	/**
	 * Values of kernels at a point, by what is multiplied with its powers. The compiler makes vectors of this by
	 * itself; their length need not divide that of a pixel here.
	 */
	private static void evaluate(float[] y, int to, float[] a, float[] b, float[] c, int from, int length,
			float[] powers) {
		float p0 = powers[0];
		float p1 = powers[1];
		float p2 = powers[2];
		for (int k = 0; k < length; k++) {
			y[to + k] = c[from + k] * p2 + b[from + k] * p1 + a[from + k] * p0;
		}
	}

	/** Transforms columns of six pixels of a channel; what is above or below the image is zero. */
	private void down(float[] x, boolean relu, Plane in, int block, int channel, int top) {
		int at = in.at(block, channel, top);
		int row = in.row();
		boolean first = top == 0;
		boolean last = top + TILE == in.height();
		// the least bits that a number keeps, as a whole number: see Rows
		int floor = relu ? 0 : Integer.MIN_VALUE;
		down(first ? zeros : x, first ? 0 : at - row, x, at, row, last ? zeros : x, last ? 0 : at + TILE * row, floor,
				lines);
	}

	private static void down(float[] above, int x0, float[] x, int x1, int row, float[] below, int x5, int floor,
			float[] y) {
		FloatVector outer = FloatVector.broadcast(FLOATS, -2.5f);
		FloatVector two = FloatVector.broadcast(FLOATS, -2);
		FloatVector half = FloatVector.broadcast(FLOATS, -0.5f);
		FloatVector a = FloatVector.broadcast(FLOATS, A);
		FloatVector b = FloatVector.broadcast(FLOATS, B);
		int line = row + 2 * Plane.LANES;
		for (int j = 0; j < row; j += STEP) {
			FloatVector d0 = FloatVector.fromArray(FLOATS, above, x0 + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			FloatVector d1 = FloatVector.fromArray(FLOATS, x, x1 + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			FloatVector d2 = FloatVector.fromArray(FLOATS, x, x1 + row + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			FloatVector d3 = FloatVector.fromArray(FLOATS, x, x1 + 2 * row + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			FloatVector d4 = FloatVector.fromArray(FLOATS, x, x1 + 3 * row + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			FloatVector d5 = FloatVector.fromArray(FLOATS, below, x5 + j).reinterpretAsInts().max(floor)
					.reinterpretAsFloats();
			int to = Plane.LANES + j;
			d2.fma(outer, d0).add(d4).intoArray(y, to);
			FloatVector even = d2.fma(two, d4);
			FloatVector odd = d1.fma(two, d3).mul(a);
			even.add(odd).intoArray(y, to + line);
			even.sub(odd).intoArray(y, to + 2 * line);
			even = d2.fma(half, d4);
			odd = d1.fma(half, d3).mul(b);
			even.add(odd).intoArray(y, to + 3 * line);
			even.sub(odd).intoArray(y, to + 4 * line);
			d3.fma(outer, d1).add(d5).intoArray(y, to + 5 * line);
		}
	}

	/** Transforms rows of six pixels of the tiles of a row. */
	private void across(Plane in, int channel, int firstTile, float[] panels) {
		int line = in.row() + 2 * Plane.LANES;
		int product = in.channels() * Panels.WIDTH;
		for (int t = 0; t < in.width() / TILE; t++) {
			int tile = firstTile + t;
			int to = tile / 2 * PRODUCTS * product + channel * Panels.WIDTH + tile % 2 * Plane.LANES;
			for (int lane = 0; lane < Plane.LANES; lane += STEP) {
				across(lines, t * TILE * Plane.LANES + lane, line, panels, to + lane, product);
			}
		}
	}

	private static void across(float[] x, int at, int line, float[] y, int to, int product) {
		FloatVector outer = FloatVector.broadcast(FLOATS, -2.5f);
		FloatVector two = FloatVector.broadcast(FLOATS, -2);
		FloatVector half = FloatVector.broadcast(FLOATS, -0.5f);
		FloatVector a = FloatVector.broadcast(FLOATS, A);
		FloatVector b = FloatVector.broadcast(FLOATS, B);
		for (int i = 0; i < POINTS; i++) {
			int from = at + i * line;
			int first = to + i * POINTS * product;
			FloatVector d0 = FloatVector.fromArray(FLOATS, x, from);
			FloatVector d1 = FloatVector.fromArray(FLOATS, x, from + Plane.LANES);
			FloatVector d2 = FloatVector.fromArray(FLOATS, x, from + 2 * Plane.LANES);
			FloatVector d3 = FloatVector.fromArray(FLOATS, x, from + 3 * Plane.LANES);
			FloatVector d4 = FloatVector.fromArray(FLOATS, x, from + 4 * Plane.LANES);
			FloatVector d5 = FloatVector.fromArray(FLOATS, x, from + 5 * Plane.LANES);
			d2.fma(outer, d0).add(d4).intoArray(y, first);
			FloatVector even = d2.fma(two, d4);
			FloatVector odd = d1.fma(two, d3).mul(a);
			even.add(odd).intoArray(y, first + product);
			even.sub(odd).intoArray(y, first + 2 * product);
			even = d2.fma(half, d4);
			odd = d1.fma(half, d3).mul(b);
			even.add(odd).intoArray(y, first + 3 * product);
			even.sub(odd).intoArray(y, first + 4 * product);
			d3.fma(outer, d1).add(d5).intoArray(y, first + 5 * product);
		}
	}

	/** Transforms the products of a tile back to its pixels. */
	private void back(int from, float[] y, int to, int row) {
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			back(products, from + lane, y, to + lane, row);
		}
	}

	/** Column by column, then row by row; written out, as a loop would keep the vectors in an array, as objects. */
	private static void back(float[] x, int at, float[] y, int to, int row) {
		FloatVector a = FloatVector.broadcast(FLOATS, A);
		FloatVector b = FloatVector.broadcast(FLOATS, B);
		FloatVector half = FloatVector.broadcast(FLOATS, 0.5f);
		FloatVector two = FloatVector.broadcast(FLOATS, 2);
		FloatVector a3 = FloatVector.broadcast(FLOATS, A3);
		FloatVector b3 = FloatVector.broadcast(FLOATS, B3);
		int next = POINTS * Panels.WIDTH;
		int from = at;
		FloatVector m1 = FloatVector.fromArray(FLOATS, x, from + next);
		FloatVector m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		FloatVector m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		FloatVector m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		FloatVector even1 = m1.add(m2);
		FloatVector odd1 = m1.sub(m2);
		FloatVector even2 = m3.add(m4);
		FloatVector odd2 = m3.sub(m4);
		FloatVector c00 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c10 = odd2.fma(b, odd1.mul(a));
		FloatVector c20 = even2.fma(two, even1.mul(half));
		FloatVector c30 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		from = at + Panels.WIDTH;
		m1 = FloatVector.fromArray(FLOATS, x, from + next);
		m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		even1 = m1.add(m2);
		odd1 = m1.sub(m2);
		even2 = m3.add(m4);
		odd2 = m3.sub(m4);
		FloatVector c01 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c11 = odd2.fma(b, odd1.mul(a));
		FloatVector c21 = even2.fma(two, even1.mul(half));
		FloatVector c31 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		from = at + 2 * Panels.WIDTH;
		m1 = FloatVector.fromArray(FLOATS, x, from + next);
		m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		even1 = m1.add(m2);
		odd1 = m1.sub(m2);
		even2 = m3.add(m4);
		odd2 = m3.sub(m4);
		FloatVector c02 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c12 = odd2.fma(b, odd1.mul(a));
		FloatVector c22 = even2.fma(two, even1.mul(half));
		FloatVector c32 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		from = at + 3 * Panels.WIDTH;
		m1 = FloatVector.fromArray(FLOATS, x, from + next);
		m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		even1 = m1.add(m2);
		odd1 = m1.sub(m2);
		even2 = m3.add(m4);
		odd2 = m3.sub(m4);
		FloatVector c03 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c13 = odd2.fma(b, odd1.mul(a));
		FloatVector c23 = even2.fma(two, even1.mul(half));
		FloatVector c33 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		from = at + 4 * Panels.WIDTH;
		m1 = FloatVector.fromArray(FLOATS, x, from + next);
		m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		even1 = m1.add(m2);
		odd1 = m1.sub(m2);
		even2 = m3.add(m4);
		odd2 = m3.sub(m4);
		FloatVector c04 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c14 = odd2.fma(b, odd1.mul(a));
		FloatVector c24 = even2.fma(two, even1.mul(half));
		FloatVector c34 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		from = at + 5 * Panels.WIDTH;
		m1 = FloatVector.fromArray(FLOATS, x, from + next);
		m2 = FloatVector.fromArray(FLOATS, x, from + 2 * next);
		m3 = FloatVector.fromArray(FLOATS, x, from + 3 * next);
		m4 = FloatVector.fromArray(FLOATS, x, from + 4 * next);
		even1 = m1.add(m2);
		odd1 = m1.sub(m2);
		even2 = m3.add(m4);
		odd2 = m3.sub(m4);
		FloatVector c05 = FloatVector.fromArray(FLOATS, x, from).add(even1.add(even2));
		FloatVector c15 = odd2.fma(b, odd1.mul(a));
		FloatVector c25 = even2.fma(two, even1.mul(half));
		FloatVector c35 = odd2.fma(b3, odd1.fma(a3, FloatVector.fromArray(FLOATS, x, from + 5 * next)));
		even1 = c01.add(c02);
		odd1 = c01.sub(c02);
		even2 = c03.add(c04);
		odd2 = c03.sub(c04);
		c00.add(even1.add(even2)).intoArray(y, to);
		odd2.fma(b, odd1.mul(a)).intoArray(y, to + Plane.LANES);
		even2.fma(two, even1.mul(half)).intoArray(y, to + 2 * Plane.LANES);
		odd2.fma(b3, odd1.fma(a3, c05)).intoArray(y, to + 3 * Plane.LANES);
		even1 = c11.add(c12);
		odd1 = c11.sub(c12);
		even2 = c13.add(c14);
		odd2 = c13.sub(c14);
		c10.add(even1.add(even2)).intoArray(y, to + row);
		odd2.fma(b, odd1.mul(a)).intoArray(y, to + row + Plane.LANES);
		even2.fma(two, even1.mul(half)).intoArray(y, to + row + 2 * Plane.LANES);
		odd2.fma(b3, odd1.fma(a3, c15)).intoArray(y, to + row + 3 * Plane.LANES);
		even1 = c21.add(c22);
		odd1 = c21.sub(c22);
		even2 = c23.add(c24);
		odd2 = c23.sub(c24);
		c20.add(even1.add(even2)).intoArray(y, to + 2 * row);
		odd2.fma(b, odd1.mul(a)).intoArray(y, to + 2 * row + Plane.LANES);
		even2.fma(two, even1.mul(half)).intoArray(y, to + 2 * row + 2 * Plane.LANES);
		odd2.fma(b3, odd1.fma(a3, c25)).intoArray(y, to + 2 * row + 3 * Plane.LANES);
		even1 = c31.add(c32);
		odd1 = c31.sub(c32);
		even2 = c33.add(c34);
		odd2 = c33.sub(c34);
		c30.add(even1.add(even2)).intoArray(y, to + 3 * row);
		odd2.fma(b, odd1.mul(a)).intoArray(y, to + 3 * row + Plane.LANES);
		even2.fma(two, even1.mul(half)).intoArray(y, to + 3 * row + 2 * Plane.LANES);
		odd2.fma(b3, odd1.fma(a3, c35)).intoArray(y, to + 3 * row + 3 * Plane.LANES);
	}
}
