/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * A value x of the network and its derivative ẋ by the common factor of all weights.
 */
final class FlowValue {
	final FlowPlane plane;
	final double[] values;

	FlowValue(FlowPlane plane) {
		this.plane = plane;
		this.values = new double[plane.size()];
	}

	/**
	 * @param product of rows of both images
	 * @param first   row of the first channel
	 */
	FlowValue(FlowPlane plane, DoubleBuffer product, int first) {
		this(plane);
		product.get(first * plane.channel(), values);
	}

	/** @return the same with more of the image kept; this one when that is all the same */
	FlowValue at(FlowPlane more) {
		if (more.height() == plane.height() && more.width() == plane.width()) {
			return this;
		}
		FlowValue result = new FlowValue(more);
		int width = more.width();
		int[] columns = new int[width];
		for (int x = 0; x < width; x++) {
			columns[x] = plane.source(x, width, plane.width());
		}
		for (int image = 0; image < 2 * plane.channels(); image++) {
			for (int y = 0; y < more.height(); y++) {
				int from = image * plane.image() + plane.source(y, more.height(), plane.height()) * plane.width();
				int to = image * more.image() + y * width;
				for (int x = 0; x < width; x++) {
					result.values[to + x] = values[from + columns[x]];
				}
			}
		}
		return result;
	}

	/** Adds a value of which no more is kept than of this one. */
	void add(FlowValue other) {
		double[] x = other.at(plane).values;
		for (int i = 0; i < values.length; i++) {
			values[i] += x[i];
		}
	}

	/**
	 * @param bias one for each channel, or none; a constant, so it has no part in the derivative
	 */
	void addBias(float[] bias) {
		for (int c = 0; c < bias.length; c++) {
			int start = c * plane.channel();
			for (int i = start; i < start + plane.image(); i++) {
				values[i] += bias[c];
			}
		}
	}

	/** @return the 3×3 average, the padding not counted */
	FlowValue average3x3() {
		FlowValue source = at(plane.at(plane.depth() + 1));
		FlowPlane p = source.plane;
		FlowValue result = new FlowValue(plane.at(plane.depth() + 1));
		int height = p.height();
		int width = p.width();
		double[] sums = new double[width];
		for (int start = 0; start < source.values.length; start += p.image()) {
			for (int y = 0; y < height; y++) {
				int first = Math.max(0, y - 1);
				int last = Math.min(height - 1, y + 1);
				System.arraycopy(source.values, start + first * width, sums, 0, width);
				for (int row = first + 1; row <= last; row++) {
					for (int x = 0; x < width; x++) {
						sums[x] += source.values[start + row * width + x];
					}
				}
				int to = start + y * width;
				int rows = last - first + 1;
				for (int x = 1; x < width - 1; x++) {
					result.values[to + x] = (sums[x - 1] + sums[x] + sums[x + 1]) / (3 * rows);
				}
				result.values[to] = (sums[0] + sums[1]) / (2 * rows);
				result.values[to + width - 1] = (sums[width - 2] + sums[width - 1]) / (2 * rows);
			}
		}
		return result;
	}

	/** @return the mean of each 2×2 square of this value, of which is kept what its half needs */
	FlowValue average2x2(FlowPlane half) {
		FlowValue result = new FlowValue(half);
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

	/**
	 * @return what a layer multiplies: x and, for the derivative of θx by the common factor, x + ẋ
	 */
	double[] multiplied() {
		double[] both = values.clone();
		int image = plane.image();
		for (int start = 0; start < both.length; start += plane.channel()) {
			for (int i = start; i < start + image; i++) {
				both[image + i] += both[i];
			}
		}
		return both;
	}

	/**
	 * The neighbours of all pixels.
	 *
	 * @param patches room for (channels × 9) × both images
	 */
	void patches(double[] patches) {
		double[] both = multiplied();
		int height = plane.height();
		int width = plane.width();
		int image = plane.image();
		int to = 0;
		for (int c = 0; c < plane.channels(); c++) {
			for (int k = 0; k < 9; k++) {
				int down = k / 3 - 1;
				int right = k % 3 - 1;
				for (int start = c * plane.channel(); start < (c + 1) * plane.channel(); start += image) {
					for (int y = 0; y < height; y++) {
						int row = y + down;
						if (row < 0 || row >= height) {
							Arrays.fill(patches, to, to + width, 0);
						} else {
							shifted(both, start + row * width, patches, to, width, right);
						}
						to += width;
					}
				}
			}
		}
	}

	private static void shifted(double[] x, int from, double[] y, int to, int width, int right) {
		System.arraycopy(x, from + Math.max(0, right), y, to + Math.max(0, -right), width - Math.abs(right));
		if (right < 0) {
			y[to] = 0;
		} else if (right > 0) {
			y[to + width - 1] = 0;
		}
	}

	/**
	 * The neighbours of every other pixel of every other row.
	 *
	 * @param half    the plane of these pixels
	 * @param patches room for (channels × 9) × both images
	 */
	void patchesOfStride2(FlowPlane half, double[] patches) {
		double[] both = multiplied();
		int width = plane.width();
		int to = 0;
		for (int c = 0; c < plane.channels(); c++) {
			for (int k = 0; k < 9; k++) {
				int right = k % 3 - 1;
				for (int image = 2 * c; image < 2 * c + 2; image++) {
					for (int y = 0; y < half.height(); y++) {
						int row = 2 * y + k / 3 - 1;
						int from = image * plane.image() + row * width + right;
						for (int x = 0; x < half.width(); x++) {
							patches[to++] = row < 0 || x == 0 && right < 0 ? 0 : both[from + 2 * x];
						}
					}
				}
			}
		}
	}

	/** @return for each channel the mean over the pixels of the whole image, of the value (0) and the derivative (1) */
	double[][] means() {
		double[][] means = new double[2][plane.channels()];
		for (int image = 0; image < 2 * plane.channels(); image++) {
			double sum = 0;
			for (int y = 0; y < plane.height(); y++) {
				double row = 0;
				for (int x = 0; x < plane.width(); x++) {
					row += times(x, plane.width(), plane.fullWidth())
							* values[image * plane.image() + y * plane.width() + x];
				}
				sum += times(y, plane.height(), plane.fullHeight()) * row;
			}
			means[image % 2][image / 2] = sum / (plane.fullHeight() * plane.fullWidth());
		}
		return means;
	}

	/** How many rows or columns of the whole image the kept one stands for. */
	private int times(int position, int kept, int full) {
		return position == plane.depth() ? 1 + full - kept : 1;
	}
}
