/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.Arrays;

/**
 * A value x of the network, and x + ẋ with its derivative ẋ by the common factor of all weights: the sum is what a
 * layer multiplies for the derivative of what it gives.
 */
final class FlowValue {
	/** Of a 3×3 average; faster than to divide, and far less than what is lost elsewhere. */
	private static final double NINTH = 1.0 / 9;

	final FlowPlane plane;
	/** As many as the plane has; what lies behind them is of no meaning. */
	final double[] values;
	private final FlowRoom room;

	FlowValue(FlowPlane plane, double[] values, FlowRoom room) {
		this.plane = plane;
		this.values = values;
		this.room = room;
	}

	/** To be called once, when nobody reads this value any more. */
	void release() {
		room.giveBack(values);
	}

	/**
	 * Makes what a layer gives of the products with its weights: so far the second image is ẋ alone.
	 *
	 * @param bias one for each channel, or none; a constant, so it has no part in the derivative
	 */
	void complete(float[] bias) {
		int image = plane.image();
		for (int c = 0; c < plane.channels(); c++) {
			int start = c * plane.channel();
			double constant = bias.length == 0 ? 0 : bias[c];
			for (int i = start; i < start + image; i++) {
				double x = values[i] + constant;
				values[i] = x;
				values[image + i] += x;
			}
		}
	}

	/** @return the same with more of the image kept */
	private FlowValue at(FlowPlane more) {
		FlowValue result = room.value(more);
		int[] columns = columns(more);
		for (int c = 0; c < plane.channels(); c++) {
			copy(c, more, columns, result.values, c * more.channel(), c * more.channel() + more.image());
		}
		return result;
	}

	private boolean keepsAsMuchAs(FlowPlane other) {
		return plane.height() == other.height() && plane.width() == other.width();
	}

	private int[] columns(FlowPlane more) {
		int[] columns = new int[more.width()];
		for (int x = 0; x < columns.length; x++) {
			columns[x] = plane.source(x, columns.length, plane.width());
		}
		return columns;
	}

	/** Copies both images of a channel to places of their own, with more of them kept. */
	private void copy(int channel, FlowPlane more, int[] columns, double[] to, int first, int second) {
		int start = channel * plane.channel();
		if (keepsAsMuchAs(more)) {
			System.arraycopy(values, start, to, first, plane.image());
			System.arraycopy(values, start + plane.image(), to, second, plane.image());
			return;
		}
		int width = more.width();
		for (int y = 0; y < more.height(); y++) {
			int from = start + plane.source(y, more.height(), plane.height()) * plane.width();
			for (int x = 0; x < width; x++) {
				to[first + y * width + x] = values[from + columns[x]];
				to[second + y * width + x] = values[from + plane.image() + columns[x]];
			}
		}
	}

	/** Adds a value of which no more is kept than of this one. */
	void add(FlowValue other) {
		if (!other.keepsAsMuchAs(plane)) {
			FlowValue more = other.at(plane);
			add(more);
			more.release();
			return;
		}
		int size = plane.size();
		for (int i = 0; i < size; i++) {
			values[i] += other.values[i];
		}
	}

	/** @param bias one for each channel: what a convolution of zeros gives */
	void addBias(float[] bias) {
		for (int c = 0; c < bias.length; c++) {
			int start = c * plane.channel();
			for (int i = start; i < start + plane.channel(); i++) {
				values[i] += bias[c];
			}
		}
	}

	/** @return the 3×3 average, the padding not counted */
	FlowValue average3x3() {
		FlowPlane more = plane.at(plane.depth() + 1);
		FlowValue result = room.value(more);
		int width = more.width();
		int image = more.image();
		int[] columns = columns(more);
		// a row of zeros above and below each of both images, and a pixel of zero before and after the sums
		double[] padded = room.plane(0, Sizes.product(width, 3 + 2 * more.height()));
		double[] sums = room.plane(1, image + 2);
		for (int c = 0; c < more.channels(); c++) {
			copy(c, more, columns, padded, width, 2 * width + image);
			for (int k = 0; k < 2; k++) {
				int from = width + k * (width + image);
				for (int i = 0; i < image; i++) {
					sums[i + 1] = padded[from + i - width] + padded[from + i] + padded[from + i + width];
				}
				average(sums, result.values, c * more.channel() + k * image, more.height(), width);
			}
		}
		return result;
	}

	/**
	 * @param sums   of three rows, one number before and one after them all of no meaning
	 * @param height at least 2, or a row would be both the first and the last one
	 * @param width  at least 2; {@link FlowRunner} serves no smaller images
	 */
	private static void average(double[] sums, double[] result, int to, int height, int width) {
		int image = height * width;
		for (int i = 0; i < image; i++) {
			result[to + i] = (sums[i] + sums[i + 1] + sums[i + 2]) * NINTH;
		}
		for (int i = 0; i < image; i += width) {
			result[to + i] = (sums[i + 1] + sums[i + 2]) * (1.5 * NINTH);
			result[to + i + width - 1] = (sums[i + width - 1] + sums[i + width]) * (1.5 * NINTH);
		}
		for (int x = 0; x < width; x++) {
			result[to + x] *= 1.5;
			result[to + image - width + x] *= 1.5;
		}
	}

	/** @return the same with as much kept as a half needs, see {@link FlowPlane#half} */
	FlowValue beforeHalf() {
		return at(plane.beforeHalf());
	}

	/** @return the mean of each 2×2 square of this value, of which is kept what its half needs */
	FlowValue average2x2(FlowPlane half) {
		FlowValue result = room.value(half);
		int width = plane.width();
		for (int image = 0; image < 2 * plane.channels(); image++) {
			for (int y = 0; y < half.height(); y++) {
				for (int x = 0; x < half.width(); x++) {
					int at = image * plane.image() + 2 * y * width + 2 * x;
					result.values[image * half.image() + y * half.width() + x] = 0.25
							* (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]);
				}
			}
		}
		return result;
	}

	/** @return the pixels, for a 1×1 convolution */
	FlowRows pixels() {
		int[] at = new int[plane.channels()];
		for (int c = 0; c < at.length; c++) {
			at[c] = c * plane.channel();
		}
		return new FlowRows(values, at, plane.image());
	}

	/**
	 * The neighbours of all pixels, for a 3×3 convolution: three rows for each channel, with the pixels to the left,
	 * the pixels themselves and those to the right, and nine places where they are begun.
	 *
	 * @param more as much of the image as there are pixels to be
	 * @return good until the next neighbours are asked for
	 */
	FlowRows neighbours(FlowPlane more) {
		int width = more.width();
		int image = more.image();
		// a row of zeros above and below each of both images
		int length = Sizes.product(width, 3 + 2 * more.height());
		int[] columns = columns(more);
		double[] x = room.rows(Sizes.product(3, more.channels(), length) + FlowProducts.PIXELS);
		int[] at = new int[9 * more.channels()];
		for (int c = 0; c < more.channels(); c++) {
			int left = 3 * c * length;
			int middle = left + length;
			int right = middle + length;
			for (int start = middle; start < right; start += width + image) {
				Arrays.fill(x, start, start + width, 0);
			}
			copy(c, more, columns, x, middle + width, middle + 2 * width + image);
			x[left] = 0;
			System.arraycopy(x, middle, x, left + 1, length - 1);
			System.arraycopy(x, middle + 1, x, right, length - 1);
			x[right + length - 1] = 0;
			for (int i = width; i < length; i += width) {
				x[left + i] = 0;
				x[right + i - 1] = 0;
			}
			for (int k = 0; k < 9; k++) {
				at[9 * c + k] = left + k % 3 * length + k / 3 * width;
			}
		}
		return new FlowRows(x, at, width + image);
	}

	/**
	 * The neighbours of every other pixel of every other row.
	 *
	 * @param half the plane of these pixels
	 * @return good until the next neighbours are asked for
	 */
	FlowRows neighboursOfStride2(FlowPlane half) {
		int width = plane.width();
		double[] x = room.rows(Sizes.product(9, plane.channels(), half.channel()) + FlowProducts.PIXELS);
		int[] at = new int[9 * plane.channels()];
		int to = 0;
		for (int c = 0; c < plane.channels(); c++) {
			for (int k = 0; k < 9; k++) {
				int right = k % 3 - 1;
				at[9 * c + k] = to;
				for (int image = 2 * c; image < 2 * c + 2; image++) {
					for (int y = 0; y < half.height(); y++) {
						int line = 2 * y + k / 3 - 1;
						int from = image * plane.image() + line * width + right;
						for (int p = 0; p < half.width(); p++) {
							x[to++] = line < 0 || p == 0 && right < 0 ? 0 : values[from + 2 * p];
						}
					}
				}
			}
		}
		return new FlowRows(x, at, half.image());
	}

	/** @return for each channel the mean of x + ẋ over the pixels of the whole image */
	double[] means() {
		double[] means = new double[plane.channels()];
		for (int c = 0; c < means.length; c++) {
			int start = c * plane.channel() + plane.image();
			double sum = 0;
			for (int y = 0; y < plane.height(); y++) {
				double row = 0;
				for (int x = 0; x < plane.width(); x++) {
					row += times(x, plane.width(), plane.fullWidth()) * values[start + y * plane.width() + x];
				}
				sum += times(y, plane.height(), plane.fullHeight()) * row;
			}
			means[c] = sum / (plane.fullHeight() * plane.fullWidth());
		}
		return means;
	}

	/** How many rows or columns of the whole image the kept one stands for. */
	private int times(int position, int kept, int full) {
		return position == plane.depth() ? 1 + full - kept : 1;
	}
}
