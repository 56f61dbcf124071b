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
	private final Runnable release;
	private final BatchStatistics statistics;

	/** @param room for the result; closed with this */
	Convolved(Activation room) {
		this(room.plane, room.memory, room::close);
	}

	/** @param tensor channels × height × width × images; closed with this */
	Convolved(PtNDArray tensor, Plane plane) {
		this(plane, Tensors.memory(tensor).asFloatBuffer(), tensor::close);
	}

	private Convolved(Plane plane, FloatBuffer memory, Runnable release) {
		this.plane = plane;
		this.memory = memory;
		this.release = release;
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
		release.run();
	}
}
