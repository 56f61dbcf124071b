/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.score;

/**
 * Why a score is not a finite number. Such scores are kept with their reason, counted in every summary, and rank last.
 *
 * @since 0.1
 */
public enum NonFinite {
	/** Nothing that the proxy looks at depends on the input. */
	DISCONNECTED("disconnected"),
	/** Two images cannot be told apart: the kernel's determinant is zero. */
	SINGULAR_KERNEL("singular-kernel"),
	/** A number left the range of its type. */
	OVERFLOW("overflow"),
	/** The computation gave no number. */
	NOT_A_NUMBER("not-a-number"),
	/** The evaluation failed; the score's detail says how. */
	FAILED("failed"),
	/** The table has no value for the architecture. */
	MISSING("missing");

	private final String id;

	NonFinite(String id) {
		this.id = id;
	}

	/**
	 * @return its name in logs and tables
	 */
	public String id() {
		return id;
	}
}
