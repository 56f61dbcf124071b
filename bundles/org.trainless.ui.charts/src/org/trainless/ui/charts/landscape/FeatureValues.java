/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.landscape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.stats.landscape.LandscapePoint;

/** One feature of many architectures; values are kept, as the same architectures come again and again. */
final class FeatureValues {
	private final SearchSpace space;
	private final Feature feature;
	private final Map<String, Double> values = new HashMap<>();

	FeatureValues(SearchSpace space, Feature feature) {
		this.space = space;
		this.feature = feature;
	}

	Feature feature() {
		return feature;
	}

	boolean isOf(SearchSpace other, String name) {
		return space == other && feature.name().equals(name);
	}

	double[] of(List<LandscapePoint> points) {
		return points.stream().mapToDouble(p -> values.computeIfAbsent(p.architecture(), this::value)).toArray();
	}

	private double value(String architecture) {
		try {
			return space.feature(space.parse(architecture), feature.name(), Task.CIFAR10);
		} catch (ProblemException e) {
			// a log may hold what this version of the space does not know
			return 0;
		}
	}
}
