/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.List;

import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;

/** Checks the text of a constraint: its syntax, its names, and whether anything satisfies it. */
@FunctionalInterface
public interface ConstraintChecker {
	/** Accepts everything. */
	ConstraintChecker NONE = (text, space) -> List.of();

	/**
	 * @param text  the constraint
	 * @param space the space that it restricts
	 * @return what is wrong; positions are relative to the text and become positions in the file
	 */
	List<Problem> check(String text, Selection space);
}
