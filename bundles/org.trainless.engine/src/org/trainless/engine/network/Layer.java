/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import java.util.List;
import java.util.Objects;

import org.trainless.api.proxy.LayerSite;

/**
 * A convolution with a square kernel, or the classifier as one with a kernel of 1.
 *
 * @param name       place in the network: {@code stem}, {@code block5.conv1}, {@code block5.shortcut},
 *                   {@code block3.edge0-1}, {@code classifier}; unique in it
 * @param outputs    output channels
 * @param inputs     input channels
 * @param kernel     width and height of the kernel
 * @param bias       true when it adds a bias
 * @param live       true when the network's output depends on what it computes
 * @param classifier true for the linear layer at the end
 */
public record Layer(String name, int outputs, int inputs, int kernel, boolean bias, boolean live, boolean classifier) {
	public Layer {
		Objects.requireNonNull(name);
	}

	/**
	 * @return number of weights, biases not counted
	 */
	public int size() {
		return outputs * fanIn();
	}

	/**
	 * @return weights that lead to one output
	 */
	public int fanIn() {
		return inputs * kernel * kernel;
	}

	/**
	 * @return weights that lead from one input
	 */
	public int fanOut() {
		return outputs * kernel * kernel;
	}

	/**
	 * @return the layer as observers see it
	 */
	public LayerSite site() {
		return new LayerSite(name, classifier ? List.of(outputs, inputs) : List.of(outputs, inputs, kernel, kernel),
				live);
	}
}
