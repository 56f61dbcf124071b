/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.core.registry.Contributions;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.OwnEvaluations;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.engine.torch.EngineUnavailableException;

/**
 * Makes the evaluations that another process asks for, as many at once as it is asked for. It knows neither experiment
 * nor dataset, writes no file, and may die at any moment.
 */
public final class Worker {
	/** Images of conditions that nobody needs any more, before they are cleared. */
	private static final long MOST_FORGOTTEN_BYTES = 16L << 20;

	private record Prepared(SearchSpace space, Evaluations.Evaluation evaluation, long bytes) {
	}

	private final Contributions contributions;
	private final EngineService engine;
	private final Evaluations evaluations;
	/** Empty while they are being prepared: what is forgotten meanwhile stays forgotten. */
	private final Map<Integer, Optional<Prepared>> prepared = new ConcurrentHashMap<>();
	// of the thread that serves
	private long forgottenBytes;

	/**
	 * @param contributions what is installed
	 * @param engine        computes
	 */
	public Worker(Contributions contributions, EngineService engine) {
		this.contributions = Objects.requireNonNull(contributions);
		this.engine = Objects.requireNonNull(engine);
		this.evaluations = new OwnEvaluations(engine);
	}

	/**
	 * Serves until the other process closes its end or is gone. Evaluations may still be going on then; whoever called
	 * should end the process without waiting for them.
	 *
	 * @param in  requests
	 * @param out answers
	 * @throws IOException when the other process cannot be understood
	 */
	public void serve(InputStream in, OutputStream out) throws IOException {
		ExecutorService threads = Executors
				.newCachedThreadPool(Thread.ofPlatform().name("trainless-worker-", 1).daemon().factory());
		try {
			Optional<Request> request = Frames.read(in, Request::read);
			while (request.isPresent()) {
				switch (request.get()) {
				case Request.Prepare prepare -> {
					prepared.put(prepare.conditions(), Optional.empty());
					threads.execute(() -> answer(out, prepare.call(), () -> {
						prepare(prepare);
						return new Answer.Ready(prepare.call(), evaluations.engine().orElse(""));
					}));
				}
				case Request.Evaluate evaluate ->
					threads.execute(() -> answer(out, evaluate.call(), () -> evaluate(evaluate)));
				case Request.Forget forget -> forget(forget.conditions());
				}
				request = Frames.read(in, Request::read);
			}
		} finally {
			threads.shutdownNow();
		}
	}

	/** What is answered. */
	@FunctionalInterface
	private interface Work {
		Answer get() throws ProblemException;
	}

	private static void answer(OutputStream out, long call, Work work) {
		Answer answer;
		try {
			answer = work.get();
		} catch (EngineUnavailableException e) {
			answer = new Answer.Failed(call, Answer.Reach.ENGINE, e.getMessage());
		} catch (ProblemException | RuntimeException | LinkageError e) {
			answer = new Answer.Failed(call, Answer.Reach.EVALUATION, e.toString());
		} catch (Error e) {
			// no memory, no stack: who knows what else is broken in this process
			answer = new Answer.Failed(call, Answer.Reach.WORKER, e.toString());
		}
		try {
			Frames.write(out, answer::write);
		} catch (IOException e) {
			// nobody listens any more, which the end of the requests says too
			System.getLogger(Worker.class.getName()).log(System.Logger.Level.DEBUG, "cannot answer", e);
		}
	}

	private void prepare(Request.Prepare request) throws ProblemException {
		String passes = engine.runners().version();
		if (!passes.equals(request.passes())) {
			// scores are kept under what was asked for
			throw new EngineUnavailableException("the process that evaluates has " + passes + ", where "
					+ request.passes() + " are asked for; trainless doctor tells what this Java offers, --in-process "
					+ "evaluates without another process", null);
		}
		SearchSpace space = contributions.searchSpace(request.space());
		List<ScoringProxy> proxies = new ArrayList<>();
		for (Selection selection : request.proxies()) {
			proxies.add(ScoringProxy.of(contributions, selection));
		}
		MacroNetwork network = space.network(space.at(0), request.task());
		for (ScoringProxy proxy : proxies) {
			proxy.prepare(engine.runners(), network);
		}
		Evaluations.Evaluation evaluation = evaluations.under(new Evaluations.Conditions(space, request.task(), proxies,
				() -> request.minibatch().orElseThrow(), new Seed(request.seed())));
		long bytes = request.minibatch().map(m -> (long) m.pixels().length * Float.BYTES).orElse(0L);
		Optional<Prepared> ready = Optional.of(new Prepared(space, evaluation, bytes));
		prepared.computeIfPresent(request.conditions(), (conditions, nothing) -> ready);
	}

	/**
	 * What was in use for as long as a search takes lies among the old, of which the Java runtime clears nothing before
	 * all the memory that it may take is used up.
	 */
	private void forget(int conditions) {
		Optional<Prepared> done = prepared.remove(conditions);
		forgottenBytes += done == null ? 0 : done.map(Prepared::bytes).orElse(0L);
		if (forgottenBytes > MOST_FORGOTTEN_BYTES) {
			forgottenBytes = 0;
			System.gc();
		}
	}

	private Answer evaluate(Request.Evaluate request) throws ProblemException {
		Prepared conditions = prepared.getOrDefault(request.conditions(), Optional.empty()).orElseThrow(
				() -> new IllegalStateException("conditions " + request.conditions() + " are not prepared"));
		return new Answer.Scores(request.call(),
				conditions.evaluation().evaluate(conditions.space().parse(request.architecture()), Cancellation.NONE));
	}
}
