/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.query;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;

/** Which features depend on what a network is for. Features do not say so; their values do. */
public final class TaskDependence {
	private static final int LOOKED_AT = 50;

	private TaskDependence() {
	}

	/**
	 * @param space   a search space
	 * @param feature name of one of its features
	 * @return whether the feature of one architecture has other values for other images or classes
	 */
	public static boolean of(SearchSpace space, String feature) {
		for (int i = 0; i < LOOKED_AT; i++) {
			Architecture architecture = space.at(space.size() * i / LOOKED_AT);
			double value = space.feature(architecture, feature, Task.CIFAR10);
			if (value != space.feature(architecture, feature, Task.CIFAR100)
					|| value != space.feature(architecture, feature, Task.IMAGENET16_120)) {
				return true;
			}
		}
		return false;
	}
}
