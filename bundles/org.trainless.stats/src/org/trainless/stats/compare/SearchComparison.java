/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.trainless.api.run.Trial;

/**
 * Two searches over the seeds that both have.
 *
 * @param first          name of the one that is the baseline
 * @param second         name of the other
 * @param byAccuracy     true when the incumbents' true accuracies are compared, false when their scores are
 * @param higherIsBetter whether greater values are better
 * @param figures        second minus first
 * @param adjustedP      p-value by Holm's correction for all comparisons that are made together
 * @param comparisons    how many these are
 */
public record SearchComparison(String first, String second, boolean byAccuracy, boolean higherIsBetter,
		PairedComparison figures, double adjustedP, int comparisons) {
	public SearchComparison {
		Objects.requireNonNull(first);
		Objects.requireNonNull(second);
		Objects.requireNonNull(figures);
	}

	/**
	 * A search that is compared.
	 *
	 * @param name           its name
	 * @param higherIsBetter whether its greater scores are better
	 * @param incumbents     the best trial of each seed that has one
	 */
	public record Contender(String name, boolean higherIsBetter, List<Trial> incumbents) {
		public Contender {
			Objects.requireNonNull(name);
			incumbents = List.copyOf(incumbents);
		}

		private Map<Long, Double> bySeed(boolean byAccuracy) {
			Map<Long, Double> values = new TreeMap<>();
			for (Trial trial : incumbents) {
				if (!byAccuracy) {
					values.put(trial.seed(), trial.score().value());
				} else if (trial.accuracy().isPresent()) {
					values.put(trial.seed(), trial.accuracy().getAsDouble());
				}
			}
			return values;
		}
	}

	/**
	 * Two searches that are to be compared.
	 *
	 * @param first  the baseline
	 * @param second the other
	 */
	public record Pair(Contender first, Contender second) {
		public Pair {
			Objects.requireNonNull(first);
			Objects.requireNonNull(second);
		}
	}

	/**
	 * Compares searches by what they found, and corrects for the number of comparisons.
	 *
	 * @param pairs      what is compared; scores must be of one scale within a pair
	 * @param byAccuracy whether by true accuracies, else by scores
	 * @return a comparison of each pair that has a seed in common, in the order given
	 */
	public static List<SearchComparison> of(List<Pair> pairs, boolean byAccuracy) {
		List<Pair> compared = new ArrayList<>();
		List<PairedComparison> figures = new ArrayList<>();
		for (Pair pair : pairs) {
			Map<Long, Double> before = pair.first().bySeed(byAccuracy);
			Map<Long, Double> after = pair.second().bySeed(byAccuracy);
			before.keySet().retainAll(after.keySet());
			after.keySet().retainAll(before.keySet());
			if (!before.isEmpty()) {
				compared.add(pair);
				figures.add(PairedComparison.of(before.values().stream().mapToDouble(Double::doubleValue).toArray(),
						after.values().stream().mapToDouble(Double::doubleValue).toArray()));
			}
		}
		double[] adjusted = HolmCorrection.adjust(figures.stream().mapToDouble(PairedComparison::pValue).toArray());
		List<SearchComparison> comparisons = new ArrayList<>();
		for (int i = 0; i < adjusted.length; i++) {
			Pair pair = compared.get(i);
			comparisons.add(new SearchComparison(pair.first().name(), pair.second().name(), byAccuracy,
					byAccuracy || pair.first().higherIsBetter(), figures.get(i), adjusted[i], adjusted.length));
		}
		return comparisons;
	}

	/**
	 * @return what can be said, in words
	 */
	public String verdict() {
		return figures.verdict(first, second, adjustedP, comparisons, higherIsBetter);
	}

	/**
	 * @return how it was compared, in words that stand below the verdicts
	 */
	public String method() {
		return "by the " + (byAccuracy ? "accuracy" : "score")
				+ " of the incumbents, paired by seed: exact signed-rank test; [bootstrap interval, "
				+ Math.round(100 * PairedComparison.CONFIDENCE) + " %]"
				+ (comparisons > 1 ? "; Holm: corrected for " + comparisons + " comparisons, which decides" : "");
	}
}
