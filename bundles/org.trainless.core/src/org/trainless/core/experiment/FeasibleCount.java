/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import java.util.concurrent.CancellationException;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.registry.Contributions;
import org.trainless.search.constraint.Constraint;
import org.trainless.search.domain.FeasibleDomain;

/**
 * How many architectures of a space a constraint leaves.
 *
 * @param feasible      that satisfy it
 * @param size          of the space
 * @param dependsOnTask true when other images or classes give another number; it was counted for CIFAR-10's
 */
public record FeasibleCount(long feasible, long size, boolean dependsOnTask) {
	private static final int ASKED_EVERY = 256;

	/**
	 * Looks at every architecture of the space, which takes up to seconds.
	 *
	 * @param contributions what is installed
	 * @param space         id of a search space
	 * @param text          a constraint
	 * @param cancellation  asked whether to go on
	 * @return the count
	 * @throws ProblemException      when the space is not installed or too large, or the text is not a constraint for
	 *                               it
	 * @throws CancellationException when cancelled
	 */
	public static FeasibleCount of(Contributions contributions, String space, String text, Cancellation cancellation)
			throws ProblemException {
		SearchSpace all = contributions.searchSpace(space);
		Constraint constraint = Constraint.parse(text, all.features());
		if (all.size() > FeasibleDomain.LARGEST_SPACE) {
			throw new ProblemException(org.trainless.api.problem.Problem.error("space-too-large",
					"the space has too many architectures to be counted", ""));
		}
		long feasible = 0;
		for (long i = 0; i < all.size(); i++) {
			if (i % ASKED_EVERY == 0 && cancellation.isCancelled()) {
				throw new CancellationException();
			}
			if (constraint.holds(all, all.at(i), Task.CIFAR10)) {
				feasible++;
			}
		}
		return new FeasibleCount(feasible, all.size(), InstalledConstraints.dependsOnTask(constraint, all));
	}
}
