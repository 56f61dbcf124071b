/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.space.Domain;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.Experiment;
import org.trainless.experiment.Objective;
import org.trainless.experiment.SearchSpec;
import org.trainless.search.constraint.Constraint;
import org.trainless.search.domain.FeasibleDomain;
import org.trainless.search.domain.WholeDomain;

/**
 * Turns experiments into runs.
 */
public final class RunService {
	private final Contributions contributions;
	private final EngineService engine;

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 * @param engine        computes scores
	 */
	public RunService(Contributions contributions, EngineService engine) {
		this.contributions = contributions;
		this.engine = engine;
	}

	/**
	 * Opens all that an experiment names and checks what can be checked before the first evaluation. Writes nothing.
	 *
	 * @param experiment   what to run
	 * @param cancellation asked while feasible architectures are counted
	 * @return the run, to be closed by the caller
	 * @throws ProblemException      when something cannot be opened, no architecture satisfies a constraint, or a search
	 *                               would see test accuracy
	 * @throws CancellationException when cancelled
	 */
	public PreparedRun prepare(Experiment experiment, Cancellation cancellation) throws ProblemException {
		SearchSpace space = contributions.searchSpace(experiment.space().id());
		List<AutoCloseable> opened = new ArrayList<>();
		try {
			Dataset dataset = contributions.dataset(experiment.dataset().selection());
			opened.add(dataset);
			Map<Selection, Benchmark> benchmarks = new HashMap<>();
			Optional<Benchmark> truth = Optional.empty();
			if (experiment.benchmark().isPresent()) {
				truth = Optional.of(open(experiment.benchmark().get(), space, benchmarks, opened));
			}
			List<PreparedSearch> searches = new ArrayList<>();
			for (SearchSpec spec : experiment.searches()) {
				searches.add(search(spec, space, dataset.task(), benchmarks, opened, truth, cancellation));
			}
			ScoringEvaluators evaluators = new ScoringEvaluators(space, dataset, experiment.dataset().batch(), engine);
			return new PreparedRun(experiment, dataset, truth.map(Benchmark::meaning), searches, evaluators,
					new Exports(contributions), engine, opened);
		} catch (ProblemException | RuntimeException e) {
			PreparedRun.close(opened);
			throw e;
		}
	}

	private Benchmark open(Selection selection, SearchSpace space, Map<Selection, Benchmark> benchmarks,
			List<AutoCloseable> opened) throws ProblemException {
		Benchmark known = benchmarks.get(selection);
		if (known != null) {
			return known;
		}
		Benchmark benchmark = contributions.benchmark(selection, space);
		opened.add(benchmark);
		benchmarks.put(selection, benchmark);
		return benchmark;
	}

	private PreparedSearch search(SearchSpec spec, SearchSpace space, Task task, Map<Selection, Benchmark> benchmarks,
			List<AutoCloseable> opened, Optional<Benchmark> truth, Cancellation cancellation) throws ProblemException {
		try {
			Domain domain = spec.constraint().isEmpty() ? new WholeDomain(space)
					: FeasibleDomain.of(space, task, Constraint.parse(spec.constraint().get(), space.features()),
							Progress.NONE, cancellation);
			StrategyFactory factory = contributions.strategyFactory(spec.strategy().id());
			Map<String, PreparedSearch.ScoredRole> proxies = new LinkedHashMap<>();
			for (Map.Entry<String, Selection> role : factory.objectives(spec.strategy().parameters()).entrySet()) {
				proxies.put(role.getKey(), scored(role.getValue()));
			}
			Optional<Benchmark> accuracy = Optional.empty();
			switch (spec.objective()) {
			case Objective.Proxy proxy -> proxies.put(Proposal.OBJECTIVE, scored(proxy.proxy()));
			case Objective.Accuracy bought -> {
				Benchmark benchmark = open(bought.benchmark(), space, benchmarks, opened);
				Optional<Problem> refusal = bought.refusal(benchmark.meaning());
				if (refusal.isPresent()) {
					throw new ProblemException(refusal.get());
				}
				accuracy = Optional.of(benchmark);
			}
			}
			return new PreparedSearch(spec, domain, factory, proxies, accuracy, truth);
		} catch (ProblemException e) {
			throw new ProblemException(e.problems().stream().map(p -> named(p, spec.name())).toList(), e);
		}
	}

	private static Problem named(Problem problem, String search) {
		return new Problem(problem.severity(), problem.code(), "search '" + search + "': " + problem.message(),
				problem.remedy(), problem.source(), Optional.empty());
	}

	private PreparedSearch.ScoredRole scored(Selection selection) throws ProblemException {
		Contribution contribution = contributions.require(ContributionKind.PROXY, selection.id());
		return new PreparedSearch.ScoredRole(selection, contributions.proxy(selection),
				!"false".equals(contribution.properties().get("higherIsBetter")));
	}
}
