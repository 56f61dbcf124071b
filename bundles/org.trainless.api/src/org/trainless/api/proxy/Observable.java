/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

/**
 * What a proxy can observe of a pass. Naming it lets the engine take the fastest way to it.
 *
 * @since 0.1
 */
public enum Observable {
	/** Signs of the pre-activations of every ReLU: {@link Observer#signs(ReluSite, SignCodes)}. */
	SIGNS,
	/** Weights of every convolution and of the classifier: {@link Observer#weights(LayerSite, double[])}. */
	WEIGHTS,
	/** Logits of the batch: {@link Observer#logits(int, int, double[])}. */
	LOGITS,
	/**
	 * Gradients of the pass's loss with respect to the weights:
	 * {@link Observer#gradients(LayerSite, double[], double[])}.
	 */
	GRADIENTS,
	/** Σ|θ ⊙ ∂R/∂θ| over the weights, R the pass's loss: {@link Observer#synapticFlow(double)}. */
	SYNAPTIC_FLOW
}
