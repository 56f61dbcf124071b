/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.Locale;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;

/**
 * Two searches over the same seeds. Runs are paired: with one seed both searches see the same weights, images and
 * random numbers, so that the difference of each pair is looked at, by the exact signed-rank test (Wilcoxon, Biometrics
 * Bulletin 1945).
 *
 * @param pairs          seeds that both searches have
 * @param meanDifference mean of second minus first
 * @param deviation      sample standard deviation of the differences
 * @param pValue         two-sided p of the hypothesis that there is no difference; 1 when all differences are zero
 */
public record PairedComparison(int pairs, double meanDifference, double deviation, double pValue) {
	/** Most pairs for which the distribution of the statistic is enumerated. */
	private static final int EXACT = 30;
	private static final double LEVEL = 0.05;

	/**
	 * @param first  one search's results
	 * @param second the other's, of the same seeds in the same order
	 * @return the comparison
	 * @throws IllegalArgumentException when the lengths differ or there are none
	 */
	public static PairedComparison of(double[] first, double[] second) {
		if (first.length != second.length || first.length == 0) {
			throw new IllegalArgumentException(first.length + " and " + second.length + " results are no pairs");
		}
		StreamingStatistics differences = new StreamingStatistics();
		boolean same = true;
		for (int i = 0; i < first.length; i++) {
			differences.addValue(second[i] - first[i]);
			same &= second[i] == first[i];
		}
		double p = same ? 1 : new WilcoxonSignedRankTest().wilcoxonSignedRankTest(first, second, first.length <= EXACT);
		return new PairedComparison(first.length, differences.getMean(), differences.getStandardDeviation(), p);
	}

	/**
	 * @return the least p that this many pairs can give
	 */
	public double leastPossible() {
		return Math.min(1, Math.pow(2, 1 - pairs));
	}

	/**
	 * @param first  name of one search
	 * @param second name of the other
	 * @return what can be said, in words
	 */
	public String verdict(String first, String second) {
		String figures = String.format(Locale.ROOT, "mean difference %+.2f, p = %.3f, %d seeds", meanDifference, pValue,
				pairs);
		if (pValue <= LEVEL) {
			return "'" + second + "' is " + (meanDifference > 0 ? "better" : "worse") + " than '" + first + "' ("
					+ figures + ")";
		}
		String word = "no difference could be shown between '" + second + "' and '" + first + "' (" + figures + ")";
		return leastPossible() > LEVEL
				? word + String.format(Locale.ROOT,
						"; with so few seeds even a difference in every one gives p = %.2f at least", leastPossible())
				: word;
	}
}
