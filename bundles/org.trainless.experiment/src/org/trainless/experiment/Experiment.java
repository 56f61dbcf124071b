/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.param.Selection;

/**
 * What an experiment file says, resolved: names of variables and aliases are replaced, defaults are filled in, paths
 * are absolute. Immutable and thread-safe. Two files that say the same give equal experiments.
 *
 * @param name      name for people, one line, not blank
 * @param question  what is to be found out, in words; may be empty
 * @param space     the search space
 * @param dataset   the images that proxies score on
 * @param benchmark where true accuracies come from; searches do not see it
 * @param seeds     the runs of every search
 * @param scoring   which seed draws weights and minibatch
 * @param searches  the searches to compare, at least one, with distinct names
 */
public record Experiment(String name, String question, Selection space, DatasetSpec dataset,
		Optional<Selection> benchmark, SeedRange seeds, Scoring scoring, List<SearchSpec> searches) {

	public Experiment {
		Objects.requireNonNull(question);
		Objects.requireNonNull(space);
		Objects.requireNonNull(dataset);
		Objects.requireNonNull(benchmark);
		Objects.requireNonNull(seeds);
		Objects.requireNonNull(scoring);
		searches = List.copyOf(searches);
		if (name.isBlank()) {
			throw new IllegalArgumentException("an experiment has a name");
		}
		if (searches.isEmpty()) {
			throw new IllegalArgumentException("an experiment has at least one search");
		}
		Set<String> names = new HashSet<>();
		for (SearchSpec search : searches) {
			if (!names.add(search.name())) {
				throw new IllegalArgumentException("two searches are named '" + search.name() + "'");
			}
		}
	}
}
