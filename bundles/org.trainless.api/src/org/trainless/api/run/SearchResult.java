/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.util.Objects;
import java.util.Optional;

/**
 * How one search with one seed ended.
 *
 * @param search      name of the search
 * @param seed        the run's seed
 * @param evaluations trials, those answered from memory included
 * @param distinct    distinct architectures among them
 * @param nonFinite   trials whose score is not finite
 * @param seconds     wall time
 * @param best        the incumbent at the end: best by the search's own objective, the earliest of equals; empty when
 *                    no score was finite
 * @param ended       why it ended, for people
 * @since 0.1
 */
public record SearchResult(String search, long seed, long evaluations, long distinct, long nonFinite, double seconds,
		Optional<Trial> best, String ended) {
	public SearchResult {
		Objects.requireNonNull(search);
		Objects.requireNonNull(best);
		Objects.requireNonNull(ended);
	}
}
