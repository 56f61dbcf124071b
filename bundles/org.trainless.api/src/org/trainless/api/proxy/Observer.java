/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import org.trainless.api.score.Score;

/**
 * Watches one pass over one network and sums up. The engine makes one per evaluation, calls the methods of the
 * observables that the proxy named, in the order of the network, from one thread, and then {@link #score()} once.
 * Arrays are the engine's: read them during the call, do not keep or change them.
 *
 * @since 0.1
 */
public interface Observer {
	/**
	 * Signs of pre-activations. Sites of one network may be reported together when they read the same values.
	 *
	 * @param site  which ReLUs
	 * @param codes the signs
	 */
	default void signs(ReluSite site, SignCodes codes) {
	}

	/**
	 * Weights of a layer, after the pass's treatment of weights.
	 *
	 * @param layer   which layer
	 * @param weights the numbers, row-major
	 */
	default void weights(LayerSite layer, double[] weights) {
	}

	/**
	 * Logits of the batch.
	 *
	 * @param images  rows
	 * @param classes columns
	 * @param logits  the numbers, row-major
	 */
	default void logits(int images, int classes, double[] logits) {
	}

	/**
	 * Weights of a layer and the gradient of the loss with respect to them.
	 *
	 * @param layer     which layer
	 * @param weights   the numbers, row-major
	 * @param gradients the derivatives, in the same order
	 */
	default void gradients(LayerSite layer, double[] weights, double[] gradients) {
	}

	/**
	 * The sum of |θ ⊙ ∂R/∂θ| over the weights of all convolutions and of the classifier, biases not included.
	 *
	 * @param flow the sum, at least 0; may be infinite
	 */
	default void synapticFlow(double flow) {
	}

	/**
	 * @return what the proxy makes of all that it observed
	 */
	Score score();
}
