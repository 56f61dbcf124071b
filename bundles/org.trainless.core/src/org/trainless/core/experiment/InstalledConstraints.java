/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.query.TaskDependence;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.ConstraintChecker;
import org.trainless.search.constraint.Constraint;
import org.trainless.search.domain.FeasibleDomain;

/**
 * Checks constraints by the features of the installed spaces, and whether anything satisfies them. Where that depends
 * on the dataset, which is not opened for reading a file, it is left to the preparation of a run. Remembers what it
 * found, as editors ask again after each key. Thread-safe.
 */
final class InstalledConstraints implements ConstraintChecker {
	private static final int REMEMBERED = 64;

	private record Key(String text, String space) {
	}

	private final Contributions contributions;
	private final Map<Key, List<Problem>> known = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, List<Problem>> eldest) {
			return size() > REMEMBERED;
		}
	};

	InstalledConstraints(Contributions contributions) {
		this.contributions = contributions;
	}

	@Override
	public List<Problem> check(String text, Selection space) {
		Key key = new Key(text, space.id());
		synchronized (known) {
			if (known.containsKey(key)) {
				return known.get(key);
			}
		}
		List<Problem> problems = problems(text, space.id());
		synchronized (known) {
			known.put(key, problems);
		}
		return problems;
	}

	private List<Problem> problems(String text, String id) {
		try {
			SearchSpace space = contributions.searchSpace(id);
			Constraint constraint = Constraint.parse(text, space.features());
			if (space.size() <= FeasibleDomain.LARGEST_SPACE && !dependsOnTask(constraint, space)) {
				FeasibleDomain.of(space, Task.CIFAR10, constraint, Progress.NONE, Cancellation.NONE);
			}
			return List.of();
		} catch (ProblemException e) {
			return e.problems();
		}
	}

	static boolean dependsOnTask(Constraint constraint, SearchSpace space) {
		return constraint.features().stream().anyMatch(f -> TaskDependence.of(space, f));
	}
}
