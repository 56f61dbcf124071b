/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.trainless.api.export.Results;

/**
 * How a run came back.
 *
 * @param directory where everything is
 * @param results   what was found; of a cancelled run what was found so far
 * @param ending    whether it came to its end
 * @param files     what the exporters wrote
 */
public record RunOutcome(Path directory, Results results, Ending ending, List<Path> files) {

	/** Whether a run came to its end. */
	public enum Ending {
		/** All searches ended by themselves. */
		FINISHED,
		/** It was cancelled and can be resumed. */
		CANCELLED
	}

	public RunOutcome {
		Objects.requireNonNull(directory);
		Objects.requireNonNull(results);
		Objects.requireNonNull(ending);
		files = List.copyOf(files);
	}
}
