/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.Arrays;
import java.util.Optional;

/**
 * What may stand on an edge of a {@link Cell}: the operations of NATS-Bench's topology space, in its order (Dong et
 * al., "NATS-Bench: Benchmarking NAS Algorithms for Architecture Topology and Size", TPAMI 2021).
 *
 * @since 0.1
 */
public enum Operation {
	/** Zero: the edge passes nothing on. */
	NONE("none"),
	/** Identity. */
	SKIP_CONNECT("skip_connect"),
	/** ReLU, 1×1 convolution, batch normalisation. */
	CONV_1X1("nor_conv_1x1"),
	/** ReLU, 3×3 convolution with padding 1, batch normalisation. */
	CONV_3X3("nor_conv_3x3"),
	/** 3×3 average pooling with stride 1 and padding 1, the padding not counted. */
	AVG_POOL_3X3("avg_pool_3x3");

	private final String id;

	Operation(String id) {
		this.id = id;
	}

	/**
	 * @return its name in architecture strings
	 */
	public String id() {
		return id;
	}

	/**
	 * @return true for the two convolutions
	 */
	public boolean isConvolution() {
		return this == CONV_1X1 || this == CONV_3X3;
	}

	/**
	 * @param id name in architecture strings
	 * @return the operation, if there is one of that name
	 */
	public static Optional<Operation> ofId(String id) {
		return Arrays.stream(values()).filter(o -> o.id.equals(id)).findFirst();
	}
}
