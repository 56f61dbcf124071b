/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.OptionalDouble;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;

/**
 * What each evaluation by the search's own objective would have cost in training. Every evaluation costs, repeats
 * included: NATS-Bench's simulated training time, on which published budgets rest, counts them so. Evaluations by
 * another objective, as in a warm-up, train nothing and cost nothing.
 */
@FunctionalInterface
public interface TrainingCost {
	/** Nothing is trained: the cost where the objective is a proxy. */
	TrainingCost NONE = architecture -> 0;

	/**
	 * @param architecture what is evaluated
	 * @return s, at least 0
	 * @throws ProblemException when it is unknown
	 */
	double seconds(Architecture architecture) throws ProblemException;

	/**
	 * @param benchmark whose times are taken
	 * @return the cost by the benchmark; an architecture without a time is a problem, as a budget would never be spent
	 */
	static TrainingCost of(Benchmark benchmark) {
		return architecture -> {
			OptionalDouble seconds = benchmark.trainingSeconds(architecture);
			if (seconds.isEmpty()) {
				throw new ProblemException(Problem.error("no-training-time",
						"the benchmark does not say how long the training of " + architecture.text() + " takes",
						"remove the budget of training time, or choose a benchmark that tells it"));
			}
			return seconds.getAsDouble();
		};
	}
}
