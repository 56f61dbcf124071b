/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Numbers of a plane in memory of a {@link SignsRoom}, which gets it back when this is closed. Must not be read from
 * then on: the memory soon holds something else.
 */
final class Activation implements AutoCloseable {
	final Plane plane;
	final float[] memory;
	private SignsRoom owner;

	Activation(Plane plane, float[] memory, SignsRoom owner) {
		this.plane = plane;
		this.memory = memory;
		this.owner = owner;
	}

	/** Gives the memory back; does nothing the second time. */
	@Override
	public void close() {
		if (owner != null) {
			owner.giveBack(memory);
			owner = null;
		}
	}
}
