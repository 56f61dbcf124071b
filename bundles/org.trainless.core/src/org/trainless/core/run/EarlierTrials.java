/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/** Whether benchmarks still say of the trials of a run that is resumed what they said. */
final class EarlierTrials {
	private final Map<String, PreparedSearch> searches = new HashMap<>();
	private final String source;

	/**
	 * @param searches of the experiment
	 * @param source   the run directory, for problems
	 */
	EarlierTrials(List<PreparedSearch> searches, String source) {
		searches.forEach(s -> this.searches.put(s.spec().name(), s));
		this.source = source;
	}

	/**
	 * @param trials that are there
	 * @throws ProblemException when one of them would be different today
	 */
	void check(List<Trial> trials) throws ProblemException {
		for (Trial trial : trials) {
			PreparedSearch search = searches.get(trial.search());
			if (search != null && search.truth().isPresent()) {
				check(search.truth().get(), search, trial, trial.accuracy());
			}
			if (search != null && search.accuracy().isPresent() && trial.objective().equals(Proposal.OBJECTIVE)) {
				check(search.accuracy().get(), search, trial,
						trial.score().isFinite() ? OptionalDouble.of(trial.score().value()) : OptionalDouble.empty());
			}
		}
	}

	private void check(Benchmark benchmark, PreparedSearch search, Trial trial, OptionalDouble before)
			throws ProblemException {
		OptionalDouble now = benchmark.accuracy(search.domain().space().at(trial.index()));
		if (!now.equals(before)) {
			throw new ProblemException(Problem.error("other-data",
					"the benchmark is not what it was when the run was begun: architecture " + trial.index() + " has "
							+ text(now) + ", it had " + text(before),
					"restore it, or begin a new run with --out").in(source));
		}
	}

	private static String text(OptionalDouble accuracy) {
		return accuracy.isPresent() ? accuracy.getAsDouble() + " %" : "no accuracy";
	}
}
