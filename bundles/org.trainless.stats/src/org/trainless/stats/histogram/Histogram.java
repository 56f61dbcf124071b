/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.histogram;

import java.util.Arrays;

/**
 * How often values fall into bins of equal width, group by group, with the same bins for all groups. The width is
 * Freedman's and Diaconis' ("On the histogram as a density estimator", 1981), within bounds.
 *
 * @param edges     edges of the bins, ascending, one more than there are bins; empty when no value is finite
 * @param counts    by group, then by bin; a value on an edge counts in the bin to its right, but for the last edge
 * @param nonFinite values that are not finite, by group; they are in no bin
 */
public record Histogram(double[] edges, int[][] counts, int[] nonFinite) {
	/** No histogram has fewer bins, but for one of equal values. */
	public static final int FEWEST_BINS = 5;
	/** No histogram has more bins. */
	public static final int MOST_BINS = 60;

	/**
	 * @param values what is counted
	 * @param group  the group of each value, from 0; as long as {@code values}
	 * @param groups how many groups there are
	 * @return the histogram
	 */
	public static Histogram of(double[] values, int[] group, int groups) {
		double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		double[] edges = edges(sorted);
		int[][] counts = new int[groups][Math.max(0, edges.length - 1)];
		int[] nonFinite = new int[groups];
		for (int i = 0; i < values.length; i++) {
			if (Double.isFinite(values[i])) {
				counts[group[i]][bin(edges, values[i])]++;
			} else {
				nonFinite[group[i]]++;
			}
		}
		return new Histogram(edges, counts, nonFinite);
	}

	private static double[] edges(double[] sorted) {
		if (sorted.length == 0) {
			return new double[0];
		}
		double low = sorted[0];
		double high = sorted[sorted.length - 1];
		if (low == high) {
			double half = Math.max(0.5, Math.abs(low) * 1e-6);
			return new double[] { low - half, low + half };
		}
		double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
		double width = 2 * spread / Math.cbrt(sorted.length);
		int bins = width > 0 ? (int) Math.ceil(Math.min(MOST_BINS, (high - low) / width)) : MOST_BINS;
		bins = Math.max(FEWEST_BINS, Math.min(MOST_BINS, bins));
		double[] edges = new double[bins + 1];
		for (int i = 0; i <= bins; i++) {
			edges[i] = low + (high - low) * i / bins + 0.0;
		}
		edges[bins] = high;
		return edges;
	}

	private static double quantile(double[] sorted, double share) {
		double place = share * (sorted.length - 1);
		int below = (int) place;
		double rest = place - below;
		return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
	}

	private static int bin(double[] edges, double value) {
		// the search tells −0 from 0; to count they are the same
		int found = Arrays.binarySearch(edges, value + 0.0);
		int index = found >= 0 ? found : -found - 2;
		return Math.max(0, Math.min(edges.length - 2, index));
	}
}
