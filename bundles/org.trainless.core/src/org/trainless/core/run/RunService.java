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
import java.util.function.LongSupplier;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.dataset.Dataset;
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
import org.trainless.core.registry.Opening;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.experiment.Experiment;
import org.trainless.experiment.ExperimentResult;
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
	private final LongSupplier clock;

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 * @param engine        computes scores
	 */
	public RunService(Contributions contributions, EngineService engine) {
		this(contributions, engine, System::nanoTime);
	}

	/**
	 * @param contributions what is installed
	 * @param engine        computes scores
	 * @param clock         nanoseconds from any origin; asked from several threads
	 */
	public RunService(Contributions contributions, EngineService engine, LongSupplier clock) {
		this.contributions = contributions;
		this.engine = engine;
		this.clock = clock;
	}

	/**
	 * Opens all that an experiment names and checks what can be checked before the first evaluation. Writes nothing and
	 * does not start the engine.
	 *
	 * @param read         an experiment as it was read; problems get their place in its file
	 * @param cancellation asked while data are opened and feasible architectures are counted
	 * @return the run, to be closed by the caller
	 * @throws ProblemException      when the experiment has errors, something cannot be opened, no architecture
	 *                               satisfies a constraint, or a search would see test accuracy
	 * @throws CancellationException when cancelled
	 */
	public PreparedRun prepare(ExperimentResult read, Cancellation cancellation) throws ProblemException {
		return new Preparation(read.orElseThrow(), Places.in(read), cancellation).run();
	}

	/**
	 * Prepares an experiment that is in no file.
	 *
	 * @param experiment   what to run
	 * @param cancellation asked while data are opened and feasible architectures are counted
	 * @return the run, to be closed by the caller
	 * @throws ProblemException      when something cannot be opened, no architecture satisfies a constraint, or a
	 *                               search would see test accuracy
	 * @throws CancellationException when cancelled
	 */
	public PreparedRun prepare(Experiment experiment, Cancellation cancellation) throws ProblemException {
		return new Preparation(experiment, Places.NONE, cancellation).run();
	}

	/** One preparation: what is opened and counted is shared between the searches. */
	private final class Preparation {
		private final Experiment experiment;
		private final Places places;
		private final Cancellation cancellation;
		private final Opened opened = new Opened();
		private final Map<Selection, Benchmark> benchmarks = new HashMap<>();
		private final Map<String, Domain> domains = new HashMap<>();
		private SearchSpace space;
		private Dataset dataset;

		Preparation(Experiment experiment, Places places, Cancellation cancellation) {
			this.experiment = experiment;
			this.places = places;
			this.cancellation = cancellation;
		}

		PreparedRun run() throws ProblemException {
			try {
				space = places.at("space", () -> contributions.searchSpace(experiment.space().id()));
				dataset = places.at("dataset", () -> opened
						.add(Opening.of(() -> contributions.dataset(experiment.dataset().selection()), cancellation)));
				Optional<Benchmark> truth = Optional.empty();
				if (experiment.benchmark().isPresent()) {
					truth = Optional.of(places.at("benchmark", () -> open(experiment.benchmark().get())));
				}
				List<PreparedSearch> searches = new ArrayList<>();
				for (int i = 0; i < experiment.searches().size(); i++) {
					searches.add(search(experiment.searches().get(i), "searches." + i, truth));
				}
				return new PreparedRun(experiment, dataset, truth.map(Benchmark::meaning), searches, contributions,
						engine, opened, clock);
			} catch (ProblemException | RuntimeException | Error e) {
				opened.close();
				throw e;
			}
		}

		private Benchmark open(Selection selection) throws ProblemException {
			Benchmark benchmark = benchmarks.get(selection);
			if (benchmark == null) {
				benchmark = opened.add(Opening.of(() -> contributions.benchmark(selection, space), cancellation));
				benchmarks.put(selection, benchmark);
			}
			return benchmark;
		}

		private PreparedSearch search(SearchSpec spec, String path, Optional<Benchmark> truth) throws ProblemException {
			Domain domain = places.at(path + ".constraint", () -> domain(spec.constraint()));
			Map<String, ScoringProxy> proxies = new LinkedHashMap<>();
			StrategyFactory factory = contributions.strategyFactory(spec.strategy().id());
			places.at(path + ".strategy", () -> {
				for (Map.Entry<String, Selection> role : factory.objectives(spec.strategy().parameters()).entrySet()) {
					proxies.put(role.getKey(), scoring(role.getValue(), domain));
				}
				return proxies;
			});
			Optional<Benchmark> accuracy = switch (spec.objective()) {
			case Objective.Proxy proxy -> {
				places.at(path + ".objective", () -> proxies.put(Proposal.OBJECTIVE, scoring(proxy.proxy(), domain)));
				yield Optional.<Benchmark>empty();
			}
			case Objective.Accuracy bought -> Optional.of(places.at(path + ".objective", () -> bought(bought)));
			};
			PreparedSearch search = new PreparedSearch(spec, domain, factory, proxies, accuracy, truth);
			// settings that do not fit the domain are known by making the strategy once, before anything is written
			places.at(path + ".strategy", () -> search.strategy(experiment.seeds().first()));
			return search;
		}

		private Domain domain(Optional<String> constraint) throws ProblemException {
			Domain domain = domains.get(constraint.orElse(""));
			if (domain == null) {
				Task task = dataset.task();
				domain = constraint.isEmpty() ? new WholeDomain(space)
						: FeasibleDomain.of(space, task, Constraint.parse(constraint.get(), space.features()),
								Progress.NONE, cancellation);
				domains.put(constraint.orElse(""), domain);
			}
			return domain;
		}

		private Benchmark bought(Objective.Accuracy objective) throws ProblemException {
			Benchmark benchmark = open(objective.benchmark());
			Optional<Problem> refusal = objective.refusal(benchmark.meaning());
			if (refusal.isPresent()) {
				throw new ProblemException(refusal.get());
			}
			return benchmark;
		}

		/**
		 * A pass that nobody can run is known before the first evaluation, and is not a failure of each architecture.
		 */
		private ScoringProxy scoring(Selection selection, Domain domain) throws ProblemException {
			ScoringProxy proxy = ScoringProxy.of(contributions, selection);
			proxy.check(engine.runners(), space.network(domain.at(0), dataset.task()));
			return proxy;
		}
	}
}
