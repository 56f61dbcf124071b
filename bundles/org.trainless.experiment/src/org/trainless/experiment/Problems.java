/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;

/** Collects the problems of one file; nobody reads thousands, so that it takes only the first hundreds. */
final class Problems {
	private static final int MOST = 200;

	private final List<Problem> list = new ArrayList<>();
	private boolean errors;
	private int left;

	void add(Problem problem) {
		errors |= problem.severity() == Severity.ERROR;
		if (list.size() < MOST) {
			list.add(problem);
		} else {
			left++;
		}
	}

	/**
	 * Forgets all for the sake of what matters more.
	 *
	 * @param others what is left
	 */
	void replaceBy(Problems others) {
		list.clear();
		list.addAll(others.list);
		errors = others.errors;
		left = others.left;
	}

	boolean hasErrors() {
		return errors;
	}

	/**
	 * @return true when further problems are only counted, so that nobody need find words for them
	 */
	boolean isFull() {
		return list.size() >= MOST;
	}

	/**
	 * @param source the file
	 * @return the problems in the order of the file, then those without a place
	 */
	List<Problem> sorted(String source) {
		List<Problem> sorted = new ArrayList<>(list);
		sorted.sort(Comparator.comparingInt(Problems::offset));
		if (left > 0) {
			sorted.add(Problem.error("too-many-problems", left + " more problems are not shown", "mend these first")
					.in(source));
		}
		return sorted;
	}

	private static int offset(Problem problem) {
		Optional<Position> position = problem.position();
		return position.isPresent() ? position.get().offset() : Integer.MAX_VALUE;
	}
}
