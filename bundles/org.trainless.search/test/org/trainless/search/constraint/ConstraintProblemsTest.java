/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

class ConstraintProblemsTest {

	private static Problem problem(String text) {
		List<Problem> problems = assertThrows(ProblemException.class,
				() -> Constraint.parse(text, ConstraintTest.FEATURES), text).problems();
		assertEquals(1, problems.size());
		return problems.get(0);
	}

	/** Columns count from one; the remedy holds the last words. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			skip_conect <= 1                | unknown-feature   | 1  | 11 | did you mean 'skip_connect'?
			depth > 1 and skip < 2          | unknown-feature   | 15 | 4  | did you mean 'skip_connect'?
			flops < 3                       | unknown-feature   | 1  | 5  | did you mean 'mflops'?
			zzzzzz < 3                      | unknown-feature   | 1  | 6  | there are connected, dead
			Params < 3                      | unknown-feature   | 1  | 6  | did you mean 'params'?
			connected == true               | unknown-feature   | 14 | 4  | 'not connected'
			depth < 3 AND dead == 0         | constraint-syntax | 11 | 3  | write 'and'
			NOT connected                   | unknown-feature   | 1  | 3  | write 'not'
			depth = 3                       | constraint-syntax | 7  | 1  | write '=='
			depth => 3                      | constraint-syntax | 7  | 1  | write '=='
			depth <> 3                      | constraint-syntax | 8  | 1  |
			depth ≤ 3                       | constraint-syntax | 7  | 1  | write '<='
			depth > 1 & dead == 0           | constraint-syntax | 11 | 1  | write 'and'
			depth > 1 && dead == 0          | constraint-syntax | 11 | 2  | write 'and'
			~depth > 1 || dead == 0~        | constraint-syntax | 11 | 2  | write 'or'
			!connected                      | constraint-syntax | 1  | 1  | write 'not'
			depth                           | constraint-type   | 1  | 5  | compare it
			depth and connected             | constraint-type   | 1  | 5  | compare it
			connected and depth + 1         | constraint-type   | 15 | 9  | compare it
			not depth                       | constraint-type   | 5  | 5  | compare it
			(depth)                         | constraint-type   | 1  | 7  | compare it
			5                               | constraint-type   | 1  | 1  | compare it
			(depth < 3) == connected        | constraint-type   | 1  | 11 | compare numbers only
			(depth < 3) + 1 == 2            | constraint-type   | 1  | 11 | compare numbers only
			-(depth < 3) == 2               | constraint-type   | 2  | 11 | compare numbers only
			depth <                         | constraint-syntax | 8  | 0  | complete it
			depth < 3 and                   | constraint-syntax | 14 | 0  | remove 'and'
			(depth < 3                      | constraint-syntax | 1  | 1  | add ')'
			depth < 3)                      | constraint-syntax | 10 | 1  | add '('
			()                              | constraint-syntax | 2  | 1  |
			depth 3                         | constraint-syntax | 7  | 1  | join conditions
			(depth < 3 dead == 0)           | constraint-syntax | 12 | 4  | join conditions
			depth < < 3                     | constraint-syntax | 9  | 1  |
			depth < 3and connected          | constraint-syntax | 9  | 4  | write numbers as
			depth < 3x3                     | constraint-syntax | 9  | 3  | write numbers as
			depth < 1.2.3                   | constraint-syntax | 9  | 5  | write numbers as
			depth < 1e                      | constraint-syntax | 9  | 2  | write numbers as
			depth < 1e+                     | constraint-syntax | 9  | 3  | write numbers as
			depth < .                       | constraint-syntax | 9  | 1  | write numbers as
			depth < 1e999                   | constraint-syntax | 9  | 5  | below 1e308
			depth < 3; exit                 | constraint-syntax | 10 | 1  |
			depth.class < 3                 | constraint-syntax | 6  | 6  |
			depth() < 3                     | constraint-syntax | 6  | 1  |
			depth < not connected           | constraint-syntax | 9  | 3  | in parentheses
			depth < 😀                      | constraint-syntax | 9  | 2  |
			""")
	void hasItsPlace(String text, String code, int column, int length, String remedy) {
		Problem problem = problem(text);
		assertEquals(code, problem.code(), problem::toLine);
		Position place = problem.position().orElseThrow();
		assertEquals(List.of(1, column, column - 1, length),
				List.of(place.line(), place.column(), place.offset(), place.length()), problem::toLine);
		assertTrue(remedy == null || problem.remedy().contains(remedy), problem::toLine);
	}

	@Test
	void hasItsLine() {
		Position place = problem("depth < 3\n  and dept > 1").position().orElseThrow();
		assertEquals(new Position(2, 7, 16, 4), place);
	}

	@Test
	void refusesEmptyOnes() {
		assertEquals("constraint-syntax", problem("").code());
		assertEquals("constraint-syntax", problem(" \n ").code());
		assertTrue(problem("").remedy().contains("dead <= 1"));
	}

	@Test
	void limitsLength() throws ProblemException {
		String longest = "dead == 0" + " ".repeat(Constraint.LONGEST - 9);
		assertEquals("dead == 0", Constraint.parse(longest, ConstraintTest.FEATURES).text().strip());
		assertEquals("constraint-syntax", problem(longest + " ").code());
	}

	@Test
	void limitsDepth() throws ProblemException {
		for (String[] part : new String[][] { { "(", ")" }, { "not ", "" } }) {
			String deepest = part[0].repeat(Constraint.DEEPEST) + "connected" + part[1].repeat(Constraint.DEEPEST);
			assertTrue(Constraint.parse(deepest, ConstraintTest.FEATURES).condition() != null);
			assertTrue(problem(part[0] + deepest + part[1]).message().contains("nested deeper"));
		}
		assertTrue(problem("-".repeat(Constraint.DEEPEST + 1) + "depth < 1").message().contains("nested deeper"));
	}

	@Test
	void nothingIsQuotedAtLength() {
		assertTrue(problem("x".repeat(1900)).message().length() < 100);
		assertTrue(problem("depth + " + "1 + ".repeat(400) + "1").message().length() < 120);
	}
}
