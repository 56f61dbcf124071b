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
}
