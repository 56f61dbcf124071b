/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.HashMap;
import java.util.Map;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.network.WeightSource;

/**
 * The oracle's weights and images: numbers by a formula, in the order of the network.
 */
final class Formula {
	private long counter;

	/** @return the counter's random number in [0, 1): splitmix64 */
	static double uniform(long i) {
		long z = i * 0x9E3779B97F4A7C15L;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
	}

	private double next() {
		return 2 * uniform(++counter) - 1;
	}

	static WeightSource weights(MacroNetwork network, Skeleton skeleton) {
		Formula formula = new Formula();
		Map<String, LayerWeights> byName = new HashMap<>();
		for (Layer layer : new NetworkLayers(network, skeleton).all()) {
			float[] weights = new float[layer.size()];
			double deviation = Math.sqrt(2.0 / (layer.fanIn() + layer.fanOut()));
			for (int i = 0; i < weights.length; i++) {
				weights[i] = (float) (formula.next() * Math.sqrt(3) * deviation);
			}
			float[] bias = new float[layer.bias() ? layer.outputs() : 0];
			for (int i = 0; i < bias.length && !layer.classifier(); i++) {
				bias[i] = (float) (formula.next() / Math.sqrt(layer.fanIn()));
			}
			byName.put(layer.name(), new LayerWeights(weights, bias));
		}
		return layer -> byName.get(layer.name());
	}

	static Minibatch images(int count) {
		return images(count, new ImageShape(3, 32, 32));
	}

	static Minibatch images(int count, ImageShape shape) {
		float[] pixels = new float[count * shape.size()];
		for (int j = 0; j < pixels.length; j++) {
			pixels[j] = (float) (2 * uniform((1L << 40) + j) - 1);
		}
		return new Minibatch(shape, pixels, new int[count]);
	}
}
