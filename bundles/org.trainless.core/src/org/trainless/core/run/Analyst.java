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
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.trainless.api.export.Results;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.experiment.SearchSpec;
import org.trainless.search.constraint.Constraint;
import org.trainless.stats.compare.HolmCorrection;
import org.trainless.stats.compare.PairedComparison;
import org.trainless.stats.summary.SearchSummary;

/** Sums up the results of a run, and compares the searches that were run to be compared. */
final class Analyst {
	private record Pair(PreparedSearch first, PreparedSearch second) {
	}

	/** All of a search but its name and its constraint. */
	private record WithoutConstraint(Object strategy, Object objective, int batch, Object budget) {
		static WithoutConstraint of(SearchSpec spec) {
			return new WithoutConstraint(spec.strategy(), spec.objective(), spec.batch(), spec.budget());
		}
	}

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
		for (SearchSummary summary : SearchSummary.of(results.trials(), s -> byName.get(s).higherIsBetter())) {
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
		return new RunAnalysis(analyses, List.copyOf(constrained), complete ? comparisons(results) : List.of());
	}

	private Map<String, List<Double>> features(List<Trial> incumbents) {
		Map<String, List<Double>> values = new LinkedHashMap<>();
		for (Feature feature : space.features()) {
			values.put(feature.name(),
					incumbents.stream().map(t -> space.feature(space.at(t.index()), feature.name(), task)).toList());
		}
		return values;
	}

	private List<SearchComparison> comparisons(Results results) {
		boolean byAccuracy = results.accuracy().isPresent();
		List<SearchComparison> raw = new ArrayList<>();
		for (Pair pair : pairs(byAccuracy)) {
			Map<Long, Double> before = bySeed(results, pair.first());
			Map<Long, Double> after = bySeed(results, pair.second());
			before.keySet().retainAll(after.keySet());
			after.keySet().retainAll(before.keySet());
			if (!before.isEmpty()) {
				PairedComparison figures = PairedComparison.of(
						before.values().stream().mapToDouble(Double::doubleValue).toArray(),
						after.values().stream().mapToDouble(Double::doubleValue).toArray());
				raw.add(new SearchComparison(pair.first().spec().name(), pair.second().spec().name(), byAccuracy,
						byAccuracy || pair.first().higherIsBetter(), figures, figures.pValue(), 1));
			}
		}
		double[] adjusted = HolmCorrection.adjust(raw.stream().mapToDouble(SearchComparison::adjustedP).toArray());
		List<SearchComparison> corrected = new ArrayList<>();
		for (SearchComparison c : raw) {
			corrected.add(new SearchComparison(c.first(), c.second(), byAccuracy, c.higherIsBetter(), c.figures(),
					adjusted[corrected.size()], raw.size()));
		}
		return corrected;
	}

	/**
	 * Searches that differ in nothing but their constraint; where there are none, each search and the first one whose
	 * values can be compared with its own.
	 */
	private List<Pair> pairs(boolean byAccuracy) {
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

	private static Map<Long, Double> bySeed(Results results, PreparedSearch search) {
		Map<Long, Double> values = new TreeMap<>();
		for (SearchResult result : results.results()) {
			Optional<Trial> best = result.best();
			if (result.search().equals(search.spec().name()) && best.isPresent()) {
				if (results.accuracy().isEmpty()) {
					values.put(result.seed(), best.get().score().value());
				} else if (best.get().accuracy().isPresent()) {
					values.put(result.seed(), best.get().accuracy().getAsDouble());
				}
			}
		}
		return values;
	}
}
