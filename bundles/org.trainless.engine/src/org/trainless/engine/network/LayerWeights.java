/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import java.util.Objects;

/**
 * Numbers of one layer.
 *
 * @param weights outputs × inputs × kernel × kernel, row-major
 * @param bias    one for each output; empty when the layer has none
 */
public record LayerWeights(float[] weights, float[] bias) {
	public LayerWeights {
		Objects.requireNonNull(weights);
		Objects.requireNonNull(bias);
	}

	/**
	 * @return the same with every number replaced by its absolute value
	 */
	public LayerWeights absolute() {
		return new LayerWeights(absolute(weights), absolute(bias));
	}

	private static float[] absolute(float[] values) {
		float[] result = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = Math.abs(values[i]);
		}
		return result;
	}
}
