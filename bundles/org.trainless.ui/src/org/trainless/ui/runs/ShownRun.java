/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.run.Trial;

/**
 * A run as it was when somebody looked. Immutable.
 *
 * @param directory the run directory
 * @param number    counts the runs that were opened; views take it for the run's colour
 * @param state     how the run stands
 * @param facts     what it says of itself
 * @param trials    its trials in the order written; the list is cheap to keep, and never changes
 * @param complete  false while earlier trials are still being read
 * @param problem   why it cannot be shown whole, if so
 * @since 0.1
 */
public record ShownRun(Path directory, int number, State state, RunFacts facts, List<Trial> trials, boolean complete,
		Optional<Problem> problem) {

	/** How a run stands. */
	public enum State {
		/** Its directory is not there. */
		MISSING,
		/** A living process works on it. */
		RUNNING,
		/** It came to its end. */
		FINISHED,
		/** It ended before its end, and can be completed. */
		INTERRUPTED
	}

	public ShownRun {
		Objects.requireNonNull(directory);
		Objects.requireNonNull(state);
		Objects.requireNonNull(facts);
		Objects.requireNonNull(trials);
		Objects.requireNonNull(problem);
	}

	/**
	 * @return a short name: the directory's
	 */
	public String name() {
		return directory.getFileName().toString();
	}

	/**
	 * @return names of its searches, in the order of the file when the run says it, else as they appear
	 */
	public List<String> searches() {
		return facts.searches().isEmpty() ? trials.stream().map(Trial::search).distinct().toList()
				: facts.searches().stream().map(RunFacts.SearchFacts::name).toList();
	}
}
