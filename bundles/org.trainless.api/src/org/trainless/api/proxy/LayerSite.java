/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.List;
import java.util.Objects;

/**
 * A layer with weights.
 *
 * @param name  place in the network, for example {@code block3.edge0-1}; for people
 * @param shape of the weights: output channels, input channels, kernel height, kernel width for a convolution; classes,
 *              features for the classifier
 * @param live  true when the output depends on the layer's input path
 * @since 0.1
 */
public record LayerSite(String name, List<Integer> shape, boolean live) {
	public LayerSite {
		Objects.requireNonNull(name);
		shape = List.copyOf(shape);
	}
}
