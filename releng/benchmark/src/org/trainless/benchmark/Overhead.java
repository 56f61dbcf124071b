/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.ProxyScorer;
import org.trainless.core.scoring.Scored;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.proxies.NaswotFactory;
import org.trainless.search.domain.WholeDomain;
import org.trainless.search.runner.Evaluated;
import org.trainless.search.runner.Search;
import org.trainless.search.runner.SearchListener;
import org.trainless.search.runner.SearchObjective;
import org.trainless.search.runner.SearchRunner;
import org.trainless.search.runner.TrialSink;
import org.trainless.search.strategy.RandomSearchFactory;
import org.trainless.search.strategy.RegularizedEvolutionFactory;
import org.trainless.spaces.NatsTopologySpace;
import org.trainless.store.KnownScores;
import org.trainless.store.RunDirectory;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.ScoreStore;

/**
 * What a search costs besides the engine: every score is in the store, so that all that is left is proposing, looking
 * up, logging and learning. Each search begins with nothing in memory but the store's scores.
 */
final class Overhead {
	private static final int EVALUATIONS = 1000;
	private static final int WARM_UP = 40;
	private static final int SEARCHES = 101;

	private final NatsTopologySpace space;
	private final Proxy naswot = new NaswotFactory()
			.create(Parameters.of(Map.of("hooks", "module", "relus", "all", "init", "xavier")));

	private Overhead(NatsTopologySpace space) {
		this.space = space;
	}

	/** Measures and prints. */
	static void measure(NatsTopologySpace space, Targets targets) throws IOException, ProblemException {
		Path folder = Files.createTempDirectory("trainless-overhead");
		try {
			new Overhead(space).measure(folder, targets);
		} finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private void measure(Path folder, Targets targets) throws IOException, ProblemException {
		System.out.printf("%nA search with all scores in the store, %d searches of %d evaluations%n", SEARCHES,
				EVALUATIONS);
		ScoreIdentity identity = new ScoreIdentity("nats-tss", "value-graph-with-hooks", "naswot", "benchmark", "1",
				"{}", "3x32x32 in 10 classes", "noise", 128, 1, "none", "cpu", "single");
		Path file = folder.resolve("scores.sqlite");
		try (ScoreStore store = ScoreStore.open(file, problem -> {
			throw new IllegalStateException(problem.toLine());
		})) {
			KnownScores scores = store.scores(identity);
			for (long i = 0; i < space.size(); i++) {
				Architecture representative = space.representative(space.at(i), naswot.equivalence());
				scores.keep(representative.text(), Score.of(space.indexOf(representative) % 1009), 0.1);
			}
		}
		try (ScoreStore store = ScoreStore.open(file, problem -> {
			throw new IllegalStateException(problem.toLine());
		}); RunDirectory directory = RunDirectory.begin(folder.resolve("run"), "", Map.of(), false)) {
			KnownScores scores = store.scores(identity);
			TrialSink log = directory.log()::append;
			TrialSink nothing = trial -> {
			};
			StrategyFactory evolution = new RegularizedEvolutionFactory();
			Parameters population = Parameters.of(
					Map.of("population", 50L, "sample", 10L, "evaluations", (long) EVALUATIONS, "mutation", "edge"));
			String strategy = print("regularized evolution, not logged",
					measure(evolution, population, scores, nothing));
			String logged = print("regularized evolution, each trial in the log",
					measure(evolution, population, scores, log));
			print("random search, each trial in the log", measure(new RandomSearchFactory(),
					Parameters.of(Map.of("evaluations", (long) EVALUATIONS, "replacement", true)), scores, log));
			targets.add("strategy overhead per evaluation, scores from the store", "20 µs", "5 µs",
					strategy + "; with its line in the log " + logged);
		}
	}

	private static String print(String name, List<Spent> searches) {
		double clock = median(searches, Spent::seconds);
		double processor = median(searches, Spent::processor);
		System.out.printf("%-46s %.2f µs an evaluation by the clock, %.2f µs of processor time%n", name, clock,
				processor);
		return String.format("%.1f µs by the clock, %.1f µs of processor time", clock, processor);
	}

	private static double median(List<Spent> searches, ToDoubleFunction<Spent> which) {
		return 1e6 * searches.stream().mapToDouble(which).sorted().skip(SEARCHES / 2).findFirst().orElseThrow();
	}

	/** @return what an evaluation takes in each search */
	private List<Spent> measure(StrategyFactory factory, Parameters parameters, KnownScores scores, TrialSink sink) {
		List<Spent> searches = new ArrayList<>();
		for (int s = -WARM_UP; s < SEARCHES; s++) {
			int seed = s + WARM_UP;
			Spent spent = Spent.byThread(() -> search(seed, factory, parameters, scores, sink));
			if (s >= 0) {
				searches.add(spent.over(EVALUATIONS));
			}
		}
		return searches;
	}

	private void search(long seed, StrategyFactory factory, Parameters parameters, KnownScores scores, TrialSink sink) {
		Contribution contribution = new Contribution(ContributionKind.PROXY, "naswot", "", "", "", false,
				Optional.empty(), Set.of(), List.of(), Set.of(), Map.of(), "benchmark");
		ScoringProxy proxy = new ScoringProxy(new Selection(ContributionKind.PROXY, "naswot", Parameters.EMPTY),
				contribution, naswot);
		List<String> problems = new ArrayList<>();
		try (ProxyScorer scorer = new ProxyScorer(space, Task.CIFAR10, List.of(proxy), () -> {
			throw new IllegalStateException("nothing is evaluated");
		}, new Seed(1), new Nobody(), List.of(Optional.of(scores)), p -> problems.add(p.toLine()))) {
			Strategy strategy = factory.create(parameters, new WholeDomain(space),
					new Seed(seed).derive("strategy").generator());
			SearchObjective objective = new SearchObjective((architecture, cancellation) -> {
				Scored scored = scorer.score(architecture, cancellation).get(0);
				return new Evaluated(scored.score(), scored.seconds(), scored.known());
			}, true);
			Search search = Search.of("overhead", seed, space, strategy, Map.of(Proposal.OBJECTIVE, objective));
			long[] trials = new long[1];
			SearchListener count = (trial, replayed) -> trials[0]++;
			new SearchRunner(search, Runnable::run, System::nanoTime).run(List.of(), sink, count, Cancellation.NONE);
			if (!problems.isEmpty() || trials[0] != EVALUATIONS) {
				throw new IllegalStateException(trials[0] + " trials, " + problems);
			}
		} catch (IOException | ProblemException e) {
			throw new IllegalStateException(e);
		}
	}

	/** There is nothing to evaluate. */
	private static final class Nobody implements Evaluations {
		@Override
		public Evaluation under(Conditions conditions) {
			throw new IllegalStateException("everything is in the store");
		}

		@Override
		public Optional<String> engine() {
			return Optional.empty();
		}
	}
}
