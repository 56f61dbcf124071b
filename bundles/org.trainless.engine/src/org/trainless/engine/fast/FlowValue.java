/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.DoubleBuffer;
import java.util.Arrays;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * A value x of the network and its derivative ẋ by the common factor of all weights.
 */
final class FlowValue implements AutoCloseable {
	final FlowPlane plane;
	final double[] values;
	private PtNDArray patches;
	private PtNDArray pixels;

	FlowValue(FlowPlane plane) {
		this.plane = plane;
		this.values = new double[plane.size()];
	}

	void add(FlowValue other) {
		for (int i = 0; i < values.length; i++) {
			values[i] += other.values[i];
		}
	}

	/**
	 * @param product channels × both images; its border is anything
	 * @param bias    one for each channel, or empty; a constant, so it has no part in the derivative
	 */
	void addProduct(DoubleBuffer product, float[] bias) {
		for (int start = 0; start < values.length; start += plane.channel()) {
			for (int i = start; i < start + plane.channel(); i++) {
				values[i] += product.get(i);
			}
		}
		for (int c = 0; c < bias.length; c++) {
			addConstant(c, bias[c]);
		}
		plane.clearBorder(values);
	}

	/** Adds a convolution of zeros: its bias. */
	void addBias(float[] bias) {
		for (int c = 0; c < bias.length; c++) {
			addConstant(c, bias[c]);
		}
		plane.clearBorder(values);
	}

	private void addConstant(int channel, double constant) {
		int start = channel * plane.channel();
		for (int i = start; i < start + plane.image(); i++) {
			values[i] += constant;
		}
	}

	/** Adds the 3×3 average of a value, the padding not counted. */
	void addAverage(FlowValue x) {
		int line = plane.line();
		for (int start = 0; start < values.length; start += plane.image()) {
			for (int row = 1; row <= plane.height(); row++) {
				int rows = 1 + (row > 1 ? 1 : 0) + (row < plane.height() ? 1 : 0);
				for (int column = 1; column <= plane.width(); column++) {
					int columns = 1 + (column > 1 ? 1 : 0) + (column < plane.width() ? 1 : 0);
					int at = start + row * line + column;
					double[] v = x.values;
					double sum = (v[at - line - 1] + v[at - line] + v[at - line + 1]) + (v[at - 1] + v[at] + v[at + 1])
							+ (v[at + line - 1] + v[at + line] + v[at + line + 1]);
					values[at] += sum / (rows * columns);
				}
			}
		}
	}

	/** @return the mean of each 2×2 square */
	FlowValue average2x2() {
		FlowValue half = new FlowValue(new FlowPlane(plane.channels(), plane.height() / 2, plane.width() / 2));
		int line = plane.line();
		for (int image = 0; image < 2 * plane.channels(); image++) {
			for (int y = 0; y < half.plane.height(); y++) {
				for (int x = 0; x < half.plane.width(); x++) {
					int at = image * plane.image() + (2 * y + 1) * line + 2 * x + 1;
					half.values[image * half.plane.image() + (y + 1) * half.plane.line() + x + 1] = 0.25
							* (values[at] + values[at + 1] + values[at + line] + values[at + line + 1]);
				}
			}
		}
		return half;
	}

	/**
	 * What a layer multiplies: x and, for the derivative of θx by the common factor, x + ẋ.
	 */
	private double[] multiplied(int channel) {
		int image = plane.image();
		int start = channel * plane.channel();
		double[] both = Arrays.copyOfRange(values, start, start + plane.channel());
		for (int i = 0; i < image; i++) {
			both[image + i] += both[i];
		}
		return both;
	}

	/** @return channels × both images, for a 1×1 convolution; owned by the value */
	PtNDArray pixels(Tensors tensors) {
		if (pixels == null) {
			pixels = tensors.empty(plane.channels(), plane.channel());
			DoubleBuffer memory = Tensors.memory(pixels).asDoubleBuffer();
			for (int c = 0; c < plane.channels(); c++) {
				memory.put(c * plane.channel(), multiplied(c));
			}
		}
		return pixels;
	}

	/**
	 * @return (channels × 9) × both images, for a 3×3 convolution: with the border in place, each of the nine
	 *         neighbours of all pixels is the whole channel, shifted; owned by the value
	 */
	PtNDArray patches(Tensors tensors) {
		if (patches == null) {
			patches = tensors.empty(9L * plane.channels(), plane.channel());
			DoubleBuffer memory = Tensors.memory(patches).asDoubleBuffer();
			int length = plane.channel();
			for (int c = 0; c < plane.channels(); c++) {
				double[] both = multiplied(c);
				for (int k = 0; k < 9; k++) {
					int shift = (k / 3 - 1) * plane.line() + k % 3 - 1;
					int row = (9 * c + k) * length;
					// what the shift leaves over at an end belongs to the border, but must be a number
					for (int i = 0; i < Math.abs(shift); i++) {
						memory.put(row + (shift < 0 ? i : length - 1 - i), 0);
					}
					memory.put(row + Math.max(0, -shift), both, Math.max(0, shift), length - Math.abs(shift));
				}
			}
		}
		return patches;
	}

	/** @return (channels × 9) × both images of half the size, for a 3×3 convolution of stride 2; owned by the caller */
	PtNDArray patchesOfStride2(Tensors tensors, FlowPlane half) {
		PtNDArray result = tensors.empty(9L * plane.channels(), half.channel());
		DoubleBuffer memory = Tensors.memory(result).asDoubleBuffer();
		double[] row = new double[half.channel()];
		for (int c = 0; c < plane.channels(); c++) {
			double[] both = multiplied(c);
			for (int k = 0; k < 9; k++) {
				for (int image = 0; image < 2; image++) {
					for (int y = 0; y < half.height(); y++) {
						int from = image * plane.image() + (2 * y + k / 3) * plane.line() + k % 3;
						int to = image * half.image() + (y + 1) * half.line() + 1;
						for (int x = 0; x < half.width(); x++) {
							row[to + x] = both[from + 2 * x];
						}
					}
				}
				memory.put((9 * c + k) * half.channel(), row);
			}
		}
		return result;
	}

	/** @return for each channel the mean over the pixels, of the value (0) and of the derivative (1) */
	double[][] means() {
		double[][] means = new double[2][plane.channels()];
		for (int c = 0; c < plane.channels(); c++) {
			for (int image = 0; image < 2; image++) {
				double sum = 0;
				for (int i = 0; i < plane.image(); i++) {
					sum += values[c * plane.channel() + image * plane.image() + i];
				}
				means[image][c] = sum / (plane.height() * plane.width());
			}
		}
		return means;
	}

	@Override
	public void close() {
		if (patches != null) {
			patches.close();
			patches = null;
		}
		if (pixels != null) {
			pixels.close();
			pixels = null;
		}
	}
}
