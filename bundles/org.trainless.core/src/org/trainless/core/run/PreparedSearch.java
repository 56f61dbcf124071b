/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.experiment.Scoring;
import org.trainless.experiment.SearchSpec;
import org.trainless.search.runner.AccuracyLookup;
import org.trainless.search.runner.Budget;
import org.trainless.search.runner.Evaluated;
import org.trainless.search.runner.Evaluator;
import org.trainless.search.runner.Search;
import org.trainless.search.runner.SearchObjective;
import org.trainless.search.runner.TrainingCost;

/**
 * One search of an experiment, ready to be begun with any seed.
 *
 * @param spec      as the file states it
 * @param domain    what it may visit
 * @param factory   of its strategy
 * @param proxies   by role, those that score by a proxy
 * @param accuracy  the benchmark that is its objective, if one is
 * @param truth     the experiment's benchmark, for the log
 */
record PreparedSearch(SearchSpec spec, Domain domain, StrategyFactory factory, Map<String, ScoredRole> proxies,
		Optional<Benchmark> accuracy, Optional<Benchmark> truth) {

	/**
	 * A role whose proposals a proxy scores.
	 *
	 * @param selection      which proxy
	 * @param proxy          the proxy
	 * @param higherIsBetter its direction
	 */
	record ScoredRole(Selection selection, Proxy proxy, boolean higherIsBetter) {
	}

	OptionalLong maximumEvaluations() {
		OptionalLong own = factory.maximumEvaluations(spec.strategy().parameters(), domain);
		OptionalLong budget = spec.budget().evaluations();
		if (own.isPresent() && budget.isPresent()) {
			return OptionalLong.of(Math.min(own.getAsLong(), budget.getAsLong()));
		}
		return own.isPresent() ? own : budget;
	}

	Search begin(long seed, Scoring scoring, ScoringEvaluators evaluators) throws ProblemException {
		Map<String, SearchObjective> objectives = new HashMap<>();
		proxies.forEach((role, scored) -> objectives.put(role,
				new SearchObjective(evaluators.of(scored.selection(), scored.proxy(), scoring.seed(seed)),
						scored.higherIsBetter())));
		accuracy.ifPresent(benchmark -> objectives.put(Proposal.OBJECTIVE, new SearchObjective(byAccuracy(benchmark), true)));
		return new Search(spec.name(), seed, domain.space(),
				factory.create(spec.strategy().parameters(), domain, new Seed(seed).derive("strategy").generator()),
				objectives, spec.batch(), budget(), cost(), truth.<AccuracyLookup>map(b -> b::accuracy)
						.orElse(AccuracyLookup.NONE));
	}

	private static Evaluator byAccuracy(Benchmark benchmark) {
		return (architecture, cancellation) -> {
			var value = benchmark.accuracy(architecture);
			Score score = value.isPresent() ? Score.ofComputed(value.getAsDouble())
					: Score.nonFinite(Double.NaN, NonFinite.MISSING, "the benchmark does not hold it");
			return new Evaluated(score, 0, false);
		};
	}

	private Budget budget() {
		Budget budget = Budget.NONE;
		if (spec.budget().evaluations().isPresent()) {
			budget = budget.and(Budget.evaluations(spec.budget().evaluations().getAsLong()));
		}
		if (spec.budget().seconds().isPresent()) {
			budget = budget.and(Budget.seconds(spec.budget().seconds().getAsDouble()));
		}
		if (spec.budget().trainingSeconds().isPresent()) {
			budget = budget.and(Budget.trainingSeconds(spec.budget().trainingSeconds().getAsDouble()));
		}
		return budget;
	}

	/** Training time counts where there is a budget of it, or where accuracies are bought by training. */
	private TrainingCost cost() {
		if (accuracy.isPresent()) {
			return TrainingCost.of(accuracy.get());
		}
		return spec.budget().trainingSeconds().isPresent() && truth.isPresent() ? TrainingCost.of(truth.get())
				: TrainingCost.NONE;
	}
}
