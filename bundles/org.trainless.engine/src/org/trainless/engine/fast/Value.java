/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import org.trainless.api.proxy.SignCodes;

/**
 * What a node of the network holds, in the forms that its readers need. The numbers go when their last reader is done.
 */
final class Value implements AutoCloseable {
	/**
	 * In which forms a value is read.
	 *
	 * @param numbers by whatever computes with them; who wants their ReLU applies it while reading
	 * @param codes   by ReLUs that are to be shown
	 */
	record Needs(boolean numbers, boolean codes) {
		static final Needs NOTHING = new Needs(false, false);
		static final Needs ALL = new Needs(true, true);

		boolean any() {
			return numbers || codes;
		}

		Needs and(Needs other) {
			return new Needs(numbers || other.numbers, codes || other.codes);
		}
	}

	/** Null when nobody reads the numbers, or nobody any more. */
	private Activation numbers;
	/** Signs of the numbers, null when no ReLU reads them. */
	final SignCodes codes;

	Value(Activation numbers, SignCodes codes) {
		this.numbers = numbers;
		this.codes = codes;
	}

	/** @return the numbers */
	float[] numbers() {
		return numbers.memory;
	}

	/** Gives back the memory of the numbers; the second time, or where there are none, nothing. */
	@Override
	public void close() {
		if (numbers != null) {
			numbers.close();
			numbers = null;
		}
	}
}
