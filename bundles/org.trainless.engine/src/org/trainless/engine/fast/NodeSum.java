/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trainless.api.proxy.SignCodes;
import org.trainless.engine.fast.Value.Needs;

/**
 * The sum that a node is: of normalised convolutions, of other nodes as they are, and of averages of other nodes.
 * Computed row by row in one pass that also applies the ReLU and takes the signs.
 */
final class NodeSum {
	private record Scaled(FloatBuffer memory, float[] scale) {
	}

	private final Plane plane;
	private final List<Scaled> scaled = new ArrayList<>();
	private final List<FloatBuffer> plain = new ArrayList<>();
	private final List<Window> averaged = new ArrayList<>();
	private final double[] offset;

	NodeSum(Plane plane) {
		this.plane = plane;
		this.offset = new double[plane.channels()];
	}

	/** Adds what has its mean and variance counted, normalised. */
	void addNormalised(FloatBuffer memory, BatchStatistics statistics) {
		float[] scale = new float[plane.channels()];
		for (int c = 0; c < scale.length; c++) {
			scale[c] = (float) statistics.scale(c);
			offset[c] += statistics.offset(c);
		}
		scaled.add(new Scaled(memory, scale));
	}

	void addPlain(FloatBuffer x) {
		plain.add(x);
	}

	void addAverage(FloatBuffer x) {
		averaged.add(new Window(plane, x));
	}

	/** @return the sum, in the forms that are needed */
	Value compute(ActivationPool pool, Needs needs) {
		Activation raw = needs.raw() ? pool.take(plane) : null;
		Activation active = needs.active() ? pool.take(plane) : null;
		SignBits signs = needs.codes() ? new SignBits(plane) : null;
		// signs are taken from what is after the ReLU; if nobody else reads it, from a row of its own
		ByteBuffer rectified = active != null ? active.bytes
				: ByteBuffer.allocateDirect(plane.row() * Float.BYTES).order(ByteOrder.nativeOrder());
		FloatBuffer rectifiedFloats = rectified.asFloatBuffer();
		IntBuffer bits = rectified.asIntBuffer();
		float[] t = new float[plane.row()];
		for (int c = 0; c < plane.channels(); c++) {
			for (int y = 0; y < plane.height(); y++) {
				int at = c * plane.channel() + y * plane.row();
				sum(t, at, c);
				for (Window window : averaged) {
					window.add(t, c, y);
				}
				if (raw != null) {
					raw.memory.put(at, t);
				}
				int to = active != null ? at : 0;
				if (active != null || signs != null) {
					Rows.rectify(t, rectifiedFloats, to);
				}
				if (signs != null) {
					signs.addRow(bits, to);
				}
			}
		}
		return new Value(raw, active, signs == null ? null : signs.codes());
	}

	private void sum(float[] t, int at, int channel) {
		boolean begun = false;
		for (Scaled s : scaled) {
			if (begun) {
				Rows.addScaled(t, s.memory(), at, s.scale()[channel]);
			} else {
				Rows.scaled(t, s.memory(), at, s.scale()[channel], (float) offset[channel]);
				begun = true;
			}
		}
		for (FloatBuffer x : plain) {
			if (begun) {
				Rows.add(t, x, at);
			} else {
				Rows.copy(t, x, at);
				begun = true;
			}
		}
		if (!begun) {
			Arrays.fill(t, 0);
		}
	}

	/** 3×3 averages, the padding not counted: sums of three pixels of a row, then of three rows. */
	private static final class Window {
		private final Plane plane;
		/** Sums of the rows above, here and below, each at its number modulo 3. */
		private final float[][] sums;
		/** One over the number of pixels in the window, for windows of one, two and three rows. */
		private final float[][] weights = new float[4][];
		private final FloatBuffer x;
		private int done;

		Window(Plane plane, FloatBuffer x) {
			this.plane = plane;
			this.x = x;
			this.sums = new float[3][plane.row()];
			for (int rows = 1; rows <= 3; rows++) {
				weights[rows] = new float[plane.row()];
				for (int pixel = 0; pixel < plane.width(); pixel++) {
					int columns = 1 + (pixel > 0 ? 1 : 0) + (pixel < plane.width() - 1 ? 1 : 0);
					int at = plane.pixel(pixel);
					Arrays.fill(weights[rows], at, at + plane.lanes(), 1f / (rows * columns));
				}
			}
		}

		/** Adds a row; to be called for one row of a channel after the other. */
		void add(float[] t, int c, int y) {
			int first = Math.max(0, y - 1);
			int last = Math.min(plane.height() - 1, y + 1);
			if (y == 0) {
				done = 0;
			}
			for (; done <= last; done++) {
				Rows.sumOfNeighbours(sums[done % 3], x, c * plane.channel() + done * plane.row(), plane.lanes());
			}
			float[] weight = weights[last - first + 1];
			if (last - first == 2) {
				Rows.addWeighted(t, sums[first % 3], sums[(first + 1) % 3], sums[last % 3], weight);
			} else {
				Rows.addWeighted(t, sums[first % 3], sums[last % 3], weight);
			}
		}
	}

	/** Packs signs, row after row, 32 pixels to a code for each image. */
	private static final class SignBits {
		private final Plane plane;
		private final int[] codes;
		private final long[] words;
		private final int wordsPerImage;
		private int pixels;

		SignBits(Plane plane) {
			this.plane = plane;
			this.codes = new int[plane.lanes()];
			this.wordsPerImage = (plane.units() + Long.SIZE - 1) / Long.SIZE;
			this.words = new long[plane.images() * wordsPerImage];
		}

		void addRow(IntBuffer bits, int at) {
			for (int x = 0; x < plane.width(); x += Rows.SIGNS) {
				Rows.signs(bits, at + x * codes.length, pixels % Integer.SIZE, codes);
				pixels += Rows.SIGNS;
				if (pixels % Integer.SIZE == 0) {
					flush(pixels / Integer.SIZE - 1);
				}
			}
		}

		private void flush(int code) {
			int shift = code % 2 * Integer.SIZE;
			for (int n = 0; n < plane.images(); n++) {
				words[n * wordsPerImage + code / 2] |= (codes[n] & 0xffffffffL) << shift;
			}
			Arrays.fill(codes, 0);
		}

		SignCodes codes() {
			if (pixels % Integer.SIZE != 0) {
				flush(pixels / Integer.SIZE);
			}
			return new SignCodes(plane.images(), plane.units(), wordsPerImage, words);
		}
	}
}
