/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import java.util.Arrays;

import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * The two-sided signed-rank test (Wilcoxon, Biometrics Bulletin 1945). Differences of zero are dropped, equal ones have
 * their mean rank. The p-value is exact given the ranks, so that ties do not matter: two searches often find the same
 * architecture.
 */
final class SignedRank {
	/** Most differences for which the distribution is built up. */
	private static final int EXACT = 200;

	private SignedRank() {
	}

	/** The p-value of the hypothesis that differences are symmetric about zero; 1 when all are zero. */
	static double pValue(double[] differences) {
		double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
		if (nonZero.length == 0) {
			return 1;
		}
		if (nonZero.length > EXACT) {
			return new WilcoxonSignedRankTest().wilcoxonSignedRankTest(new double[nonZero.length], nonZero, false);
		}
		double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE)
				.rank(Arrays.stream(nonZero).map(Math::abs).toArray());
		// mean ranks are multiples of a half
		int[] doubled = Arrays.stream(ranks).mapToInt(r -> (int) Math.rint(2 * r)).toArray();
		int positive = 0;
		for (int i = 0; i < nonZero.length; i++) {
			positive += nonZero[i] > 0 ? doubled[i] : 0;
		}
		int all = Arrays.stream(doubled).sum();
		double[] distribution = distribution(doubled, all);
		double tail = 0;
		for (int sum = Math.max(positive, all - positive); sum <= all; sum++) {
			tail += distribution[sum];
		}
		return Math.min(1, 2 * tail);
	}

	/** Probability of each sum of the ranks of positive differences when every sign is as likely as the other. */
	private static double[] distribution(int[] ranks, int all) {
		double[] probability = new double[all + 1];
		probability[0] = 1;
		for (int rank : ranks) {
			for (int sum = all; sum >= 0; sum--) {
				probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
			}
		}
		return probability;
	}
}
