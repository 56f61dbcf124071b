/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

/** What is read as a cell, and what is said of what is not one. */
class CellNotationTest {
	private static final String END = "|+|none~0|none~1|+|none~0|none~1|none~2|";

	private final NatsTopologySpace space = new NatsTopologySpace();

	@Test
	void readsStringsAmidBlanks() throws Exception {
		Cell cell = space.at(857);
		assertEquals(cell, space.parse("  " + cell.text() + "\t\n"));
	}

	@Test
	void readsNaslibTuples() throws Exception {
		Cell cell = space.parse("(4, 0, 3, 1, 4, 3)");
		assertEquals("|avg_pool_3x3~0|+|skip_connect~0|none~1|+|nor_conv_1x1~0|avg_pool_3x3~1|nor_conv_1x1~2|",
				cell.text());
		assertEquals(cell, space.parse("[4,0,3,1,4,3]"));
		assertEquals(cell, space.parse(" 4 ,0,3,1,4,3 "));
	}

	@Test
	void everyCellIsReadFromItsTuple() throws Exception {
		Map<Operation, Integer> numbers = Map.of(Operation.SKIP_CONNECT, 0, Operation.NONE, 1, Operation.CONV_3X3, 2,
				Operation.CONV_1X1, 3, Operation.AVG_POOL_3X3, 4);
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			StringBuilder tuple = new StringBuilder();
			for (int from = 0; from < cell.nodes(); from++) {
				for (int to = from + 1; to < cell.nodes(); to++) {
					tuple.append(tuple.isEmpty() ? "(" : ", ").append(numbers.get(cell.operation(from, to)));
				}
			}
			assertEquals(cell, space.parse(tuple.append(')').toString()));
		}
	}

	@Test
	void saysWhereAStringIsWrong() {
		assertProblem(1, "expected '|', found the end", "");
		assertProblem(1, "expected '|', found 'n'", "nonsense");
		assertProblem(2, "unknown operation 'resnet'", "|resnet~0" + END);
		assertProblem(2, "an operation is missing", "|~0" + END);
		assertProblem(15, "must come from node 0", "|nor_conv_3x3~1" + END);
		assertProblem(16, "expected '|', found '0'", "|nor_conv_3x3~00" + END);
		assertProblem(17, "expected '+', found the end", "|nor_conv_3x3~0|");
		String cell = space.at(0).text();
		assertProblem(cell.length() + 1, "goes on after its end", cell + "+|none~0|");
		assertProblem(5, "expected '|', found 'x'", "  \t xyz");
		assertProblem(1, "2000 characters", "|".repeat(2000));
	}

	@Test
	void saysWhereATupleIsWrong() {
		assertProblem(8, "six numbers from 0 to 4", "(0, 1, 7, 3, 4, 0)");
		assertProblem(15, "expected ',', found ')'", "(0, 1, 2, 3, 4)");
		assertProblem(18, "expected ')', found ','", "(0, 1, 2, 3, 4, 0, 1)");
		assertProblem(18, "expected ')', found the end", "(0, 1, 2, 3, 4, 0");
		assertProblem(3, "expected ',', found '2'", "(12, 1, 2, 3, 4, 0)");
		assertProblem(1, "an index is not read here", "857");
	}

	@Test
	void namesTheOperationThatWasProbablyMeant() {
		assertEquals("did you mean nor_conv_3x3?", problem("|nor_conv_3x33~0" + END).remedy());
		assertEquals("did you mean skip_connect?", problem("|skip_conect~0" + END).remedy());
		assertEquals("did you mean none?", problem("|None~0" + END).remedy());
		assertEquals("one of none, skip_connect, nor_conv_1x1, nor_conv_3x3, avg_pool_3x3",
				problem("|resnet~0" + END).remedy());
	}

	/** Of every damaged text, either what is read is written the same, or the problem lies within the text. */
	@Test
	void damagedTextsAreReadOrRefusedWithAPlace() {
		SplittableRandom random = new SplittableRandom(7);
		String letters = "|+~0123456789nor_cov3xavgpl(),[] \n\u00e9\ud83d\ude00";
		int refused = 0;
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder(
					i % 4 == 0 ? "(0, 1, 2, 3, 4, 0)" : space.at(random.nextInt(15_625)).text());
			for (int damage = random.nextInt(1, 4); damage > 0 && !text.isEmpty(); damage--) {
				int at = random.nextInt(text.length());
				char letter = letters.charAt(random.nextInt(letters.length()));
				switch (random.nextInt(4)) {
				case 0 -> text.setCharAt(at, letter);
				case 1 -> text.insert(at, letter);
				case 2 -> text.deleteCharAt(at);
				default -> text.setLength(at);
				}
			}
			try {
				Cell cell = space.parse(text.toString());
				assertEquals(cell, space.parse(cell.text()));
			} catch (ProblemException e) {
				Position position = e.problems().get(0).position().orElseThrow();
				assertTrue(position.offset() + position.length() <= text.length(), text::toString);
				refused++;
			}
		}
		assertTrue(refused > 10_000, "most damage is seen: " + refused);
	}

	private void assertProblem(int column, String message, String text) {
		Problem problem = problem(text);
		assertTrue(problem.message().contains(message), problem::toLine);
		assertEquals(column, problem.position().orElseThrow().column(), problem::toLine);
	}

	private Problem problem(String text) {
		return assertThrows(ProblemException.class, () -> space.parse(text), text).problems().get(0);
	}
}
