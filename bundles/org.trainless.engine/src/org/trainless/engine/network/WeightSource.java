/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

/**
 * Gives the initial weights of a network, layer by layer. What it gives for a layer depends on the layer alone, never
 * on which layers were asked for before: so a pass may leave out layers that it does not need. Thread-safe.
 */
@FunctionalInterface
public interface WeightSource {
	/**
	 * @param layer a layer of the network
	 * @return its weights, a new copy
	 */
	LayerWeights of(Layer layer);

	/**
	 * The same as factor of a matrix product: inputs × outputs, as 64-bit numbers.
	 *
	 * @param layer  a layer of the network
	 * @param matrix where weights go: that of input i, of {@link Layer#fanIn()}, and output o to
	 *               {@code i * row + first + o}
	 * @param first  column of the first output
	 * @param row    length of the matrix's rows
	 * @return the bias, a new copy; empty when the layer has none
	 */
	default float[] transposed(Layer layer, double[] matrix, int first, int row) {
		LayerWeights drawn = of(layer);
		int inputs = layer.fanIn();
		for (int output = 0; output < layer.outputs(); output++) {
			for (int input = 0; input < inputs; input++) {
				matrix[input * row + first + output] = drawn.weights()[output * inputs + input];
			}
		}
		return drawn.bias();
	}
}
