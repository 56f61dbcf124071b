/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.trainless.api.problem.Problem;

/**
 * What a run will do, known before it begins.
 *
 * @param searches    its searches, in the order of the file
 * @param seeds       number of seeds, each runs every search
 * @param evaluations most evaluations in all, if that is bounded
 * @param seconds     roughly how long on one core, if evaluations are bounded; an order of magnitude
 * @param warnings    what is odd but does not stop the run
 */
public record RunPlan(List<PlannedSearch> searches, int seeds, OptionalLong evaluations, OptionalDouble seconds,
		List<Problem> warnings) {

	/**
	 * One search.
	 *
	 * @param name        its name
	 * @param feasible    architectures that it may visit
	 * @param size        architectures of the space
	 * @param evaluations most evaluations with one seed, if that is bounded
	 */
	public record PlannedSearch(String name, long feasible, long size, OptionalLong evaluations) {
		public PlannedSearch {
			Objects.requireNonNull(name);
			Objects.requireNonNull(evaluations);
		}
	}

	public RunPlan {
		searches = List.copyOf(searches);
		warnings = List.copyOf(warnings);
		Objects.requireNonNull(evaluations);
		Objects.requireNonNull(seconds);
	}
}
