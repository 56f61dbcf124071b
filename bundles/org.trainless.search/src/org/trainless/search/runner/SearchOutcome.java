/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Objects;

import org.trainless.api.run.SearchResult;

/**
 * How a runner came back.
 *
 * @param result what was found so far
 * @param ending why it came back
 */
public record SearchOutcome(SearchResult result, Ending ending) {

	/** Why a search is over. */
	public enum Ending {
		/** The strategy said so. */
		DONE,
		/** The budget is spent. */
		BUDGET,
		/** It was cancelled and can be resumed. */
		CANCELLED
	}

	public SearchOutcome {
		Objects.requireNonNull(result);
		Objects.requireNonNull(ending);
	}
}
