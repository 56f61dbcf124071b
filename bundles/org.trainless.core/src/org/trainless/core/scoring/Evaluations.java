/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.engine.MinibatchSource;
import org.trainless.engine.ProxyScore;

/**
 * Who makes evaluations: this process or another one. The scores are the same, bit for bit. Thread-safe.
 */
public interface Evaluations extends AutoCloseable {
	/**
	 * What is the same for many evaluations.
	 *
	 * @param space     of the architectures
	 * @param task      what the networks are for
	 * @param proxies   that score; those with equal passes share them
	 * @param minibatch images that all architectures are scored on; asked when a pass first needs them
	 * @param seed      the scoring seed
	 */
	record Conditions(SearchSpace space, Task task, List<ScoringProxy> proxies, MinibatchSource minibatch, Seed seed) {
		public Conditions {
			proxies = List.copyOf(proxies);
		}
	}

	/** Makes evaluations under some conditions, each in the calling thread or while that thread waits. */
	interface Evaluation extends AutoCloseable {
		/**
		 * @param architecture of the space
		 * @param cancellation asked at least every 100 ms
		 * @return one result for each proxy, in their order
		 * @throws ProblemException      when the minibatch cannot be drawn, or nothing at all can be evaluated
		 * @throws CancellationException when cancelled
		 */
		List<ProxyScore> evaluate(Architecture architecture, Cancellation cancellation) throws ProblemException;

		/** Nothing more will be asked under these conditions. */
		@Override
		default void close() {
		}
	}

	/**
	 * @param conditions of evaluations
	 * @return who makes them
	 */
	Evaluation under(Conditions conditions);

	/**
	 * Tells that evaluations are about to be asked for, so that what they need can be made ready meanwhile.
	 */
	default void prepare() {
	}

	/**
	 * @return what computes, if anything has been computed
	 */
	Optional<String> engine();

	/** Ends what makes evaluations; what is going on is given up. */
	@Override
	default void close() {
	}
}
