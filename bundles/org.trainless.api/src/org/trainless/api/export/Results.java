/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.export;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.benchmark.Meaning;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;

/**
 * A finished run as exporters see it.
 *
 * @param name     of the experiment
 * @param question that the experiment asks; may be empty
 * @param space    id of the search space
 * @param accuracy which accuracy the trials carry, if any
 * @param searches names of the searches, in the order of the file
 * @param results  one per search and seed, by search and then seed
 * @param trials   all trials, by search, seed and number
 * @since 0.1
 */
public record Results(String name, String question, String space, Optional<Meaning> accuracy, List<String> searches,
		List<SearchResult> results, List<Trial> trials) {
	public Results {
		Objects.requireNonNull(name);
		Objects.requireNonNull(question);
		Objects.requireNonNull(space);
		Objects.requireNonNull(accuracy);
		searches = List.copyOf(searches);
		results = List.copyOf(results);
		trials = List.copyOf(trials);
	}
}
