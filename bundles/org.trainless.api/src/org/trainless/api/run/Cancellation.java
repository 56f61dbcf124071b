/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.trainless.api.problem.ProblemException;

/**
 * Asked by long work, at least every 100 ms, whether its caller still wants the result. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Cancellation {
	/** Never cancelled. */
	Cancellation NONE = () -> false;

	/** How often a cancellation is looked for while waiting. */
	int MILLISECONDS_BETWEEN_CHECKS = 50;

	/**
	 * @return true once the caller wants the work to end; never turns false again
	 */
	boolean isCancelled();

	/**
	 * Ends the work when it is cancelled.
	 *
	 * @throws CancellationException when cancelled
	 */
	default void check() {
		if (isCancelled()) {
			throw new CancellationException("cancelled");
		}
	}

	/**
	 * Waits for work that another thread does, and hears a cancellation meanwhile. The work itself goes on then, unless
	 * it is asked to end too.
	 *
	 * @param <T>  of the result
	 * @param work done elsewhere
	 * @return its result
	 * @throws ProblemException      when the work ended by it; what is unchecked comes as it is, too
	 * @throws CancellationException when cancelled, or when this thread was interrupted, which it then still is
	 */
	default <T> T await(Future<T> work) throws ProblemException {
		try {
			while (true) {
				try {
					return work.get(MILLISECONDS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					if (isCancelled()) {
						throw cancelled("cancelled", e);
					}
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw cancelled("interrupted", e);
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case ProblemException problem -> throw problem;
			case RuntimeException failure -> throw failure;
			case Error error -> throw error;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
	}

	private static CancellationException cancelled(String message, Exception cause) {
		CancellationException cancelled = new CancellationException(message);
		cancelled.initCause(cause);
		return cancelled;
	}
}
