/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.trainless.api.problem.ProblemException;

/**
 * What can be said of a run by looking at its directory.
 *
 * @param path    the directory
 * @param state   how it stands
 * @param started when it began
 * @param trials  complete trials in its log; -1 when the log cannot be read
 */
public record RunInfo(Path path, State state, Instant started, long trials) {

	/** How a run stands. */
	public enum State {
		/** A living process works on it. */
		RUNNING,
		/** It came to its end. */
		FINISHED,
		/** It ended before its end; {@code --resume} completes it. */
		INTERRUPTED,
		/** Its log is damaged or of a newer version. */
		UNREADABLE
	}

	static RunInfo of(Path path) throws IOException {
		Instant started = Files.getLastModifiedTime(path.resolve(RunDirectory.EXPERIMENT)).toInstant();
		try {
			long trials = RunDirectory.trials(path).size();
			State state = State.INTERRUPTED;
			if (RunLock.isHeld(path)) {
				state = State.RUNNING;
			} else if (Files.exists(path.resolve(RunDirectory.FINISHED))) {
				state = State.FINISHED;
			}
			return new RunInfo(path, state, started, trials);
		} catch (ProblemException e) {
			return new RunInfo(path, State.UNREADABLE, started, -1);
		}
	}
}
