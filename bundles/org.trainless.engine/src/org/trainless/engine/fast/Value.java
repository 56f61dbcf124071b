/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import org.trainless.api.proxy.SignCodes;

/**
 * What a node of the network holds, in the forms that its readers need. Each form goes when its last reader is done.
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

	/** The numbers, null when nobody reads them, or nobody any more. */
	private Activation raw;
	/** The numbers after a ReLU, null when no convolution reads them, or none any more. */
	private Activation active;
	/** Signs of the numbers, null when no ReLU reads them. */
	final SignCodes codes;

	Value(Activation raw, Activation active, SignCodes codes) {
		this.raw = raw;
		this.active = active;
		this.codes = codes;
	}

	/** @return the numbers */
	float[] raw() {
		return raw.memory;
	}

	/** @return the numbers after a ReLU */
	float[] active() {
		return active.memory;
	}

	/** Gives back the memory of the forms that are not among the needs. */
	void keep(Needs needs) {
		if (raw != null && !needs.raw()) {
			raw.close();
			raw = null;
		}
		if (active != null && !needs.active()) {
			active.close();
			active = null;
		}
	}

	@Override
	public void close() {
		keep(Needs.NOTHING);
	}
}
