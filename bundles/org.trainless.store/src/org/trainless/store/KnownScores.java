/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

/**
 * The scores of one identity, in memory: those that the store held when they were asked for, and those that were kept
 * since. So there are at most as many as the space has classes of architectures, and no more than were ever evaluated;
 * the store itself does not hold on to this. Thread-safe.
 */
public final class KnownScores {
	/** Takes what is to be written. */
	@FunctionalInterface
	interface Sink {
		void accept(String architecture, Score score, double seconds);
	}

	private final Map<String, Score> scores;
	private final Sink sink;

	KnownScores(Map<String, Score> scores, Sink sink) {
		this.scores = new ConcurrentHashMap<>(scores);
		this.sink = Objects.requireNonNull(sink);
	}

	/**
	 * @param architecture text of a representative
	 * @return its score, bit for bit as it was kept
	 */
	public Optional<Score> find(String architecture) {
		return Optional.ofNullable(scores.get(architecture));
	}

	/**
	 * Keeps a score; it is in the file within a second. An evaluation that failed is not kept: it may succeed another
	 * time. What is known already stays as it is.
	 *
	 * @param architecture text of a representative
	 * @param score        its score
	 * @param seconds      what the evaluation took
	 */
	public void keep(String architecture, Score score, double seconds) {
		if (score.reason().equals(Optional.of(NonFinite.FAILED))) {
			return;
		}
		if (scores.putIfAbsent(architecture, score) == null) {
			sink.accept(architecture, score, seconds);
		}
	}

	/**
	 * @return how many are known
	 */
	public int size() {
		return scores.size();
	}
}
