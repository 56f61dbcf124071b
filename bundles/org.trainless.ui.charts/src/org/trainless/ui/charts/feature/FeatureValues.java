/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.feature;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.query.TaskDependence;

/**
 * One feature of many architectures; values are kept, as the same architectures come again and again. To be used by one
 * thread at a time.
 */
public final class FeatureValues {
	private final SearchSpace space;
	private final Feature feature;
	private final boolean byTask;
	private final Map<Task, Map<String, Double>> values = new HashMap<>();

	/**
	 * @param space has the architectures
	 * @param name  of one of its features; if it has none of that name, its first one is taken
	 */
	public FeatureValues(SearchSpace space, String name) {
		this.space = space;
		this.feature = space.features().stream().filter(f -> f.name().equals(name)).findFirst()
				.orElse(space.features().get(0));
		this.byTask = TaskDependence.of(space, feature.name());
	}

	/**
	 * @return the feature
	 */
	public Feature feature() {
		return feature;
	}

	/**
	 * @param other a search space
	 * @param name  of a feature
	 * @return whether this is that
	 */
	public boolean isOf(SearchSpace other, String name) {
		return space == other && feature.name().equals(name);
	}

	/**
	 * @param architecture text of an architecture
	 * @param task         what the network is for
	 * @return the value; 0 of what the space does not know, as a log of another version may hold
	 */
	public double of(String architecture, Task task) {
		// what does not depend on the task is computed once
		return values.computeIfAbsent(byTask ? task : Task.CIFAR10, t -> new HashMap<>()).computeIfAbsent(architecture,
				a -> value(a, task));
	}

	private double value(String architecture, Task task) {
		try {
			return space.feature(space.parse(architecture), feature.name(), task);
		} catch (ProblemException e) {
			return 0;
		}
	}

	/**
	 * @param tasks what the networks are for
	 * @return name of the feature; with the classes that its values are for, if they depend on them
	 */
	public String name(Collection<Task> tasks) {
		if (!byTask) {
			return feature.name();
		}
		return NLS.bind(Messages.FeatureValues_classes, feature.name(), tasks.stream().map(Task::classes).distinct()
				.sorted().map(String::valueOf).collect(Collectors.joining(", "))); //$NON-NLS-1$
	}
}
