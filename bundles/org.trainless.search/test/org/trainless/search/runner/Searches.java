/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Seed;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Strategy;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;

/** Searches for tests, and what became of them. */
final class Searches {
	static final Executor NO_EXECUTOR = task -> {
		throw new AssertionError("the executor is not needed");
	};
	static final Domain DOMAIN = Domains.cells("skip_connect <= 1");
	static final long SEED = 7;
	static final String NAME = "a search";

	/** All strategies, each with parameters for a short search. */
	static final Map<String, Map<String, ?>> STRATEGIES = Map.of("random", Map.of("evaluations", 60L), "local-search",
			Map.of("evaluations", 80L), "regularized-evolution",
			Map.of("population", 8L, "sample", 3L, "evaluations", 70L), "exhaustive", Map.of(), "warm",
			Map.of("population", 5L, "sample", 3L, "evaluations", 40L, "warmup", Declared.group("regularized-evolution",
					"warmup",
					Map.of("count", 20L, "proxy", new Selection(ContributionKind.PROXY, "params", Parameters.EMPTY)))));

	/** The trials that went to the sink, and those that the listener was told of besides. */
	record Course(List<Trial> written, List<Trial> replayed, SearchOutcome outcome) {
		SearchResult result() {
			return outcome.result();
		}

		/** The whole course, without the times, which differ from run to run. */
		List<Trial> trace() {
			List<Trial> all = new ArrayList<>(replayed);
			all.addAll(written);
			return all.stream().map(Searches::timeless).toList();
		}
	}

	/** Counts what it is asked. */
	static final class Counting implements Evaluator {
		final Map<String, Integer> calls = new ConcurrentHashMap<>();
		private final ToDoubleFunction<Architecture> landscape;

		Counting(ToDoubleFunction<Architecture> landscape) {
			this.landscape = landscape;
		}

		@Override
		public Evaluated evaluate(Architecture architecture, Cancellation cancellation) throws ProblemException {
			calls.merge(architecture.text(), 1, Integer::sum);
			return new Evaluated(Landscape.score(landscape.applyAsDouble(architecture)), 0.25, false);
		}

		int total() {
			return calls.values().stream().mapToInt(c -> c).sum();
		}
	}

	private Searches() {
	}

	static Trial timeless(Trial trial) {
		return new Trial(trial.search(), trial.seed(), trial.number(), trial.objective(), trial.index(),
				trial.architecture(), trial.score(), trial.seconds(), trial.cached(), 0, trial.trainingSeconds(),
				trial.accuracy());
	}

	static Strategy strategy(String name, Domain domain) {
		String id = name.equals("warm") ? "regularized-evolution" : name;
		try {
			return Declared.factory(id).create(Declared.parameters(id, STRATEGIES.get(name)), domain,
					new Seed(SEED).generator());
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	static Strategy evolution(Domain domain, long population, long evaluations) {
		try {
			return Declared.factory("regularized-evolution").create(Declared.parameters("regularized-evolution",
					Map.of("population", population, "sample", Math.min(3, population), "evaluations", evaluations)),
					domain, new Seed(SEED).generator());
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	static Search search(Strategy strategy, Evaluator evaluator) {
		Evaluator cheap = (architecture,
				cancellation) -> new Evaluated(Score.of(Landscape.rugged(99).applyAsDouble(architecture)), 0.01, false);
		return Search
				.of(NAME, SEED, Domains.NATS, strategy,
						Map.of("objective", new SearchObjective(evaluator, true), "warmup",
								new SearchObjective(cheap, true)))
				.withAccuracy(architecture -> OptionalDouble.of(90 + Landscape.rugged(1).applyAsDouble(architecture)));
	}

	static Search search(String strategy, Evaluator evaluator) {
		Search search = search(strategy(strategy, DOMAIN), evaluator);
		return strategy.equals("exhaustive") ? search.withBudget(Budget.evaluations(50)) : search;
	}

	static Course run(Search search) throws ProblemException, IOException {
		return run(search, NO_EXECUTOR, List.of(), Cancellation.NONE);
	}

	static Course run(Search search, Executor executor, List<Trial> logged, Cancellation cancellation)
			throws ProblemException, IOException {
		return run(search, executor, ticking(), logged, cancellation);
	}

	static Course run(Search search, Executor executor, LongSupplier clock, List<Trial> logged,
			Cancellation cancellation) throws ProblemException, IOException {
		List<Trial> written = new ArrayList<>();
		List<Trial> replayed = new ArrayList<>();
		List<Trial> told = new ArrayList<>();
		SearchOutcome outcome = new SearchRunner(search, executor, clock).run(logged, written::add, (trial, again) -> {
			told.add(trial);
			if (again) {
				replayed.add(trial);
			} else if (!trial.equals(written.get(written.size() - 1))) {
				throw new AssertionError("told before it was written");
			}
		}, cancellation);
		if (told.size() != written.size() + replayed.size()) {
			throw new AssertionError(
					told.size() + " told, " + written.size() + " written, " + replayed.size() + " replayed");
		}
		return new Course(List.copyOf(written), List.copyOf(replayed), outcome);
	}

	/** A clock that is a millisecond later whenever one looks. */
	static LongSupplier ticking() {
		AtomicLong now = new AtomicLong(5_000_000_000L);
		return () -> now.addAndGet(1_000_000);
	}
}
