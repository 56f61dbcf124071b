/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.core.scoring.RoughCost;
import org.trainless.core.scoring.ScoringProxy;
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
 * @param spec     as the file states it
 * @param domain   what it may visit
 * @param factory  of its strategy
 * @param proxies  by role, those that score by a proxy
 * @param accuracy the benchmark that is its objective, if one is
 * @param truth    the experiment's benchmark, for the log
 */
record PreparedSearch(SearchSpec spec, Domain domain, StrategyFactory factory, Map<String, ScoringProxy> proxies,
		Optional<Benchmark> accuracy, Optional<Benchmark> truth) {
	PreparedSearch {
		proxies = Map.copyOf(proxies);
	}

	OptionalLong maximumEvaluations() {
		OptionalLong own = factory.maximumEvaluations(spec.strategy().parameters(), domain);
		OptionalLong budget = spec.budget().evaluations();
		if (own.isPresent() && budget.isPresent()) {
			return OptionalLong.of(Math.min(own.getAsLong(), budget.getAsLong()));
		}
		return own.isPresent() ? own : budget;
	}

	/** Whether greater scores of its own objective are better. */
	boolean higherIsBetter() {
		return accuracy.isPresent() || proxies.get(Proposal.OBJECTIVE).higherIsBetter();
	}

	/** Rough seconds of the dearest of its evaluations. */
	double roughSeconds(int batch) {
		return proxies.values().stream().mapToDouble(p -> RoughCost.seconds(p.proxy(), batch)).max().orElse(0);
	}

	/**
	 * @param seed of the run
	 * @return a strategy at its beginning
	 * @throws ProblemException when the parameters do not fit together or do not fit the domain
	 */
	Strategy strategy(long seed) throws ProblemException {
		return factory.create(spec.strategy().parameters(), domain, new Seed(seed).derive("strategy").generator());
	}

	/**
	 * @param seed       of the run
	 * @param scoring    which seed its scores have
	 * @param evaluators that score
	 * @param problems   told of what fails in evaluations
	 * @return the search at its beginning
	 * @throws ProblemException when the strategy cannot be made
	 */
	Search begin(long seed, Scoring scoring, ScoringEvaluators evaluators, Consumer<Problem> problems)
			throws ProblemException {
		Map<String, SearchObjective> objectives = new HashMap<>();
		proxies.forEach((role, proxy) -> objectives.put(role,
				new SearchObjective(evaluators.of(proxy, scoring.seed(seed), problems), proxy.higherIsBetter())));
		accuracy.ifPresent(
				benchmark -> objectives.put(Proposal.OBJECTIVE, new SearchObjective(byAccuracy(benchmark), true)));
		return new Search(spec.name(), seed, domain.space(), strategy(seed), objectives, spec.batch(), budget(), cost(),
				truth.<AccuracyLookup>map(b -> b::accuracy).orElse(AccuracyLookup.NONE));
	}

	private static Evaluator byAccuracy(Benchmark benchmark) {
		return (architecture, cancellation) -> {
			OptionalDouble value = benchmark.accuracy(architecture);
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

	/**
	 * Where a budget rests on training time, unknown times are a problem; elsewhere they are only not shown. A search
	 * by a proxy trains nothing.
	 */
	private TrainingCost cost() {
		Optional<Benchmark> benchmark = accuracy.or(() -> truth);
		if (spec.budget().trainingSeconds().isPresent() && benchmark.isPresent()) {
			return TrainingCost.of(benchmark.get());
		}
		return accuracy.<TrainingCost>map(b -> architecture -> b.trainingSeconds(architecture).orElse(0))
				.orElse(TrainingCost.NONE);
	}
}
