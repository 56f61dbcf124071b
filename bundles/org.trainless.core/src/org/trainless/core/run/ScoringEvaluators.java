/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Seed;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.engine.MinibatchSource;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.ProxyScore;
import org.trainless.engine.torch.EngineUnavailableException;
import org.trainless.search.runner.Evaluated;
import org.trainless.search.runner.Evaluator;

/**
 * The evaluators of one run: one for each proxy and scoring seed, all searches of that seed on the same minibatch.
 * Thread-safe. The engine starts with the first evaluation that needs it.
 */
final class ScoringEvaluators {
	private record Key(Selection proxy, long seed) {
	}

	private final SearchSpace space;
	private final Dataset dataset;
	private final int batch;
	private final EngineService engine;
	private final Map<Key, Evaluator> evaluators = new HashMap<>();
	private final Map<Long, MinibatchSource> minibatches = new HashMap<>();

	ScoringEvaluators(SearchSpace space, Dataset dataset, int batch, EngineService engine) {
		this.space = space;
		this.dataset = dataset;
		this.batch = batch;
		this.engine = engine;
	}

	synchronized Evaluator of(Selection selection, Proxy proxy, long seed) {
		return evaluators.computeIfAbsent(new Key(selection, seed), k -> evaluator(proxy, seed));
	}

	private Evaluator evaluator(Proxy proxy, long seed) {
		ProxyEvaluator scores = new ProxyEvaluator(space, dataset.task(), List.of(proxy),
				minibatches.computeIfAbsent(seed, this::minibatch), new Seed(seed), engine.runners());
		return (architecture, cancellation) -> {
			try {
				ProxyScore score = scores.evaluate(architecture, cancellation).get(0);
				return new Evaluated(score.score(), score.seconds(), false);
			} catch (EngineUnavailableException e) {
				throw new ProblemException(Problem.error("engine-unavailable", e.getMessage(), ""), e);
			}
		};
	}

	private MinibatchSource minibatch(long seed) {
		return new SharedMinibatch(() -> dataset.minibatch(batch, new Seed(seed).derive("minibatch").generator()));
	}

	/** Rough seconds of one evaluation on one core: orders of magnitude, for the word before a run. */
	static double roughSeconds(Proxy proxy, int batch) {
		Optional<Pass> pass = proxy.pass();
		if (pass.isEmpty() || pass.get().input() == Pass.Input.NONE) {
			return 1e-3;
		}
		if (pass.get().input() == Pass.Input.ONES) {
			return 0.15;
		}
		return (pass.get().loss() == Pass.Loss.NONE ? 0.3 : 1.5) * batch / 128;
	}
}
