/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.io.IOException;

import org.trainless.api.run.Trial;

/** Takes trials in their order, for example into a log. Called by one thread at a time. */
@FunctionalInterface
public interface TrialSink {
	/**
	 * @param trial the next one; never one that was replayed
	 * @throws IOException when it cannot be kept; that ends the search, and the strategy does not learn of the trial
	 */
	void accept(Trial trial) throws IOException;
}
