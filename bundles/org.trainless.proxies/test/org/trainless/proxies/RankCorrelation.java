/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rank correlations, apart from the project's own statistics so that a test of proxies fails for proxies alone.
 */
final class RankCorrelation {
	private RankCorrelation() {
	}

	static double spearman(double[] a, double[] b) {
		return pearson(ranks(a), ranks(b));
	}

	/** Spearman's correlation of what the ranks of the given variables do not explain linearly. */
	static double partialSpearman(double[] a, double[] b, double[][] given) {
		double[][] basis = new double[given.length][];
		for (int g = 0; g < given.length; g++) {
			basis[g] = ranks(given[g]);
			residual(basis[g], basis, g);
		}
		double[] x = ranks(a);
		double[] y = ranks(b);
		residual(x, basis, basis.length);
		residual(y, basis, basis.length);
		return pearson(x, y);
	}

	/** Takes the mean and the first directions out of values (Gram-Schmidt). */
	private static void residual(double[] values, double[][] basis, int directions) {
		double mean = Arrays.stream(values).average().orElse(0);
		for (int i = 0; i < values.length; i++) {
			values[i] -= mean;
		}
		for (int d = 0; d < directions; d++) {
			double square = dot(basis[d], basis[d]);
			double factor = square == 0 ? 0 : dot(values, basis[d]) / square;
			for (int i = 0; i < values.length; i++) {
				values[i] -= factor * basis[d][i];
			}
		}
	}

	private static double dot(double[] a, double[] b) {
		return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
	}

	static double pearson(double[] a, double[] b) {
		double[] x = a.clone();
		double[] y = b.clone();
		residual(x, new double[0][], 0);
		residual(y, new double[0][], 0);
		return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
	}

	/** Mean ranks of equal values. */
	private static double[] ranks(double[] values) {
		Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
		Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
		double[] ranks = new double[values.length];
		for (int from = 0; from < order.length;) {
			int to = from;
			while (to < order.length && values[order[to]] == values[order[from]]) {
				to++;
			}
			for (int i = from; i < to; i++) {
				ranks[order[i]] = (from + to - 1) / 2.0;
			}
			from = to;
		}
		return ranks;
	}
}
