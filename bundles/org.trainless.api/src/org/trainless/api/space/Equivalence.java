/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

/**
 * When two architectures have the same score in distribution. A proxy declares the coarsest one that holds for it;
 * scores are kept, and weights are seeded, by the representative of the class.
 *
 * @since 0.1
 */
public enum Equivalence {
	/** Every architecture stands for itself. */
	IDENTITY,
	/**
	 * The same values at the same activations: equal graphs of values, each value counted as often as a convolution's
	 * ReLU reads it, dead convolutions included.
	 */
	VALUE_GRAPH_WITH_HOOKS,
	/** The same value at the output: equal graphs of the values that the output depends on. */
	LIVE_VALUE_GRAPH
}
