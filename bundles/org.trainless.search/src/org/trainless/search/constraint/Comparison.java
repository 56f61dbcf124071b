/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * {@code a < b}, or a chain {@code a < b <= c}, which means {@code a < b and b <= c}. A division by zero compares as
 * IEEE 754 says.
 *
 * @param operands  what is compared, one more than relations
 * @param relations the relation after each operand but the last
 */
public record Comparison(List<Quantity> operands, List<Relation> relations) implements Condition {

	/** How two numbers are compared. */
	public enum Relation {
		/** Less. */
		LESS("<"),
		/** Less or equal. */
		AT_MOST("<="),
		/** Greater. */
		GREATER(">"),
		/** Greater or equal. */
		AT_LEAST(">="),
		/** Equal. */
		EQUAL("=="),
		/** Not equal. */
		UNEQUAL("!=");

		private final String symbol;

		Relation(String symbol) {
			this.symbol = symbol;
		}

		/**
		 * @return how constraints write it
		 */
		public String symbol() {
			return symbol;
		}

		/**
		 * @param symbol as constraints write it
		 * @return the relation, if it is one
		 */
		public static Optional<Relation> ofSymbol(String symbol) {
			return Arrays.stream(values()).filter(r -> r.symbol.equals(symbol)).findFirst();
		}

		boolean holds(double left, double right) {
			return switch (this) {
			case LESS -> left < right;
			case AT_MOST -> left <= right;
			case GREATER -> left > right;
			case AT_LEAST -> left >= right;
			case EQUAL -> left == right;
			case UNEQUAL -> left != right;
			};
		}
	}

	public Comparison {
		operands = List.copyOf(operands);
		relations = List.copyOf(relations);
		if (relations.isEmpty() || operands.size() != relations.size() + 1) {
			throw new IllegalArgumentException(operands.size() + " operands with " + relations.size() + " relations");
		}
	}

	@Override
	public boolean holds(ToDoubleFunction<String> features) {
		double left = operands.get(0).value(features);
		for (int i = 0; i < relations.size(); i++) {
			double right = operands.get(i + 1).value(features);
			if (!relations.get(i).holds(left, right)) {
				return false;
			}
			left = right;
		}
		return true;
	}
}
