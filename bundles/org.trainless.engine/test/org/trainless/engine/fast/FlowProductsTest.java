/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.run.Seed;

/** Convolutions of a value and its derivative, of which only a part of the image is kept, against their definition. */
class FlowProductsTest {
	private final RandomGenerator random = new Seed(1).generator();
	private final FlowRoom room = new FlowRoom();

	/** A value whose memory behind the last pixel is full of what must not be seen. */
	private FlowValue value(FlowPlane plane) {
		FlowValue value = room.value(plane);
		Arrays.fill(value.values, 1e300);
		for (int i = 0; i < plane.size(); i++) {
			value.values[i] = random.nextDouble();
		}
		return value;
	}

	private double[] weights(int inputs, int row) {
		double[] weights = room.matrix(inputs * row);
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i < inputs * row ? random.nextDouble() : 1e300;
		}
		return weights;
	}

	/** @param image 0 for the value, 1 for its derivative */
	private static double pixel(FlowValue value, int channel, int image, int y, int x) {
		FlowPlane plane = value.plane;
		if (y < 0 || y >= plane.fullHeight() || x < 0 || x >= plane.fullWidth()) {
			return 0;
		}
		int line = plane.source(y, plane.fullHeight(), plane.height());
		int column = plane.source(x, plane.fullWidth(), plane.width());
		return value.values[channel * plane.channel() + image * plane.image() + line * plane.width() + column];
	}

	private static void assertConvolved(FlowValue x, double[] weights, int first, int row, int kernel, int stride,
			FlowValue result) {
		FlowPlane plane = result.plane;
		for (int k = 0; k < plane.channels(); k++) {
			for (int image = 0; image < 2; image++) {
				for (int y = 0; y < plane.fullHeight(); y++) {
					for (int p = 0; p < plane.fullWidth(); p++) {
						double sum = 0;
						for (int i = 0; i < x.plane.channels() * kernel * kernel; i++) {
							int at = i % (kernel * kernel);
							sum += weights[i * row + first + k] * pixel(x, i / (kernel * kernel), image,
									stride * y + at / kernel - kernel / 2, stride * p + at % kernel - kernel / 2);
						}
						assertEquals(sum, pixel(result, k, image, y, p), 1e-12 * sum);
					}
				}
			}
		}
	}

	/** Also where the outputs are no multiple of what is computed at once. */
	@ParameterizedTest
	@CsvSource({ "8, 0, 16", "8, 1, 8", "16, 2, 5", "16, 3, 12", "32, 20, 8", "7, 1, 8" })
	void neighboursAreMultiplied(int side, int depth, int outputs) {
		FlowPlane plane = new FlowPlane(3, side, side, depth);
		FlowValue x = value(plane);
		FlowPlane more = plane.at(depth + 1);
		int row = 2 * outputs;
		double[] weights = weights(27, row);
		FlowRows neighbours = x.neighbours(more);
		for (int first = 0; first < row; first += outputs) {
			FlowValue result = value(more.of(outputs));
			FlowProducts.multiply(neighbours, weights, first, row, result);
			assertConvolved(x, weights, first, row, 3, 1, result);
			for (int i = result.plane.size(); i < result.values.length; i++) {
				assertEquals(1e300, result.values[i], "written behind the last pixel");
			}
		}
	}

	@Test
	void pixelsAreMultiplied() {
		FlowPlane plane = new FlowPlane(6, 16, 16, 4);
		FlowValue x = value(plane);
		double[] weights = weights(6, 8);
		FlowValue result = value(plane.of(8));
		FlowProducts.multiply(x.pixels(), weights, 0, 8, result);
		assertConvolved(x, weights, 0, 8, 1, 1, result);
	}

	@ParameterizedTest
	@CsvSource({ "8, 0", "16, 3", "32, 20" })
	void neighboursOfEveryOtherPixelAreMultiplied(int side, int depth) {
		FlowPlane plane = new FlowPlane(4, side, side, depth);
		FlowPlane half = plane.half(8);
		FlowValue x = value(plane).beforeHalf();
		double[] weights = weights(36, 8);
		FlowValue result = value(half);
		FlowProducts.multiply(x.neighboursOfStride2(half), weights, 0, 8, result);
		assertConvolved(x, weights, 0, 8, 3, 2, result);
	}

	@Test
	void theDerivativeOfAProductHasTheProductAdded() {
		FlowPlane plane = new FlowPlane(2, 8, 8, 1);
		FlowValue value = value(plane);
		double[] before = value.values.clone();
		value.complete(new float[] { 0.5f, 0.25f });
		for (int c = 0; c < 2; c++) {
			for (int i = 0; i < plane.image(); i++) {
				int at = c * plane.channel() + i;
				double x = before[at] + (c == 0 ? 0.5 : 0.25);
				assertEquals(x, value.values[at]);
				assertEquals(before[at + plane.image()] + x, value.values[at + plane.image()]);
			}
		}
	}
}
