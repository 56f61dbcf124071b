/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.concurrent.CancellationException;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.Architecture;

/**
 * Scores architectures: by the engine, from a store, from a table. Thread-safe. The score of an architecture does not
 * depend on the order or the thread in which it is asked for.
 */
@FunctionalInterface
public interface Evaluator {
	/**
	 * @param architecture what to score
	 * @param cancellation asked at least every 100 ms, where that is possible: a search cannot end before its
	 *                     evaluation does
	 * @return the score; an evaluation that fails for this architecture alone is a score with the reason, not an
	 *         exception
	 * @throws ProblemException      when the search cannot go on
	 * @throws CancellationException when cancelled
	 */
	Evaluated evaluate(Architecture architecture, Cancellation cancellation) throws ProblemException;
}
