/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/**
 * What one search has found so far, over its seeds.
 *
 * @param search      name of the search
 * @param seeds       seeds that have a trial
 * @param evaluations trials of all seeds
 * @param nonFinite   trials whose score is not finite
 * @param score       of the incumbents; empty when no seed has a finite score
 * @param accuracy    true accuracy of the incumbents; empty when none is known
 * @param incumbents  the best trial of each seed that has one, by the search's own objective, the earliest of equals
 */
public record SearchSummary(String search, int seeds, long evaluations, long nonFinite, Optional<Spread> score,
		Optional<Spread> accuracy, List<Trial> incumbents) {

	/**
	 * Mean and deviation.
	 *
	 * @param count     how many values, at least 1
	 * @param mean      their mean
	 * @param deviation their standard deviation with n − 1; NaN of one value
	 */
	public record Spread(int count, double mean, double deviation) {
		static Optional<Spread> of(double[] values) {
			if (values.length == 0) {
				return Optional.empty();
			}
			StreamingStatistics statistics = new StreamingStatistics();
			for (double value : values) {
				statistics.addValue(value);
			}
			return Optional.of(new Spread(values.length, statistics.getMean(),
					values.length == 1 ? Double.NaN : statistics.getStandardDeviation()));
		}
	}

	public SearchSummary {
		incumbents = List.copyOf(incumbents);
	}

	/** One search and seed while its trials are read. */
	private static final class Tally {
		private long evaluations;
		private long nonFinite;
		private Trial best;

		void add(Trial trial, boolean higherIsBetter) {
			evaluations++;
			if (!trial.score().isFinite()) {
				nonFinite++;
			} else if (trial.objective().equals(Proposal.OBJECTIVE)
					&& (best == null || (higherIsBetter ? trial.score().value() > best.score().value()
							: trial.score().value() < best.score().value()))) {
				best = trial;
			}
		}
	}

	/**
	 * @param trials         trials of a run, those of a search and seed in their order
	 * @param higherIsBetter by name of the search
	 * @return a summary of each search, in the order in which they appear
	 */
	public static List<SearchSummary> of(List<Trial> trials, Predicate<String> higherIsBetter) {
		Map<String, Map<Long, Tally>> tallies = new LinkedHashMap<>();
		Map<String, Boolean> directions = new HashMap<>();
		for (Trial trial : trials) {
			tallies.computeIfAbsent(trial.search(), s -> new LinkedHashMap<>())
					.computeIfAbsent(trial.seed(), s -> new Tally())
					.add(trial, directions.computeIfAbsent(trial.search(), higherIsBetter::test));
		}
		List<SearchSummary> summaries = new ArrayList<>();
		tallies.forEach((search, seeds) -> summaries.add(of(search, List.copyOf(seeds.values()))));
		return summaries;
	}

	private static SearchSummary of(String search, List<Tally> seeds) {
		List<Trial> incumbents = seeds.stream().filter(t -> t.best != null).map(t -> t.best).toList();
		return new SearchSummary(search, seeds.size(), seeds.stream().mapToLong(t -> t.evaluations).sum(),
				seeds.stream().mapToLong(t -> t.nonFinite).sum(),
				Spread.of(incumbents.stream().mapToDouble(t -> t.score().value()).toArray()),
				Spread.of(incumbents.stream().filter(t -> t.accuracy().isPresent())
						.mapToDouble(t -> t.accuracy().getAsDouble()).toArray()),
				incumbents);
	}
}
