/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * How far two columns of numbers order the same things in the same way. What is not finite ranks last: infinities and
 * NaN count as lower than every number, and as equal to each other.
 */
public final class RankAgreement {
	private final double[] first;
	private final double[] second;

	/**
	 * @param first  one column
	 * @param second the other, of the same things in the same order
	 * @throws IllegalArgumentException when the lengths differ or there are fewer than two
	 */
	public RankAgreement(double[] first, double[] second) {
		if (first.length != second.length || first.length < 2) {
			throw new IllegalArgumentException(first.length + " and " + second.length + " numbers cannot be compared");
		}
		this.first = ranks(first);
		this.second = ranks(second);
	}

	private static double[] ranks(double[] values) {
		double[] last = Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NEGATIVE_INFINITY).toArray();
		return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(last);
	}

	/**
	 * @return Spearman's ρ: the correlation of the ranks, ties at their mean rank; NaN when a column is constant
	 */
	public double spearman() {
		return new PearsonsCorrelation().correlation(first, second);
	}

	/**
	 * @return Kendall's τ-b (Knight, JASA 1966, in O(n log n)); NaN when a column is constant
	 */
	public double kendall() {
		return new KendallsCorrelation().correlation(first, second);
	}

	/**
	 * Spearman's ρ of what covariates leave unexplained: the correlation of the residuals of both columns' ranks after
	 * a linear regression on the covariates' ranks.
	 *
	 * @param covariates columns of the same length
	 * @return the partial correlation
	 */
	public double partialSpearman(double[]... covariates) {
		double[][] rows = MatrixUtils
				.createRealMatrix(Arrays.stream(covariates).map(RankAgreement::ranks).toArray(double[][]::new))
				.transpose().getData();
		return new PearsonsCorrelation().correlation(residuals(first, rows), residuals(second, rows));
	}

	private static double[] residuals(double[] values, double[][] rows) {
		OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
		regression.newSampleData(values, rows);
		return regression.estimateResiduals();
	}

	/**
	 * @param k how many of the best, at least 1
	 * @return share of the k best by the second column that are among the k best by the first, 0 to 1; of equals the
	 *         earlier is the better
	 */
	public double topOverlap(int k) {
		Set<Integer> common = new HashSet<>(best(first, k));
		common.retainAll(best(second, k));
		return (double) common.size() / k;
	}

	private static Set<Integer> best(double[] ranks, int k) {
		return new HashSet<>(IntStream.range(0, ranks.length).boxed()
				.sorted(Comparator.comparingDouble((Integer i) -> -ranks[i])).limit(k).toList());
	}
}
