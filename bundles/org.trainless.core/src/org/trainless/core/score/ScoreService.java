/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.ProxyScore;

/**
 * Scores many architectures by several proxies.
 */
public final class ScoreService {
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
	 * Scores, and hands over one row for each architecture and proxy in the order asked. Proxies that need the same pass
	 * share it.
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
		SearchSpace space = contributions.searchSpace(request.space());
		List<Proxy> proxies = new ArrayList<>();
		for (Selection selection : request.proxies()) {
			proxies.add(contributions.proxy(selection));
		}
		List<String> names = request.proxies().stream().map(ScoreService::name).toList();
		Seed seed = new Seed(request.seed());
		List<Long> indices = request.which().indices(space, seed);
		try (Dataset dataset = contributions.dataset(request.dataset());
				ExecutorService workers = Executors.newFixedThreadPool(request.jobs(),
						Thread.ofPlatform().name("trainless-worker-", 0).daemon().factory())) {
			ProxyEvaluator evaluator = new ProxyEvaluator(space, dataset.task(), proxies,
					() -> dataset.minibatch(request.batch(), seed.derive("minibatch").generator()), seed, engine.runners());
			Deque<Future<List<ProxyScore>>> ahead = new ArrayDeque<>();
			int next = 0;
			for (int done = 0; done < indices.size(); done++) {
				while (next < indices.size() && ahead.size() < AHEAD * request.jobs()) {
					Architecture architecture = space.at(indices.get(next++));
					ahead.add(workers.submit(() -> evaluator.evaluate(architecture, cancellation)));
				}
				Architecture architecture = space.at(indices.get(done));
				List<ProxyScore> scores = await(ahead.remove());
				for (int p = 0; p < scores.size(); p++) {
					rows.accept(new ScoreRow(indices.get(done), architecture.text(), names.get(p), scores.get(p).score(),
							scores.get(p).seconds()));
				}
				progress.report(done + 1, indices.size(), "scoring");
			}
		}
	}

	/** What stands in the column {@code proxy}: the id, and the parameters where there are any. */
	private static String name(Selection selection) {
		return selection.parameters().asMap().isEmpty() ? selection.id()
				: selection.id() + selection.parameters().asMap().toString().replace(", ", ",");
	}

	private static List<ProxyScore> await(Future<List<ProxyScore>> future) throws ProblemException {
		try {
			return future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case ProblemException problem -> throw problem;
			case RuntimeException failure -> throw failure;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
	}
}
