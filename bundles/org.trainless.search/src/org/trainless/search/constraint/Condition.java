/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What an architecture satisfies or does not. */
public sealed interface Condition extends Expression
		permits Flag, Condition.All, Condition.Any, Condition.Not, Comparison {
	/**
	 * @param features value of each feature by its name
	 * @return true when it is satisfied
	 */
	boolean holds(ToDoubleFunction<String> features);

	/**
	 * {@code a and b and …}; what comes after the first that does not hold is not computed.
	 *
	 * @param conditions at least two
	 */
	record All(List<Condition> conditions) implements Condition {
		public All {
			conditions = List.copyOf(conditions);
		}

		@Override
		public boolean holds(ToDoubleFunction<String> features) {
			for (Condition condition : conditions) {
				if (!condition.holds(features)) {
					return false;
				}
			}
			return true;
		}
	}

	/**
	 * {@code a or b or …}; what comes after the first that holds is not computed.
	 *
	 * @param conditions at least two
	 */
	record Any(List<Condition> conditions) implements Condition {
		public Any {
			conditions = List.copyOf(conditions);
		}

		@Override
		public boolean holds(ToDoubleFunction<String> features) {
			for (Condition condition : conditions) {
				if (condition.holds(features)) {
					return true;
				}
			}
			return false;
		}
	}

	/**
	 * {@code not a}.
	 *
	 * @param condition what must not hold
	 */
	record Not(Condition condition) implements Condition {
		@Override
		public boolean holds(ToDoubleFunction<String> features) {
			return !condition.holds(features);
		}
	}
}
