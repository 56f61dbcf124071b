/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Feature;

class ConstraintFuzzTest {
	private static final String[] PIECES = { "and", "or", "not", "(", ")", "<", "<=", ">", ">=", "==", "!=", "+", "-",
			"*", "/", " ", "1", "0.5", "1e6", ".", "e", "depth", "connected", "params", "dead", "x", "_", "&", "=", "!",
			"\n", "\t", "é", "😀", "\0", "\uD800", "\"", "'", "#", ":", ";" };

	/** True when it was read; what is refused has a place inside of the text. */
	private static boolean parses(String text) {
		try {
			Constraint constraint = Constraint.parse(text, ConstraintTest.FEATURES);
			constraint.condition().holds(feature -> 1);
			return true;
		} catch (ProblemException e) {
			Problem problem = e.problems().get(0);
			Position place = problem.position().orElseThrow();
			assertTrue(place.offset() + place.length() <= text.length(), () -> text + ": " + problem.toLine());
			assertFalse(problem.message().isBlank());
			assertFalse(problem.message().contains("\n"), problem::message);
			return false;
		}
	}

	@Test
	void anyTextIsReadOrRefused() {
		RandomGenerator random = new Seed(1).generator();
		int read = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
			int good = 0;
			for (int i = 0; i < 100_000; i++) {
				StringBuilder text = new StringBuilder();
				int length = random.nextInt(i % 100 == 0 ? 600 : 12);
				for (int p = 0; p < length; p++) {
					if (random.nextInt(20) == 0) {
						text.append((char) random.nextInt(0x10000));
					} else {
						text.append(PIECES[random.nextInt(PIECES.length)]);
					}
				}
				good += parses(text.toString()) ? 1 : 0;
			}
			return good;
		});
		assertTrue(read > 100, "only " + read + " were read: the fuzz reaches nothing");
	}

	@Test
	void worstCasesAreQuick() {
		assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
			for (String piece : PIECES) {
				assertFalse(parses(piece.repeat(Constraint.LONGEST + 1)));
				parses(piece.repeat(Constraint.LONGEST / piece.length()));
				parses((piece + " ").repeat(Constraint.LONGEST / (piece.length() + 1)));
			}
			assertTrue(parses("connected " + "and connected ".repeat(Constraint.LONGEST / 14 - 1)));
			assertTrue(parses("1" + "+1".repeat(Constraint.LONGEST / 2 - 2) + "<2"));
			assertTrue(parses("1" + "<2".repeat(Constraint.LONGEST / 2 - 1)));
		});
	}

	/** Writes a random expression while computing its value in a second way. */
	private static final class Writer {
		private final RandomGenerator random;
		private final Map<String, Double> values = new HashMap<>();
		private final StringBuilder text = new StringBuilder();

		Writer(RandomGenerator random) {
			this.random = random;
			for (Feature feature : ConstraintTest.FEATURES) {
				values.put(feature.name(), (double) random.nextInt(feature.type() == Feature.Type.FLAG ? 2 : 5));
			}
		}

		private void space() {
			text.append(" ".repeat(random.nextInt(1, 3)));
		}

		boolean condition(int depth) {
			switch (random.nextInt(depth == 0 ? 2 : 5)) {
			case 0:
				text.append("connected");
				return values.get("connected") == 1;
			case 1:
				return comparison(depth);
			case 2:
				text.append("not (");
				boolean inner = condition(depth - 1);
				text.append(')');
				return !inner;
			case 3:
				return joined(depth, "and") == 2;
			default:
				return joined(depth, "or") > 0;
			}
		}

		private int joined(int depth, String word) {
			text.append('(');
			boolean left = condition(depth - 1);
			text.append(')');
			space();
			text.append(word);
			space();
			text.append('(');
			boolean right = condition(depth - 1);
			text.append(')');
			return (left ? 1 : 0) + (right ? 1 : 0);
		}

		private boolean comparison(int depth) {
			double left = number(depth);
			space();
			String[] symbols = { "<", "<=", ">", ">=", "==", "!=" };
			int symbol = random.nextInt(symbols.length);
			text.append(symbols[symbol]);
			space();
			double right = number(depth);
			int sign = Double.compare(left, right);
			boolean[] results = { sign < 0, sign <= 0, sign > 0, sign >= 0, sign == 0, sign != 0 };
			return results[symbol];
		}

		private double number(int depth) {
			switch (random.nextInt(depth == 0 ? 2 : 4)) {
			case 0:
				int constant = random.nextInt(5);
				text.append(constant);
				return constant;
			case 1:
				String name = ConstraintTest.FEATURES.get(random.nextInt(ConstraintTest.FEATURES.size())).name();
				text.append(name);
				return values.get(name);
			case 2:
				text.append("(0 - ");
				double negated = number(0);
				text.append(')');
				// as the other way of writing gives 0 and not -0
				return 0 - negated;
			default:
				text.append('(');
				double left = number(depth - 1);
				int operation = random.nextInt(3);
				space();
				text.append("+-*".charAt(operation));
				space();
				double right = number(depth - 1);
				text.append(')');
				double result = operation == 0 ? left + right : operation == 1 ? left - right : left * right;
				return result + 0.0;
			}
		}
	}

	@Test
	void meansWhatWasWritten() throws ProblemException {
		RandomGenerator random = new Seed(2).generator();
		int held = 0;
		for (int i = 0; i < 20_000; i++) {
			Writer writer = new Writer(random);
			boolean expected = writer.condition(4);
			String text = writer.text.toString();
			if (text.length() <= Constraint.LONGEST) {
				assertEquals(expected,
						Constraint.parse(text, ConstraintTest.FEATURES).condition().holds(writer.values::get), text);
				held += expected ? 1 : 0;
			}
		}
		assertTrue(held > 5_000 && held < 15_000, "one-sided: " + held);
	}
}
