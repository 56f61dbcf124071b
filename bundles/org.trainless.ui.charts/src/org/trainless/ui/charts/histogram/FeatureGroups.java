/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.histogram;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;

/**
 * Architectures in two groups by one of their features: none and some of a count, no and yes of a flag, below and from
 * the median on of any other number. Values are kept, as the same architectures come again and again.
 */
final class FeatureGroups {
	private final SearchSpace space;
	private final Feature feature;
	private final Map<String, Double> values = new HashMap<>();

	/**
	 * The groups of some architectures.
	 *
	 * @param names  of the groups
	 * @param member the group of each architecture
	 */
	record Groups(List<String> names, int[] member) {
	}

	FeatureGroups(SearchSpace space, Feature feature) {
		this.space = space;
		this.feature = feature;
	}

	Feature feature() {
		return feature;
	}

	Groups of(List<String> architectures) {
		double[] numbers = architectures.stream().mapToDouble(a -> values.computeIfAbsent(a, this::value)).toArray();
		double from = feature.type() == Feature.Type.REAL ? median(numbers) : 1;
		int[] member = Arrays.stream(numbers).mapToInt(v -> v >= from ? 1 : 0).toArray();
		return new Groups(switch (feature.type()) {
		case COUNT -> List.of(NLS.bind(Messages.FeatureGroups_none, feature.name()),
				NLS.bind(Messages.FeatureGroups_some, feature.name()));
		case FLAG -> List.of(NLS.bind(Messages.FeatureGroups_no, feature.name()),
				NLS.bind(Messages.FeatureGroups_yes, feature.name()));
		case REAL -> List.of(NLS.bind(Messages.FeatureGroups_below, feature.name(), number(from)),
				NLS.bind(Messages.FeatureGroups_from, feature.name(), number(from)));
		}, member);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4g", value); //$NON-NLS-1$
	}

	private static double median(double[] numbers) {
		double[] sorted = Arrays.stream(numbers).sorted().toArray();
		return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
	}

	private double value(String architecture) {
		try {
			return space.feature(space.parse(architecture), feature.name(), Task.CIFAR10);
		} catch (ProblemException e) {
			// a log may hold what this version of the space does not know; it is in the first group
			return 0;
		}
	}
}
