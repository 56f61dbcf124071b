/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;

/**
 * An evaluation that was begun, may be done, or still waits for a thread. Whoever comes first makes it: a thread of the
 * executor, or the runner when it needs it. So a runner never waits for a thread that its own search occupies.
 */
final class Answer extends FutureTask<Evaluated> {
	private static final int MILLISECONDS_BETWEEN_CHECKS = 50;

	Answer(Callable<Evaluated> evaluation) {
		super(evaluation);
	}

	static Answer known(Evaluated evaluated) {
		Answer answer = new Answer(() -> evaluated);
		answer.run();
		return answer;
	}

	/**
	 * Waits for the thread that makes the evaluation.
	 *
	 * @param cancellation ends the waiting
	 * @return the result
	 * @throws ProblemException      when the evaluator said so
	 * @throws CancellationException when cancelled, or this thread was interrupted
	 */
	Evaluated await(Cancellation cancellation) throws ProblemException {
		try {
			while (true) {
				try {
					return get(MILLISECONDS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					cancellation.check();
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw interrupted();
		} catch (ExecutionException e) {
			throw rethrown(e.getCause());
		}
	}

	/** The executor interrupts its threads to say that the work is not wanted any more. */
	private static CancellationException interrupted() {
		return new CancellationException("interrupted");
	}

	private static ProblemException rethrown(Throwable cause) {
		return switch (cause) {
		case ProblemException problem -> problem;
		case RuntimeException failure -> throw failure;
		case Error error -> throw error;
		default -> throw new IllegalStateException(cause);
		};
	}
}
