/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;

/** Keeps the accounts of a search: what was asked, spent and found. */
final class Tally {
	private static final double NANOSECONDS = 1e9;

	private final LongSupplier clock;
	private long began;
	private double secondsBefore;
	private long asked;
	private double committed;
	private long told;
	private double trained;
	private long nonFinite;
	private Trial best;
	private double bestFitness;

	Tally(LongSupplier clock) {
		this.clock = Objects.requireNonNull(clock);
	}

	/**
	 * From now on time counts.
	 *
	 * @param seconds elapsed before
	 */
	void beginAt(double seconds) {
		began = clock.getAsLong();
		secondsBefore = seconds;
	}

	double elapsed() {
		return secondsBefore + (clock.getAsLong() - began) / NANOSECONDS;
	}

	/**
	 * A proposal is made.
	 *
	 * @param own  true when it is by the search's own objective
	 * @param cost simulated training time in s
	 */
	void ask(boolean own, double cost) {
		if (own) {
			asked++;
			committed += cost;
		}
	}

	Spent spent() {
		return new Spent(asked, elapsed(), committed);
	}

	/**
	 * An answer is told.
	 *
	 * @param cost simulated training time in s
	 * @return training time of all that was told
	 */
	double train(double cost) {
		trained += cost;
		return trained;
	}

	void tell(Trial trial, Evaluation evaluation) {
		told++;
		if (!trial.score().isFinite()) {
			nonFinite++;
		} else if (trial.objective().equals(Proposal.OBJECTIVE)
				&& (best == null || evaluation.fitness() > bestFitness)) {
			best = trial;
			bestFitness = evaluation.fitness();
		}
	}

	SearchResult result(Search search, long distinct, String ended) {
		return new SearchResult(search.name(), search.seed(), told, distinct, nonFinite, elapsed(),
				Optional.ofNullable(best), ended);
	}
}
