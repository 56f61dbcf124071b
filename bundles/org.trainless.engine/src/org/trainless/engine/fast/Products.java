/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The convolutions that are one matrix product: 1×1, and the 3×3 ones of stride 2 with their patches side by side.
 */
final class Products {
	private final Tensors tensors;
	private final ActivationPool pool;

	Products(Tensors tensors, ActivationPool pool) {
		this.tensors = tensors;
		this.pool = pool;
	}

	/**
	 * A 1×1 convolution.
	 *
	 * @param x       channels × the rest
	 * @param weights outputs × inputs
	 */
	Convolved convolve(PtNDArray x, Plane in, Plane out, float[] weights) {
		try (PtNDArray matrix = tensors.create(weights, out.channels(), in.channels())) {
			Convolved result = new Convolved(JniUtils.matmul(matrix, x), out);
			result.statistics().addAll(result.memory);
			return result;
		}
	}

	/**
	 * A 3×3 convolution of stride 2, a row of its result at a time.
	 *
	 * @param weights outputs × inputs × 3 × 3
	 */
	Convolved convolveByStride2(FloatBuffer x, Plane in, Plane out, float[] weights) {
		int lanes = in.lanes();
		int row = out.row();
		Convolved result = new Convolved(pool.take(out));
		try (PtNDArray matrix = tensors.create(weights, out.channels(), 9L * in.channels());
				PtNDArray patches = tensors.empty(9L * in.channels(), row)) {
			FloatBuffer memory = Tensors.memory(patches).asFloatBuffer();
			FloatBuffer zeros = FloatBuffer.allocate(row);
			for (int y = 0; y < out.height(); y++) {
				for (int c = 0; c < in.channels(); c++) {
					for (int k = 0; k < 9; k++) {
						int line = 2 * y + k / 3 - 1;
						int to = (9 * c + k) * row;
						if (line < 0) {
							memory.put(to, zeros, 0, row);
							continue;
						}
						int from = c * in.channel() + line * in.row();
						for (int p = 0; p < out.width(); p++) {
							int pixel = 2 * p + k % 3 - 1;
							if (pixel < 0) {
								memory.put(to + out.pixel(p), zeros, 0, lanes);
							} else {
								memory.put(to + out.pixel(p), x, from + in.pixel(pixel), lanes);
							}
						}
					}
				}
				try (PtNDArray product = JniUtils.matmul(matrix, patches)) {
					FloatBuffer rows = Tensors.memory(product).asFloatBuffer();
					for (int k = 0; k < out.channels(); k++) {
						result.memory.put(k * out.channel() + y * row, rows, k * row, row);
						result.addRows(k, y, 1);
					}
				}
			}
		}
		return result;
	}

	/**
	 * A 1×1 convolution of the means of 2×2 squares; not to be normalised.
	 *
	 * @param weights outputs × inputs
	 */
	Convolved convolveMeans(FloatBuffer x, Plane in, Plane out, float[] weights) {
		float[] t = new float[out.row()];
		try (PtNDArray matrix = tensors.create(weights, out.channels(), in.channels());
				PtNDArray means = tensors.empty(in.channels(), out.channel())) {
			FloatBuffer memory = Tensors.memory(means).asFloatBuffer();
			for (int c = 0; c < in.channels(); c++) {
				for (int y = 0; y < out.height(); y++) {
					int upper = c * in.channel() + 2 * y * in.row();
					for (int p = 0; p < out.width(); p++) {
						int left = upper + in.pixel(2 * p);
						int right = upper + in.pixel(2 * p + 1);
						Rows.means(t, out.pixel(p), x, left, right, left + in.row(), right + in.row(), in.lanes());
					}
					memory.put(c * out.channel() + y * out.row(), t);
				}
			}
			return new Convolved(JniUtils.matmul(matrix, means), out);
		}
	}
}
