/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import org.trainless.api.problem.Problem;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;

/**
 * Told what happens in a run. Called from several threads at once, though never for one search and seed at once;
 * implementations return at once. What is told is already on disk.
 */
public interface RunListener {
	/** Nobody looks. */
	RunListener NONE = new RunListener() {
	};

	/**
	 * A search begins or is taken up again.
	 *
	 * @param search name of the search
	 * @param seed   of the run
	 */
	default void searchStarted(String search, long seed) {
	}

	/**
	 * A trial is done.
	 *
	 * @param trial the trial
	 */
	default void trial(Trial trial) {
	}

	/**
	 * The trial that was just told is better than all before it in its search and seed, by the search's own objective.
	 *
	 * @param trial the new incumbent
	 */
	default void incumbent(Trial trial) {
	}

	/**
	 * A search has ended by itself; not told of one that was cancelled.
	 *
	 * @param result how
	 */
	default void searchEnded(SearchResult result) {
	}

	/**
	 * How far the whole run is. Told after each trial.
	 *
	 * @param progress the figures
	 */
	default void progress(RunProgress progress) {
	}

	/**
	 * Something is odd but does not stop the run.
	 *
	 * @param problem what
	 */
	default void problem(Problem problem) {
	}
}
