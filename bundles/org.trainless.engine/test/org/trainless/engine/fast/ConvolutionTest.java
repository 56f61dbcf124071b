/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.run.Seed;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

import ai.djl.pytorch.engine.PtNDArray;

/** Convolutions of images whose pixels are runs over the batch, against their definition in 64 bits. */
class ConvolutionTest {
	private static final int IMAGES = 5;
	private static final int INPUTS = 3;
	private static final int OUTPUTS = 6;

	private static TorchEngine engine;

	private final RandomGenerator random = new Seed(1).generator();

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private float[] numbers(int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	private static double pixel(FloatBuffer x, Plane plane, int image, int channel, int y, int column) {
		if (y < 0 || y >= plane.height() || column < 0 || column >= plane.width()) {
			return 0;
		}
		return x.get(channel * plane.channel() + y * plane.row() + plane.pixel(column) + image);
	}

	private static double defined(FloatBuffer x, Plane in, float[] weights, int kernel, int image, int k, int y,
			int column) {
		double sum = 0;
		for (int c = 0; c < in.channels(); c++) {
			for (int i = 0; i < kernel * kernel; i++) {
				sum += weights[(k * in.channels() + c) * kernel * kernel + i]
						* pixel(x, in, image, c, y + i / kernel - kernel / 2, column + i % kernel - kernel / 2);
			}
		}
		return sum;
	}

	private static void assertConvolved(FloatBuffer x, Plane in, float[] weights, int kernel, int stride,
			Convolved result) {
		Plane out = result.plane;
		for (int n = 0; n < out.images(); n++) {
			for (int k = 0; k < out.channels(); k++) {
				for (int p = 0; p < out.height() * out.width(); p++) {
					int y = p / out.width();
					int column = p % out.width();
					assertEquals(defined(x, in, weights, kernel, n, k, stride * y, stride * column),
							pixel(result.memory, out, n, k, y, column), 1e-4);
				}
			}
		}
		BatchStatistics expected = new BatchStatistics(out);
		expected.addAll(result.memory);
		for (int k = 0; k < out.channels(); k++) {
			assertEquals(expected.scale(k), result.statistics().scale(k), 1e-6 * expected.scale(k));
			assertEquals(expected.offset(k), result.statistics().offset(k), 1e-6);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 16 })
	void winogradConvolves(int size) {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				ActivationPool pool = new ActivationPool(tensors);
				Winograd winograd = new Winograd(tensors, pool)) {
			for (int inputs : new int[] { INPUTS, INPUTS + 1 }) {
				Plane in = new Plane(IMAGES, size, size, inputs);
				try (PtNDArray x = tensors.create(numbers(in.size()), in.size())) {
					FloatBuffer memory = Tensors.memory(x).asFloatBuffer();
					List<float[]> weights = List.of(numbers(9 * inputs * OUTPUTS), numbers(9 * inputs * OUTPUTS));
					List<Convolved> results = winograd.convolve(memory, in, OUTPUTS, weights);
					for (int i = 0; i < weights.size(); i++) {
						try (Convolved result = results.get(i)) {
							assertConvolved(memory, in, weights.get(i), 3, 1, result);
						}
					}
				}
			}
		}
	}

	@Test
	void productsConvolve() {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				ActivationPool pool = new ActivationPool(tensors)) {
			Products products = new Products(tensors, pool);
			Plane in = new Plane(IMAGES, 8, 8, INPUTS);
			Plane out = new Plane(IMAGES, 8, 8, OUTPUTS);
			float[] small = numbers(INPUTS * OUTPUTS);
			float[] large = numbers(9 * INPUTS * OUTPUTS);
			try (PtNDArray x = tensors.create(numbers(in.size()), INPUTS, in.channel());
					Convolved one = products.convolve(x, in, out, small);
					Convolved halved = products.convolveByStride2(Tensors.memory(x).asFloatBuffer(), in,
							in.reduced(OUTPUTS), large)) {
				assertConvolved(Tensors.memory(x).asFloatBuffer(), in, small, 1, 1, one);
				assertConvolved(Tensors.memory(x).asFloatBuffer(), in, large, 3, 2, halved);
			}
		}
	}

	@Test
	void meansAreConvolved() {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				ActivationPool pool = new ActivationPool(tensors)) {
			Plane in = new Plane(IMAGES, 8, 8, INPUTS);
			Plane half = in.reduced(OUTPUTS);
			float[] weights = numbers(INPUTS * OUTPUTS);
			try (PtNDArray x = tensors.create(numbers(in.size()), in.size())) {
				FloatBuffer memory = Tensors.memory(x).asFloatBuffer();
				try (Convolved result = new Products(tensors, pool).convolveMeans(memory, in, half, weights)) {
					for (int p = 0; p < 16; p++) {
						double sum = 0;
						for (int c = 0; c < INPUTS; c++) {
							for (int i = 0; i < 4; i++) {
								sum += weights[4 * INPUTS + c] / 4.0
										* pixel(memory, in, 2, c, p / 4 * 2 + i / 2, p % 4 * 2 + i % 2);
							}
						}
						assertEquals(sum, pixel(result.memory, half, 2, 4, p / 4, p % 4), 1e-5);
					}
				}
			}
		}
	}
}
