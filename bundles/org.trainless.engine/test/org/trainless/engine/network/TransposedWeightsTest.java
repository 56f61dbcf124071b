/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.run.Seed;

/** Weights that are drawn as a matrix are those that are drawn one after the other, bit for bit. */
class TransposedWeightsTest {
	@ParameterizedTest
	@CsvSource({ "16, 3, 3, false", "16, 16, 1, true", "16, 16, 3, true", "32, 16, 3, false", "32, 32, 1, true",
			"32, 32, 3, true", "64, 32, 3, false", "64, 64, 1, true", "64, 64, 3, true", "10, 64, 1, true",
			"7, 33, 1, true", "3, 1000, 1, true", "200, 5, 3, true" })
	void equalBitForBit(int outputs, int inputs, int kernel, boolean bias) {
		Layer layer = new Layer("block3.edge1-2", outputs, inputs, kernel, bias, true, false);
		for (Initialisation initialisation : Initialisation.values()) {
			for (long seed = -2; seed < 3; seed++) {
				WeightSource source = new SeededWeights(new Seed(seed), initialisation);
				LayerWeights expected = source.of(layer);
				int row = outputs + 5;
				double[] matrix = new double[layer.fanIn() * row];
				Arrays.fill(matrix, 7);
				assertArrayEquals(expected.bias(), source.transposed(layer, matrix, 2, row), 0);
				for (int i = 0; i < layer.fanIn(); i++) {
					for (int o = 0; o < row; o++) {
						boolean within = o >= 2 && o < outputs + 2;
						assertEquals(within ? expected.weights()[(o - 2) * layer.fanIn() + i] : 7, matrix[i * row + o]);
					}
				}
			}
		}
	}
}
