/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * Makes problems with their places in a constraint.
 *
 * @param text the constraint
 */
record ConstraintProblems(String text) {
	static final String SYNTAX = "constraint-syntax";
	static final String TYPE = "constraint-type";
	static final String UNKNOWN = "unknown-feature";

	ProblemException problem(String code, String message, String remedy, int offset, int end) {
		int line = 1;
		int column = 1;
		for (int i = 0; i < offset; i++) {
			if (text.charAt(i) == '\n') {
				line++;
				column = 1;
			} else {
				column++;
			}
		}
		return new ProblemException(
				Problem.error(code, message, remedy, new Position(line, column, offset, end - offset)));
	}
}
