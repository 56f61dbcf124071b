/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Result of a convolution, and what batch normalisation makes of it.
 */
final class Convolved implements AutoCloseable {
	final Plane plane;
	final FloatBuffer memory;
	private final PtNDArray tensor;
	private final BatchStatistics statistics;

	Convolved(Tensors tensors, Plane plane) {
		this(tensors.empty(plane.size()), plane);
	}

	/** @param tensor channels × height × width × images */
	Convolved(PtNDArray tensor, Plane plane) {
		this.plane = plane;
		this.tensor = tensor;
		this.memory = Tensors.memory(tensor).asFloatBuffer();
		this.statistics = new BatchStatistics(plane);
	}

	/** Counts rows that are finished, while they are in the caches; every channel's in their order. */
	void addRows(int channel, int first, int rows) {
		statistics.add(memory, channel, first, rows);
	}

	BatchStatistics statistics() {
		return statistics;
	}

	@Override
	public void close() {
		tensor.close();
	}
}
