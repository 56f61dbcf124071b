/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and how a run is made. None of it changes what the run finds.
 *
 * @param directory the run directory; it must not exist yet unless the run is resumed
 * @param resume    true to take up the run that is in the directory
 * @param jobs      how many evaluations are made at once, at least 1
 * @param store     file of the score store, if scores are to be looked up and kept
 */
public record RunRequest(Path directory, boolean resume, int jobs, Optional<Path> store) {
	public RunRequest {
		Objects.requireNonNull(directory);
		Objects.requireNonNull(store);
		if (jobs < 1) {
			throw new IllegalArgumentException(jobs + " jobs");
		}
	}
}
