/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

/** An evaluation failed in another process. Its text is the reason that is kept. */
public final class EvaluationFailure extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final boolean told;

	/**
	 * @param reason what happened, for people
	 * @param told   true when the user knows already
	 */
	public EvaluationFailure(String reason, boolean told) {
		super(reason);
		this.told = told;
	}

	/**
	 * @return true when the user knows already
	 */
	public boolean isTold() {
		return told;
	}

	/** The reason alone: it is that of another exception, of another process. */
	@Override
	public String toString() {
		return getMessage();
	}
}
