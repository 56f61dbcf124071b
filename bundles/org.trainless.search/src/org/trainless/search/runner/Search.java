/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Map;
import java.util.Objects;

import org.trainless.api.space.SearchSpace;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Strategy;

/**
 * One strategy with one seed under a budget: all that a {@link SearchRunner} needs, besides the machine.
 *
 * @param name       name of the search
 * @param seed       the run's seed, for the log; the strategy has its generator already
 * @param space      space of the architectures
 * @param strategy   at its beginning, and for this search alone
 * @param objectives by what proposals are scored: {@value Proposal#OBJECTIVE}, and the roles that the strategy's
 *                   factory named
 * @param batch      proposals outstanding at once, at least 1; part of what determines the trace
 * @param budget     when it ends, besides the strategy's own end
 * @param cost       simulated training time
 * @param accuracy   true accuracies for the log
 */
public record Search(String name, long seed, SearchSpace space, Strategy strategy,
		Map<String, SearchObjective> objectives, int batch, Budget budget, TrainingCost cost, AccuracyLookup accuracy) {
	public Search {
		Objects.requireNonNull(name);
		Objects.requireNonNull(space);
		Objects.requireNonNull(strategy);
		Objects.requireNonNull(budget);
		Objects.requireNonNull(cost);
		Objects.requireNonNull(accuracy);
		objectives = Map.copyOf(objectives);
		if (!objectives.containsKey(Proposal.OBJECTIVE)) {
			throw new IllegalArgumentException("the search has no objective of its own");
		}
		if (batch < 1) {
			throw new IllegalArgumentException("at least one proposal is outstanding, not " + batch);
		}
	}

	/**
	 * A search with one proposal at a time, no budget, no training time and no accuracies.
	 *
	 * @param name       name of the search
	 * @param seed       the run's seed
	 * @param space      space of the architectures
	 * @param strategy   at its beginning
	 * @param objectives by what proposals are scored
	 * @return the search
	 */
	public static Search of(String name, long seed, SearchSpace space, Strategy strategy,
			Map<String, SearchObjective> objectives) {
		return new Search(name, seed, space, strategy, objectives, 1, Budget.NONE, TrainingCost.NONE,
				AccuracyLookup.NONE);
	}

	/**
	 * @param size proposals outstanding at once
	 * @return the same otherwise
	 */
	public Search withBatch(int size) {
		return new Search(name, seed, space, strategy, objectives, size, budget, cost, accuracy);
	}

	/**
	 * @param limit when it ends
	 * @return the same otherwise
	 */
	public Search withBudget(Budget limit) {
		return new Search(name, seed, space, strategy, objectives, batch, limit, cost, accuracy);
	}

	/**
	 * @param training simulated training time
	 * @return the same otherwise
	 */
	public Search withCost(TrainingCost training) {
		return new Search(name, seed, space, strategy, objectives, batch, budget, training, accuracy);
	}

	/**
	 * @param lookup true accuracies
	 * @return the same otherwise
	 */
	public Search withAccuracy(AccuracyLookup lookup) {
		return new Search(name, seed, space, strategy, objectives, batch, budget, cost, lookup);
	}
}
