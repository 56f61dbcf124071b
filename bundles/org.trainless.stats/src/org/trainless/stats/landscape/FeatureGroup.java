/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

import org.trainless.api.space.Feature;

/**
 * Splits things by a number that each of them has into few groups that a plot can tell apart: one for each value when
 * there are few values, else ranges that hold about as many things each. Equal values are always in one group.
 *
 * @param low     least value in the group
 * @param high    greatest value in the group
 * @param members indices of the things, ascending
 */
public record FeatureGroup(double low, double high, int[] members) {
	/** So many values have a group each. */
	public static final int MOST_VALUES = 7;
	/** So many ranges there are otherwise, at most. */
	public static final int MOST_RANGES = 5;

	/**
	 * @param values the value of each thing; finite
	 * @return the groups, from low values to high; together they hold each thing once
	 */
	public static List<FeatureGroup> of(double[] values) {
		double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
		double[] distinct = Arrays.stream(sorted).distinct().toArray();
		List<FeatureGroup> groups = new ArrayList<>();
		double[] ends = distinct.length <= MOST_VALUES ? distinct : ends(sorted);
		double below = Double.NEGATIVE_INFINITY;
		for (double end : ends) {
			double least = below;
			int[] members = IntStream.range(0, values.length).filter(i -> values[i] > least && values[i] <= end)
					.toArray();
			groups.add(new FeatureGroup(Arrays.stream(members).mapToDouble(i -> values[i]).min().orElse(end), end,
					members));
			below = end;
		}
		return groups;
	}

	/**
	 * Splits in two: none and some of a count, no and yes of a flag, below the median and from it on of any other
	 * number.
	 *
	 * @param values the value of each thing; finite
	 * @param type   what the values are
	 * @return two groups, of which one may have no members; together they hold each thing once
	 */
	public static List<FeatureGroup> inTwo(double[] values, Feature.Type type) {
		double[] sorted = Arrays.stream(values).sorted().toArray();
		double from = type != Feature.Type.REAL ? 1 : sorted.length == 0 ? 0 : sorted[sorted.length / 2];
		return List.of(group(values, v -> v < from, from), group(values, v -> v >= from, from));
	}

	private static FeatureGroup group(double[] values, DoublePredicate wanted, double otherwise) {
		int[] members = IntStream.range(0, values.length).filter(i -> wanted.test(values[i])).toArray();
		DoubleSummaryStatistics range = Arrays.stream(members).mapToDouble(i -> values[i]).summaryStatistics();
		return members.length == 0 ? new FeatureGroup(otherwise, otherwise, members)
				: new FeatureGroup(range.getMin(), range.getMax(), members);
	}

	/** Greatest values of the ranges. */
	private static double[] ends(double[] sorted) {
		return IntStream.rangeClosed(1, MOST_RANGES)
				.mapToDouble(i -> sorted[(int) ((long) i * sorted.length / MOST_RANGES) - 1]).distinct().toArray();
	}
}
