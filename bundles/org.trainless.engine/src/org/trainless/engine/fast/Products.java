/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * The convolutions that are one matrix product: 1×1, and the 3×3 ones of stride 2 with their patches side by side. What
 * is multiplied is put into panels, a few rows at a time, which stay in the caches until all products of them are made.
 */
final class Products {
	private final SignsRoom room;

	Products(SignsRoom room) {
		this.room = room;
	}

	/**
	 * A 1×1 convolution of the ReLU of what is given.
	 *
	 * @param weights outputs × inputs
	 */
	Convolved convolve(float[] x, Plane in, Plane out, float[] weights) {
		Convolved result = new Convolved(room.take(out));
		float[] ordered = Panels.order(weights, out.channels(), in.channels());
		int length = Winograd.TILE * in.row();
		float[] panels = room.panels(Sizes.product(in.channels(), length));
		for (int b = 0; b < in.blocks(); b++) {
			for (int y = 0; y < in.height(); y += Winograd.TILE) {
				for (int c = 0; c < in.channels(); c++) {
					int at = in.at(b, c, y);
					for (int j = 0; j < length; j += Panels.WIDTH) {
						Rows.rectify(x, at + j, Panels.WIDTH, panels, j * in.channels() + c * Panels.WIDTH);
					}
				}
				multiply(panels, in.channels(), ordered, result, b, y, Winograd.TILE);
				count(result, b, y, Winograd.TILE);
			}
		}
		return result;
	}

	/** Makes all products of the panels of some rows. */
	private static void multiply(float[] panels, int inputs, float[] ordered, Convolved result, int block, int y,
			int rows) {
		Plane out = result.plane;
		for (int k = 0; k < out.channels(); k += Panels.GROUP) {
			int to = out.at(block, k, y);
			for (int j = 0; j < rows * out.row(); j += Panels.WIDTH) {
				Panels.multiply(panels, j * inputs, inputs, ordered, k * inputs, result.memory, to + j, out.channel());
			}
		}
	}

	private static void count(Convolved result, int block, int y, int rows) {
		for (int k = 0; k < result.plane.channels(); k++) {
			result.addRows(block, k, y, rows);
		}
	}

	/**
	 * A 3×3 convolution of stride 2 of the ReLU of what is given.
	 *
	 * @param weights outputs × inputs × 3 × 3
	 */
	Convolved convolveByStride2(float[] x, Plane in, Plane out, float[] weights) {
		int inputs = 9 * in.channels();
		Convolved result = new Convolved(room.take(out));
		float[] ordered = Panels.order(weights, out.channels(), inputs);
		float[] panels = room.panels(Sizes.product(inputs, out.row()));
		for (int b = 0; b < out.blocks(); b++) {
			for (int y = 0; y < out.height(); y++) {
				for (int c = 0; c < in.channels(); c++) {
					for (int k = 0; k < 9; k++) {
						int line = 2 * y + k / 3 - 1;
						int from = line < 0 ? -1 : in.at(b, c, line);
						patches(x, from, k % 3 - 1, out.width(), panels, 9 * c + k, inputs);
					}
				}
				multiply(panels, inputs, ordered, result, b, y, 1);
				count(result, b, y, 1);
			}
		}
		return result;
	}

	/** Puts every second pixel of a row into panels. */
	private static void patches(float[] x, int from, int shift, int width, float[] panels, int input, int inputs) {
		for (int p = 0; p < width; p++) {
			int to = p / 2 * inputs * Panels.WIDTH + input * Panels.WIDTH + p % 2 * Plane.LANES;
			int pixel = 2 * p + shift;
			if (from < 0 || pixel < 0) {
				Rows.clear(panels, to);
			} else {
				Rows.rectify(x, from + pixel * Plane.LANES, Plane.LANES, panels, to);
			}
		}
	}

	/**
	 * A 1×1 convolution of the means of 2×2 squares; not to be normalised.
	 *
	 * @param weights outputs × inputs
	 */
	Convolved convolveMeans(float[] x, Plane in, Plane out, float[] weights) {
		Convolved result = new Convolved(room.take(out));
		float[] ordered = Panels.order(weights, out.channels(), in.channels());
		float[] panels = room.panels(Sizes.product(in.channels(), out.row()));
		for (int b = 0; b < out.blocks(); b++) {
			for (int y = 0; y < out.height(); y++) {
				for (int c = 0; c < in.channels(); c++) {
					int upper = in.at(b, c, 2 * y);
					for (int p = 0; p < out.width(); p++) {
						Rows.mean(panels, (p / 2 * in.channels() + c) * Panels.WIDTH + p % 2 * Plane.LANES, x,
								upper + 2 * p * Plane.LANES, upper + 2 * p * Plane.LANES + in.row());
					}
				}
				multiply(panels, in.channels(), ordered, result, b, y, 1);
			}
		}
		return result;
	}
}
