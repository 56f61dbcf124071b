/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.experiment.SearchSpec;

/** Which searches of an experiment were put there to be compared. */
final class ComparedSearches {
	/**
	 * Two of them.
	 *
	 * @param first  the baseline
	 * @param second the other
	 */
	record Pair(PreparedSearch first, PreparedSearch second) {
	}

	/** All of a search but its name and its constraint. */
	private record WithoutConstraint(Object strategy, Object objective, int batch, Object budget) {
		static WithoutConstraint of(SearchSpec spec) {
			return new WithoutConstraint(spec.strategy(), spec.objective(), spec.batch(), spec.budget());
		}
	}

	private ComparedSearches() {
	}

	/**
	 * Searches that differ in nothing but their constraint; where there are none, each search and the first one whose
	 * values can be compared with its own.
	 *
	 * @param searches   of the experiment
	 * @param byAccuracy whether true accuracies are known, by which all can be compared
	 * @return each search at most once as the second of a pair
	 */
	static List<Pair> of(List<PreparedSearch> searches, boolean byAccuracy) {
		Map<WithoutConstraint, List<PreparedSearch>> alike = new LinkedHashMap<>();
		Map<Object, List<PreparedSearch>> comparable = new LinkedHashMap<>();
		for (PreparedSearch search : searches) {
			alike.computeIfAbsent(WithoutConstraint.of(search.spec()), k -> new ArrayList<>()).add(search);
			comparable.computeIfAbsent(byAccuracy ? "accuracy" : search.spec().objective(), k -> new ArrayList<>())
					.add(search);
		}
		List<Pair> pairs = withTheirFirst(alike.values()).stream()
				.filter(p -> !p.first().spec().constraint().equals(p.second().spec().constraint())).toList();
		return pairs.isEmpty() ? withTheirFirst(comparable.values()) : pairs;
	}

	/** The first is the one without a constraint, or else the first of the file. */
	private static List<Pair> withTheirFirst(Iterable<List<PreparedSearch>> groups) {
		List<Pair> pairs = new ArrayList<>();
		for (List<PreparedSearch> group : groups) {
			List<PreparedSearch> ordered = group.stream()
					.sorted(Comparator.comparing(s -> s.spec().constraint().isPresent())).toList();
			ordered.stream().skip(1).forEach(s -> pairs.add(new Pair(ordered.get(0), s)));
		}
		return pairs;
	}
}
