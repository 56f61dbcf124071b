/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.trainless.api.export.Results;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.search.constraint.Constraint;
import org.trainless.stats.compare.SearchComparison;
import org.trainless.stats.summary.SearchSummary;

/** Sums up the results of a run, and compares the searches that were run to be compared. */
final class Analyst {
	private final List<PreparedSearch> searches;
	private final SearchSpace space;
	private final Task task;

	Analyst(List<PreparedSearch> searches, Task task) {
		this.searches = searches;
		this.space = searches.get(0).domain().space();
		this.task = task;
	}

	/**
	 * @param results  of the run
	 * @param complete whether it came to its end; what did not is not compared
	 */
	RunAnalysis analyse(Results results, boolean complete) throws ProblemException {
		Map<String, PreparedSearch> byName = new LinkedHashMap<>();
		searches.forEach(s -> byName.put(s.spec().name(), s));
		List<RunAnalysis.SearchAnalysis> analyses = new ArrayList<>();
		List<SearchSummary> summaries = SearchSummary.of(results.trials(), s -> byName.get(s).higherIsBetter());
		for (SearchSummary summary : summaries) {
			double seconds = results.results().stream().filter(r -> r.search().equals(summary.search()))
					.mapToDouble(SearchResult::seconds).sum();
			analyses.add(new RunAnalysis.SearchAnalysis(summary, seconds, features(summary.incumbents())));
		}
		SortedSet<String> constrained = new TreeSet<>();
		for (PreparedSearch search : searches) {
			if (search.spec().constraint().isPresent()) {
				constrained.addAll(Constraint.parse(search.spec().constraint().get(), space.features()).features());
			}
		}
		return new RunAnalysis(analyses, List.copyOf(constrained),
				complete ? comparisons(results, summaries) : List.of());
	}

	private Map<String, List<Double>> features(List<Trial> incumbents) {
		Map<String, List<Double>> values = new LinkedHashMap<>();
		for (Feature feature : space.features()) {
			values.put(feature.name(),
					incumbents.stream().map(t -> space.feature(space.at(t.index()), feature.name(), task)).toList());
		}
		return values;
	}

	private List<SearchComparison> comparisons(Results results, List<SearchSummary> summaries) {
		boolean byAccuracy = results.accuracy().isPresent();
		List<SearchComparison.Pair> pairs = ComparedSearches.of(searches, byAccuracy).stream()
				.map(p -> new SearchComparison.Pair(contender(p.first(), summaries), contender(p.second(), summaries)))
				.toList();
		return SearchComparison.of(pairs, byAccuracy);
	}

	private static SearchComparison.Contender contender(PreparedSearch search, List<SearchSummary> summaries) {
		String name = search.spec().name();
		return new SearchComparison.Contender(name, search.higherIsBetter(),
				summaries.stream().filter(s -> s.search().equals(name)).flatMap(s -> s.incumbents().stream()).toList());
	}
}
