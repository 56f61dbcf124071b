/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class ProblemTest {
	@Test
	void printsAsCompilersDo() {
		Problem problem = Problem.error("unknown-key", "unknown key 'sed'", "did you mean 'seed'?",
				new Position(3, 5, 40, 3));
		assertEquals("line 3, column 5: unknown key 'sed' (did you mean 'seed'?)", problem.toLine());
		assertEquals("a.nas.yaml:3:5: unknown key 'sed' (did you mean 'seed'?)", problem.in("a.nas.yaml").toLine());
		assertEquals("a.nas.yaml: warning: lacks batches",
				Problem.warning("missing-batches", "lacks batches", "").in("a.nas.yaml").toLine());
	}

	@Test
	void anExceptionTellsAllItsProblems() {
		ProblemException e = new ProblemException(
				List.of(Problem.error("a", "first", ""), Problem.error("b", "second", "")), null);
		assertEquals("first" + System.lineSeparator() + "second", e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> new ProblemException(List.of(), null));
	}
}
