/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.trainless.api.run.Seed;

/**
 * Two searches over the same seeds. Runs are paired: with one seed both searches see the same weights, images and
 * random numbers, so that the difference of each pair is looked at, by the signed-rank test (Wilcoxon, Biometrics
 * Bulletin 1945), exact given ties, pairs without a difference dropped.
 *
 * @param pairs          seeds that both searches have
 * @param equal          pairs among them without a difference
 * @param meanDifference mean of second minus first
 * @param deviation      sample standard deviation of the differences
 * @param interval       of the mean difference, by the percentile bootstrap; empty for a single pair
 * @param pValue         two-sided p of the hypothesis that there is no difference; 1 when all differences are zero
 */
public record PairedComparison(int pairs, int equal, double meanDifference, double deviation,
		Optional<BootstrapInterval> interval, double pValue) {
	/** How often the interval is right, and one minus the level of the test. */
	public static final double CONFIDENCE = 0.95;

	private static final double LEVEL = 0.05;
	private static final int RESAMPLES = 10_000;

	/**
	 * @param first  one search's results
	 * @param second the other's, of the same seeds in the same order
	 * @return the comparison; equal results give equal comparisons
	 * @throws IllegalArgumentException when the lengths differ or there are none
	 */
	public static PairedComparison of(double[] first, double[] second) {
		if (first.length != second.length || first.length == 0) {
			throw new IllegalArgumentException(first.length + " and " + second.length + " results are no pairs");
		}
		double[] differences = new double[first.length];
		Arrays.setAll(differences, i -> second[i] - first[i]);
		StreamingStatistics spread = new StreamingStatistics();
		Arrays.stream(differences).forEach(spread::addValue);
		Optional<BootstrapInterval> interval = differences.length < 2 ? Optional.empty()
				: Optional.of(BootstrapInterval.ofMean(differences, CONFIDENCE, RESAMPLES,
						new Seed(differences.length).derive("bootstrap").generator()));
		return new PairedComparison(first.length, (int) Arrays.stream(differences).filter(d -> d == 0).count(),
				spread.getMean(), spread.getStandardDeviation(), interval, SignedRank.pValue(differences));
	}

	/**
	 * @return the least p that this many pairs with a difference can give
	 */
	public double leastPossible() {
		return Math.min(1, Math.pow(2, 1 - (pairs - equal)));
	}

	/**
	 * @param first          name of one search
	 * @param second         name of the other
	 * @param adjusted       the p-value, corrected for all comparisons that are told
	 * @param comparisons    how many these are
	 * @param higherIsBetter whether greater results are better
	 * @return what can be said, in words
	 */
	public String verdict(String first, String second, double adjusted, int comparisons, boolean higherIsBetter) {
		String figures = String.format(Locale.ROOT, "mean difference %+.2f%s, p = %s%s, %d %s%s", meanDifference,
				interval.map(i -> String.format(Locale.ROOT, " [%.2f, %.2f]", i.low(), i.high())).orElse(""),
				probability(pValue), comparisons > 1 ? ", Holm " + probability(adjusted) : "", pairs,
				pairs == 1 ? "seed" : "seeds", equal > 0 ? " (" + equal + " without a difference)" : "");
		if (adjusted <= LEVEL) {
			return "'" + second + "' is " + (meanDifference > 0 == higherIsBetter ? "better" : "worse") + " than '"
					+ first + "': " + figures;
		}
		String word = "no difference could be shown between '" + second + "' and '" + first + "': " + figures;
		double least = leastPossible() * comparisons;
		return Math.min(1, least) > LEVEL && equal < pairs ? word + "; with so few seeds p is at least "
				+ probability(Math.min(1, least)) + " even when all differ in the same way" : word;
	}

	private static String probability(double p) {
		return p < 0.001 ? String.format(Locale.ROOT, "%.1e", p) : String.format(Locale.ROOT, "%.3f", p);
	}
}
