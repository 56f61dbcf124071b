/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.run.Seed;

/** Convolutions of images that lie in memory side by side, against their definition in 64 bits. */
class ConvolutionTest {
	/** More than a block, and not two. */
	private static final int IMAGES = 21;
	private static final int INPUTS = 5;
	private static final int OUTPUTS = 16;

	private final RandomGenerator random = new Seed(1).generator();
	private final SignsRoom room = new SignsRoom();

	private float[] numbers(int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	private static double pixel(float[] x, Plane plane, int image, int channel, int y, int column) {
		if (y < 0 || y >= plane.height() || column < 0 || column >= plane.width()) {
			return 0;
		}
		return x[plane.at(image / Plane.LANES, channel, y) + column * Plane.LANES + image % Plane.LANES];
	}

	private static float[] relu(float[] x) {
		float[] y = x.clone();
		for (int i = 0; i < y.length; i++) {
			y[i] = Math.max(y[i], 0);
		}
		return y;
	}

	private static double defined(float[] x, Plane in, float[] weights, int kernel, int image, int k, int y,
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

	private static void assertConvolved(float[] x, Plane in, float[] weights, int kernel, int stride,
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
	@CsvSource({ "4, 4, 3", "8, 8, 5", "16, 16, 16", "32, 32, 3", "12, 12, 7", "48, 48, 3", "8, 20, 4", "20, 8, 4" })
	void winogradConvolves(int height, int width, int inputs) {
		Plane in = new Plane(IMAGES, height, width, inputs);
		float[] x = numbers(in.size());
		List<float[]> weights = List.of(numbers(9 * inputs * OUTPUTS), numbers(9 * inputs * OUTPUTS));
		// one after the other: the memory that a smaller plane has left must not show in a larger one
		Winograd winograd = new Winograd(room);
		for (boolean relu : new boolean[] { false, true }) {
			List<Convolved> results = winograd.convolve(x, relu, in, OUTPUTS, weights);
			for (int i = 0; i < weights.size(); i++) {
				try (Convolved result = results.get(i)) {
					assertConvolved(relu ? relu(x) : x, in, weights.get(i), 3, 1, result);
				}
			}
			in = in.reduced(inputs);
			if (in.width() % Winograd.TILE != 0 || in.height() % Winograd.TILE != 0) {
				break;
			}
			x = numbers(in.size());
		}
	}

	@ParameterizedTest
	@CsvSource({ "8, 8", "24, 24", "8, 16", "16, 8" })
	void productsConvolve(int height, int width) {
		Products products = new Products(room);
		Plane in = new Plane(IMAGES, height, width, INPUTS);
		float[] small = numbers(INPUTS * OUTPUTS);
		float[] large = numbers(9 * INPUTS * OUTPUTS);
		float[] x = numbers(in.size());
		try (Convolved one = products.convolve(x, in, in.withChannels(OUTPUTS), small);
				Convolved halved = products.convolveByStride2(x, in, in.reduced(OUTPUTS), large)) {
			assertConvolved(relu(x), in, small, 1, 1, one);
			assertConvolved(relu(x), in, large, 3, 2, halved);
		}
	}

	@Test
	void meansAreConvolved() {
		Plane in = new Plane(IMAGES, 8, 8, INPUTS);
		Plane half = in.reduced(OUTPUTS);
		float[] weights = numbers(INPUTS * OUTPUTS);
		float[] x = numbers(in.size());
		int image = Plane.LANES + 2;
		try (Convolved result = new Products(room).convolveMeans(x, in, half, weights)) {
			for (int k = 0; k < OUTPUTS; k++) {
				for (int p = 0; p < 16; p++) {
					double sum = 0;
					for (int c = 0; c < INPUTS; c++) {
						for (int i = 0; i < 4; i++) {
							sum += weights[k * INPUTS + c] / 4.0
									* pixel(x, in, image, c, p / 4 * 2 + i / 2, p % 4 * 2 + i % 2);
						}
					}
					assertEquals(sum, pixel(result.memory, half, image, k, p / 4, p % 4), 1e-5);
				}
			}
		}
	}
}
