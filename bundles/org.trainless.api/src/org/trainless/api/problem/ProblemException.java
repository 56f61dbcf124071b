/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something given by the user cannot be used: a file, a value, an architecture. Carries the problems as data, so that
 * every front end shows them in its own way; never a sign of a defect in the program.
 *
 * @since 0.1
 */
public class ProblemException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * @param problem what is wrong
	 */
	public ProblemException(Problem problem) {
		this(List.of(problem), null);
	}

	/**
	 * @param problem what is wrong
	 * @param cause   the failure below it, or null
	 */
	public ProblemException(Problem problem, Throwable cause) {
		this(List.of(problem), cause);
	}

	/**
	 * @param problems what is wrong, at least one
	 * @param cause    the failure below it, or null
	 */
	public ProblemException(List<Problem> problems, Throwable cause) {
		super(problems.stream().map(Problem::toLine).collect(Collectors.joining(System.lineSeparator())), cause);
		if (problems.isEmpty()) {
			throw new IllegalArgumentException("no problem given");
		}
		this.problems = List.copyOf(problems);
	}

	/**
	 * @return what is wrong, at least one entry; empty only after serialisation
	 */
	public List<Problem> problems() {
		return problems == null ? List.of() : problems;
	}
}
