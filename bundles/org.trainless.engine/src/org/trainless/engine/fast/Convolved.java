/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Result of a convolution, and what batch normalisation makes of it.
 */
final class Convolved implements AutoCloseable {
	final Plane plane;
	final float[] memory;
	private final Activation room;
	private final BatchStatistics statistics;

	/** @param room for the result; closed with this */
	Convolved(Activation room) {
		this.plane = room.plane;
		this.memory = room.memory;
		this.room = room;
		this.statistics = new BatchStatistics(plane);
	}

	/** Counts rows that are finished, while they are in the caches; every channel's in their order. */
	void addRows(int block, int channel, int first, int rows) {
		statistics.add(memory, block, channel, first, rows);
	}

	BatchStatistics statistics() {
		return statistics;
	}

	@Override
	public void close() {
		room.close();
	}
}
