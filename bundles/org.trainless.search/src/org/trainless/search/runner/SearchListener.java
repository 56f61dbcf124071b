/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import org.trainless.api.run.Trial;

/** Told of each trial once the sink has it. Returns at once. */
@FunctionalInterface
public interface SearchListener {
	/** Nobody looks. */
	SearchListener NONE = (trial, replayed) -> {
	};

	/**
	 * @param trial    the next one
	 * @param replayed true when it was taken from the log of the search that is resumed
	 */
	void trial(Trial trial, boolean replayed);
}
