/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trainless.api.proxy.SignCodes;
import org.trainless.engine.fast.Value.Needs;

/**
 * The sum that a node is: of normalised convolutions, of other nodes as they are, and of averages of other nodes.
 * Computed row by row in one pass that also takes the signs.
 */
final class NodeSum {
	private record Scaled(float[] memory, float[] scale) {
	}

	private final Plane plane;
	private final List<Scaled> scaled = new ArrayList<>();
	private final List<float[]> plain = new ArrayList<>();
	private final List<Window> averaged = new ArrayList<>();
	private final double[] offset;

	NodeSum(Plane plane) {
		this.plane = plane;
		this.offset = new double[plane.channels()];
	}

	/** Adds what has its mean and variance counted, normalised. */
	void addNormalised(float[] memory, BatchStatistics statistics) {
		float[] scale = new float[plane.channels()];
		for (int c = 0; c < scale.length; c++) {
			scale[c] = (float) statistics.scale(c);
			offset[c] += statistics.offset(c);
		}
		scaled.add(new Scaled(memory, scale));
	}

	void addPlain(float[] x) {
		plain.add(x);
	}

	void addAverage(float[] x) {
		averaged.add(new Window(plane, x));
	}

	/** @return the sum, in the forms that are needed */
	Value compute(SignsRoom room, Needs needs) {
		Activation numbers = needs.numbers() ? room.take(plane) : null;
		SignBits signs = needs.codes() ? new SignBits(plane) : null;
		float[] t = numbers != null ? numbers.memory : new float[plane.row()];
		for (int b = 0; b < plane.blocks(); b++) {
			for (int c = 0; c < plane.channels(); c++) {
				for (int y = 0; y < plane.height(); y++) {
					int at = plane.at(b, c, y);
					int to = numbers != null ? at : 0;
					sum(t, to, at, c);
					for (Window window : averaged) {
						window.add(t, to, b, c, y);
					}
					if (signs != null) {
						signs.addRow(t, to);
					}
				}
			}
			if (signs != null) {
				signs.endBlock(b);
			}
		}
		return new Value(numbers, signs == null ? null : signs.codes());
	}

	private void sum(float[] t, int to, int at, int channel) {
		int row = plane.row();
		boolean begun = !scaled.isEmpty();
		if (begun) {
			Scaled first = scaled.get(0);
			float shift = (float) offset[channel];
			if (scaled.size() == 1) {
				Rows.scaled(t, to, row, first.memory(), at, first.scale()[channel], shift);
			} else {
				Scaled second = scaled.get(1);
				Rows.scaled(t, to, row, first.memory(), second.memory(), at, first.scale()[channel],
						second.scale()[channel], shift);
			}
			for (int i = 2; i < scaled.size(); i++) {
				Rows.addScaled(t, to, row, scaled.get(i).memory(), at, scaled.get(i).scale()[channel]);
			}
		}
		for (float[] x : plain) {
			if (begun) {
				Rows.add(t, to, row, x, at);
			} else {
				System.arraycopy(x, at, t, to, row);
				begun = true;
			}
		}
		if (!begun) {
			Arrays.fill(t, to, to + row, 0);
		}
	}

	/** 3×3 averages, the padding not counted: sums of three pixels of a row, then of three rows. */
	private static final class Window {
		private final Plane plane;
		/** Sums of the rows above, here and below, each at its number modulo 3. */
		private final float[][] sums;
		private final float[] zeros;
		private final float[] x;
		private int done;

		Window(Plane plane, float[] x) {
			this.plane = plane;
			this.x = x;
			this.sums = new float[3][plane.row()];
			this.zeros = new float[plane.row()];
		}

		/** Adds a row; to be called for one row of a channel after the other. */
		void add(float[] t, int to, int b, int c, int y) {
			int first = Math.max(0, y - 1);
			int last = Math.min(plane.height() - 1, y + 1);
			if (y == 0) {
				done = 0;
			}
			for (; done <= last; done++) {
				Rows.sumOfNeighbours(sums[done % 3], plane.width(), x, plane.at(b, c, done));
			}
			float[] above = y > 0 ? sums[(y - 1) % 3] : zeros;
			float[] below = y < last ? sums[last % 3] : zeros;
			int rows = last - first + 1;
			int end = plane.row() - Plane.LANES;
			Rows.addWeighted(t, to, 0, Plane.LANES, above, sums[y % 3], below, 1f / (2 * rows));
			Rows.addWeighted(t, to, Plane.LANES, end, above, sums[y % 3], below, 1f / (3 * rows));
			Rows.addWeighted(t, to, end, plane.row(), above, sums[y % 3], below, 1f / (2 * rows));
		}
	}

	/** Packs signs, row after row, 32 pixels to a code for each image. */
	private static final class SignBits {
		private final Plane plane;
		private final int[] codes = new int[Plane.LANES];
		private final long[] words;
		private final int wordsPerImage;
		private int pixels;
		private int block;

		SignBits(Plane plane) {
			this.plane = plane;
			this.wordsPerImage = (plane.units() + Long.SIZE - 1) / Long.SIZE;
			this.words = new long[plane.images() * wordsPerImage];
		}

		void addRow(float[] t, int at) {
			int x = 0;
			while (x < plane.width()) {
				int together = Math.min(plane.width() - x, Integer.SIZE - pixels % Integer.SIZE);
				Rows.signs(t, at + x * Plane.LANES, together, pixels % Integer.SIZE, codes);
				x += together;
				pixels += together;
				if (pixels % Integer.SIZE == 0) {
					flush(pixels / Integer.SIZE - 1);
				}
			}
		}

		private void flush(int code) {
			int shift = code % 2 * Integer.SIZE;
			int image = block * Plane.LANES;
			for (int n = 0; n < plane.imagesOf(block); n++) {
				words[(image + n) * wordsPerImage + code / 2] |= (codes[n] & 0xffffffffL) << shift;
			}
			Arrays.fill(codes, 0);
		}

		void endBlock(int done) {
			if (pixels % Integer.SIZE != 0) {
				flush(pixels / Integer.SIZE);
			}
			pixels = 0;
			block = done + 1;
		}

		SignCodes codes() {
			return new SignCodes(plane.images(), plane.units(), wordsPerImage, words);
		}
	}
}
