/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.function.ToDoubleFunction;

/** A number that depends on the architecture, or a constant. */
public sealed interface Quantity extends Expression
		permits Flag, Quantity.Constant, Quantity.Value, Quantity.Negative, Quantity.Arithmetic {
	/**
	 * @param features value of each feature by its name
	 * @return the number
	 */
	double value(ToDoubleFunction<String> features);

	/**
	 * A number in the text.
	 *
	 * @param number finite
	 */
	record Constant(double number) implements Quantity {
		@Override
		public double value(ToDoubleFunction<String> features) {
			return number;
		}
	}

	/**
	 * A count or real number of the architecture.
	 *
	 * @param feature its name
	 */
	record Value(String feature) implements Quantity {
		@Override
		public double value(ToDoubleFunction<String> features) {
			return features.applyAsDouble(feature);
		}
	}

	/**
	 * {@code -a}.
	 *
	 * @param operand what is negated
	 */
	record Negative(Quantity operand) implements Quantity {
		@Override
		public double value(ToDoubleFunction<String> features) {
			return -operand.value(features);
		}
	}

	/**
	 * {@code a + b} and its like.
	 *
	 * @param left      left operand
	 * @param operation what is done
	 * @param right     right operand
	 */
	record Arithmetic(Quantity left, Operation operation, Quantity right) implements Quantity {
		/** What is done to two numbers. */
		public enum Operation {
			/** Sum. */
			PLUS,
			/** Difference. */
			MINUS,
			/** Product. */
			TIMES,
			/** Quotient. */
			DIVIDE
		}

		@Override
		public double value(ToDoubleFunction<String> features) {
			double a = left.value(features);
			double b = right.value(features);
			return switch (operation) {
			case PLUS -> a + b;
			case MINUS -> a - b;
			case TIMES -> a * b;
			case DIVIDE -> a / b;
			};
		}
	}
}
