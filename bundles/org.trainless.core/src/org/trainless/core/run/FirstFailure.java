/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.util.Optional;

import org.trainless.api.problem.ProblemException;

/**
 * Keeps the first failure of several searches, so that the others end and the user learns of the cause. Thread-safe.
 */
final class FirstFailure {
	private Throwable first;

	/** Work that may fail. */
	@FunctionalInterface
	interface Work<T> {
		Optional<T> run() throws ProblemException, IOException;
	}

	/** Failures that are defects or the end of memory too: they must end the other searches just the same. */
	<T> Optional<T> guard(Work<T> work) {
		try {
			return work.run();
		} catch (ProblemException | IOException | RuntimeException | Error e) {
			keep(e);
			return Optional.empty();
		}
	}

	private synchronized void keep(Throwable e) {
		if (first == null) {
			first = e;
		}
	}

	synchronized boolean happened() {
		return first != null;
	}

	synchronized void rethrow() throws ProblemException, IOException {
		switch (first) {
		case null -> {
			// nothing to throw
		}
		case ProblemException e -> throw e;
		case IOException e -> throw e;
		case RuntimeException e -> throw e;
		case Error e -> throw e;
		default -> throw new IllegalStateException(first);
		}
	}
}
