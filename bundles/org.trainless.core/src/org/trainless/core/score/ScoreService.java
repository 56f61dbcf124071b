/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.core.registry.Opening;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.OwnEvaluations;
import org.trainless.core.scoring.ProxyScorer;
import org.trainless.core.scoring.Scored;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.core.scoring.StoredScores;
import org.trainless.core.worker.IsolatedEvaluations;
import org.trainless.engine.PassRunners;
import org.trainless.store.KnownScores;

/**
 * Scores many architectures by several proxies.
 */
public final class ScoreService {
	private static final System.Logger LOG = System.getLogger(ScoreService.class.getName());
	/** How far workers may run ahead of the row that is written next, per worker. */
	private static final int AHEAD = 4;

	private final Contributions contributions;
	private final EngineService engine;

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 * @param engine        computes scores
	 */
	public ScoreService(Contributions contributions, EngineService engine) {
		this.contributions = contributions;
		this.engine = engine;
	}

	/**
	 * Scores, and hands over one row for each architecture and proxy in the order asked. Proxies that need the same
	 * pass share it.
	 *
	 * @param request      what to score
	 * @param rows         gets the rows, from the calling thread
	 * @param progress     told after each architecture
	 * @param cancellation asked whether to go on
	 * @throws ProblemException      when something cannot be opened or an evaluation cannot be made
	 * @throws CancellationException when cancelled
	 */
	public void score(ScoreRequest request, Consumer<ScoreRow> rows, Progress progress, Cancellation cancellation)
			throws ProblemException {
		score(request, rows, progress, problem -> LOG.log(Level.WARNING, problem.toLine()), cancellation);
	}

	/**
	 * Scores, and hands over one row for each architecture and proxy in the order asked. Proxies that need the same
	 * pass share it.
	 *
	 * @param request      what to score
	 * @param rows         gets the rows, from the calling thread
	 * @param progress     told after each architecture
	 * @param problems     told what is odd but does not end it, from any thread: a proxy that fails, a score store that
	 *                     cannot be used
	 * @param cancellation asked whether to go on
	 * @throws ProblemException      when something cannot be opened or an evaluation cannot be made
	 * @throws CancellationException when cancelled
	 */
	public void score(ScoreRequest request, Consumer<ScoreRow> rows, Progress progress, Consumer<Problem> problems,
			Cancellation cancellation) throws ProblemException {
		SearchSpace space = contributions.searchSpace(request.space());
		List<ScoringProxy> proxies = new ArrayList<>();
		for (Selection selection : request.proxies()) {
			proxies.add(ScoringProxy.of(contributions, selection));
		}
		PassRunners runners = request.workers().isPresent() ? engine.runnersOfWorkers() : engine.runners();
		List<String> names = ProxyNames.of(request.proxies());
		Seed seed = new Seed(request.seed());
		List<Long> indices = request.which().indices(space, seed);
		try (Dataset dataset = Opening.of(() -> contributions.dataset(request.dataset()), cancellation);
				StoredScores stored = StoredScores.open(request.store(), contributions, engine.engine(), runners,
						problems);
				Evaluations evaluations = evaluations(request, runners, problems)) {
			for (ScoringProxy proxy : proxies) {
				proxy.check(runners, space.network(space.at(0), dataset.task()));
			}
			List<Optional<KnownScores>> known = proxies.stream()
					.map(p -> stored.of(request.space(), dataset, request.batch(), request.seed(), p)).toList();
			if (known.stream().allMatch(k -> k.map(KnownScores::size).orElse(0) == 0)
					&& proxies.stream().anyMatch(p -> p.proxy().pass().isPresent())) {
				evaluations.prepare();
			}
			ProxyScorer scorer = new ProxyScorer(space, dataset.task(), proxies,
					() -> dataset.minibatch(request.batch(), seed.derive("minibatch").generator()), seed, evaluations,
					known, problems);
			AtomicBoolean stopped = new AtomicBoolean();
			Cancellation either = () -> stopped.get() || cancellation.isCancelled();
			try (ExecutorService workers = Executors.newFixedThreadPool(request.jobs(),
					Thread.ofPlatform().name("trainless-worker-", 1).daemon().factory())) {
				try {
					score(space, indices, names, workers, a -> scorer.score(a, either), request.jobs() * AHEAD, rows,
							progress, cancellation);
				} finally {
					// what was begun ahead is not wanted any more when this ends by an exception
					stopped.set(true);
					workers.shutdownNow();
				}
			}
		}
	}

	private Evaluations evaluations(ScoreRequest request, PassRunners runners, Consumer<Problem> problems) {
		Evaluations own = new OwnEvaluations(engine);
		return request.workers().<Evaluations>map(workers -> new IsolatedEvaluations(own, workers, runners.version(),
				request.space(), IsolatedEvaluations.CRASHES_IN_SUCCESSION, problems)).orElse(own);
	}

	/** Scores one architecture. */
	@FunctionalInterface
	private interface Work {
		List<Scored> score(Architecture architecture) throws ProblemException;
	}

	private static void score(SearchSpace space, List<Long> indices, List<String> names, ExecutorService workers,
			Work work, int ahead, Consumer<ScoreRow> rows, Progress progress, Cancellation cancellation)
			throws ProblemException {
		Deque<Future<List<Scored>>> begun = new ArrayDeque<>();
		int next = 0;
		for (int done = 0; done < indices.size(); done++) {
			cancellation.check();
			while (next < indices.size() && begun.size() < ahead) {
				Architecture architecture = space.at(indices.get(next++));
				begun.add(workers.submit(() -> work.score(architecture)));
			}
			long index = indices.get(done);
			String text = space.at(index).text();
			List<Scored> scores = cancellation.await(begun.remove());
			for (int p = 0; p < scores.size(); p++) {
				rows.accept(new ScoreRow(index, text, names.get(p), scores.get(p).score(), scores.get(p).seconds()));
			}
			progress.report(done + 1, indices.size(), "scoring");
		}
	}
}
