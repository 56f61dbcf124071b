/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Selection;
import org.trainless.core.worker.Isolation;

/**
 * What is to be scored by what.
 *
 * @param space   id of the search space
 * @param proxies the proxies, at least one
 * @param dataset where minibatches come from
 * @param batch   images in a minibatch, at least 1
 * @param seed    of sample, weights and minibatch
 * @param which   the architectures
 * @param jobs    how many evaluations are made at once, at least 1
 * @param store   file of the score store, if scores are to be looked up and kept
 * @param workers makes the evaluations in processes of their own; empty to make them in this process
 */
public record ScoreRequest(String space, List<Selection> proxies, Selection dataset, int batch, long seed,
		ArchitectureSet which, int jobs, Optional<Path> store, Optional<Isolation> workers) {
	public ScoreRequest {
		Objects.requireNonNull(space);
		Objects.requireNonNull(dataset);
		Objects.requireNonNull(which);
		Objects.requireNonNull(store);
		Objects.requireNonNull(workers);
		proxies = List.copyOf(proxies);
		if (proxies.isEmpty() || batch < 1 || jobs < 1) {
			throw new IllegalArgumentException(proxies.size() + " proxies, batch " + batch + ", " + jobs + " jobs");
		}
	}

	/**
	 * Scores to be computed in this process.
	 *
	 * @param space   id of the search space
	 * @param proxies the proxies, at least one
	 * @param dataset where minibatches come from
	 * @param batch   images in a minibatch, at least 1
	 * @param seed    of sample, weights and minibatch
	 * @param which   the architectures
	 * @param jobs    how many evaluations are made at once, at least 1
	 * @param store   file of the score store, if scores are to be looked up and kept
	 */
	public ScoreRequest(String space, List<Selection> proxies, Selection dataset, int batch, long seed,
			ArchitectureSet which, int jobs, Optional<Path> store) {
		this(space, proxies, dataset, batch, seed, which, jobs, store, Optional.empty());
	}
}
