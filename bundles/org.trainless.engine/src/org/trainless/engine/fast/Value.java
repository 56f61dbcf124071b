/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.FloatBuffer;

import org.trainless.api.proxy.SignCodes;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * What a node of the network holds, in the forms that its readers need.
 */
final class Value implements AutoCloseable {
	/** In which forms a value is read. */
	record Needs(boolean raw, boolean active, boolean codes) {
		static final Needs NOTHING = new Needs(false, false, false);
		static final Needs ALL = new Needs(true, true, true);

		boolean any() {
			return raw || active || codes;
		}

		Needs and(Needs other) {
			return new Needs(raw || other.raw, active || other.active, codes || other.codes);
		}
	}

	final Plane plane;
	/** The numbers, null when nobody reads them. */
	final PtNDArray raw;
	/** The numbers after a ReLU, null when no convolution reads them. */
	final PtNDArray active;
	final FloatBuffer rawMemory;
	final FloatBuffer activeMemory;
	/** Signs of the numbers, null when no ReLU reads them. */
	final SignCodes codes;

	Value(Plane plane, PtNDArray raw, PtNDArray active, FloatBuffer rawMemory, FloatBuffer activeMemory,
			SignCodes codes) {
		this.plane = plane;
		this.raw = raw;
		this.active = active;
		this.rawMemory = rawMemory;
		this.activeMemory = activeMemory;
		this.codes = codes;
	}

	@Override
	public void close() {
		if (raw != null) {
			raw.close();
		}
		if (active != null) {
			active.close();
		}
	}
}
