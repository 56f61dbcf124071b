/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.Architecture;
import org.trainless.core.engine.EngineService;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.ProxyScore;

/**
 * Evaluations in this process. Whoever asks for one waits for a thread that makes it, so that a cancellation is heard
 * whatever that thread is busy with: the start of the engine, images, code of a proxy. It ends by itself when it next
 * looks; nobody sees its result.
 */
public final class OwnEvaluations implements Evaluations {
	/** A warm evaluation looks whether it is cancelled more often than that. */
	private static final int MILLISECONDS_TO_END = 300;

	private final EngineService engine;
	private final ExecutorService threads = Executors
			.newCachedThreadPool(Thread.ofPlatform().name("trainless-evaluation-", 1).daemon().factory());

	/**
	 * @param engine computes
	 */
	public OwnEvaluations(EngineService engine) {
		this.engine = Objects.requireNonNull(engine);
	}

	@Override
	public Evaluation under(Conditions conditions) {
		ProxyEvaluator evaluator = new ProxyEvaluator(conditions.space(), conditions.task(),
				conditions.proxies().stream().map(ScoringProxy::proxy).toList(), conditions.minibatch(),
				conditions.seed(), engine.runners());
		// without a pass a proxy only looks at the architecture, in less time than another thread takes to begin
		return conditions.proxies().stream().allMatch(p -> p.proxy().pass().isEmpty()) ? evaluator::evaluate
				: (architecture, cancellation) -> evaluate(evaluator, architecture, cancellation);
	}

	private List<ProxyScore> evaluate(ProxyEvaluator evaluator, Architecture architecture, Cancellation cancellation)
			throws ProblemException {
		AtomicBoolean left = new AtomicBoolean();
		Cancellation either = () -> left.get() || cancellation.isCancelled();
		Future<List<ProxyScore>> scores = threads.submit(() -> evaluator.evaluate(architecture, either));
		try {
			return cancellation.await(scores);
		} finally {
			left.set(true);
		}
	}

	@Override
	public Optional<String> engine() {
		return engine.engine().isStarted() ? Optional.of(engine.engine().start().identity()) : Optional.empty();
	}

	/** What is still going on was given up; it gets a moment to end before its images and the engine are closed. */
	@Override
	public void close() {
		threads.shutdown();
		boolean interrupted = Thread.interrupted();
		try {
			threads.awaitTermination(MILLISECONDS_TO_END, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
