/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.trainless.core.worker.WorkerLauncher;

/**
 * Where and how a run is made. None of it changes what the run finds.
 *
 * @param directory the run directory; it must not exist yet unless the run is resumed
 * @param resume    true to take up the run that is in the directory
 * @param jobs      how many evaluations are made at once, at least 1
 * @param store     file of the score store, if scores are to be looked up and kept
 * @param workers   starts processes that make the evaluations; empty to make them in this process
 */
public record RunRequest(Path directory, boolean resume, int jobs, Optional<Path> store,
		Optional<WorkerLauncher> workers) {
	public RunRequest {
		Objects.requireNonNull(directory);
		Objects.requireNonNull(store);
		Objects.requireNonNull(workers);
		if (jobs < 1) {
			throw new IllegalArgumentException(jobs + " jobs");
		}
	}

	/**
	 * A run in this process.
	 *
	 * @param directory the run directory; it must not exist yet unless the run is resumed
	 * @param resume    true to take up the run that is in the directory
	 * @param jobs      how many evaluations are made at once, at least 1
	 * @param store     file of the score store, if scores are to be looked up and kept
	 */
	public RunRequest(Path directory, boolean resume, int jobs, Optional<Path> store) {
		this(directory, resume, jobs, store, Optional.empty());
	}
}
