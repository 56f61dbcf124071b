/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Objects;

/**
 * One or more ReLUs that read the same pre-activations.
 *
 * @param name             place in the network, for example {@code block3.node1}; for people
 * @param stage            number of the stage, from 0; the stem belongs to the first, the head to the last
 * @param units            pre-activations per image
 * @param live             true when the output depends on these ReLUs
 * @param modules          how many ReLUs read these pre-activations, at least 1
 * @param classNameMatches how often code that looks for {@code ReLU} in class names would count them: a convolution
 *                         edge ({@code ReLUConvBN}) counts once more than its ReLU
 * @since 0.1
 */
public record ReluSite(String name, int stage, int units, boolean live, int modules, int classNameMatches) {
	public ReluSite {
		Objects.requireNonNull(name);
		if (units < 1 || modules < 1 || classNameMatches < modules) {
			throw new IllegalArgumentException("not a site: " + units + " units, " + modules + " modules, "
					+ classNameMatches + " matches of the class name");
		}
	}
}
