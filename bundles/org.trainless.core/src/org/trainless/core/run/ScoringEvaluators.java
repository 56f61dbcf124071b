/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.run.Seed;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.ProxyScorer;
import org.trainless.core.scoring.Scored;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.core.scoring.SharedMinibatch;
import org.trainless.core.scoring.StoredScores;
import org.trainless.search.runner.Evaluated;
import org.trainless.search.runner.Evaluator;
import org.trainless.store.KnownScores;

/**
 * The evaluators of one run: one for each proxy and scoring seed, all searches of that seed on the same minibatch and
 * with the same scores. Thread-safe.
 */
final class ScoringEvaluators {
	/** What searches of one scoring seed share. */
	private record Draw(SharedMinibatch minibatch, Map<Selection, ProxyScorer> scorers) {
	}

	private final String spaceId;
	private final SearchSpace space;
	private final Dataset dataset;
	private final int batch;
	private final Evaluations evaluations;
	private final StoredScores stored;
	private final Map<Long, Draw> draws = new HashMap<>();

	ScoringEvaluators(String spaceId, SearchSpace space, Dataset dataset, int batch, Evaluations evaluations,
			StoredScores stored) {
		this.spaceId = spaceId;
		this.space = space;
		this.dataset = dataset;
		this.batch = batch;
		this.evaluations = evaluations;
		this.stored = stored;
	}

	/**
	 * @param proxy    what scores
	 * @param seed     the scoring seed
	 * @param problems told of the first failure of the proxy
	 * @return the evaluator
	 */
	synchronized Evaluator of(ScoringProxy proxy, long seed, Consumer<Problem> problems) {
		Draw draw = draws.computeIfAbsent(seed,
				s -> new Draw(
						SharedMinibatch.of(() -> dataset.minibatch(batch, new Seed(s).derive("minibatch").generator())),
						new HashMap<>()));
		ProxyScorer scorer = draw.scorers().computeIfAbsent(proxy.selection(),
				s -> new ProxyScorer(space, dataset.task(), List.of(proxy), draw.minibatch(), new Seed(seed),
						evaluations, List.of(stored(proxy, seed)), problems));
		return (architecture, cancellation) -> {
			Scored scored = scorer.score(architecture, cancellation).get(0);
			return new Evaluated(scored.score(), scored.seconds(), scored.known());
		};
	}

	/** Where nothing is known, something will have to be computed. */
	private Optional<KnownScores> stored(ScoringProxy proxy, long seed) {
		Optional<KnownScores> known = stored.of(spaceId, dataset, batch, seed, proxy);
		if (proxy.proxy().pass().isPresent() && known.map(KnownScores::size).orElse(0) == 0) {
			evaluations.prepare();
		}
		return known;
	}

	/**
	 * Hundreds of seeds would otherwise keep hundreds of minibatches.
	 *
	 * @param seed a scoring seed that no search needs any more
	 */
	synchronized void forget(long seed) {
		Draw draw = draws.remove(seed);
		if (draw != null) {
			draw.scorers().values().forEach(ProxyScorer::close);
		}
	}
}
