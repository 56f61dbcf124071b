/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * When a search ends at the latest. Asked before each proposal: what is outstanding by then is still finished, told and
 * logged. Budgets of evaluations and of training time end a search at the same trial whenever it is run; a budget of
 * wall time does not.
 */
@FunctionalInterface
public interface Budget {
	/** No limit. */
	Budget NONE = spent -> Optional.empty();

	/**
	 * @param spent what the search has spent
	 * @return why nothing more may be proposed, for people; empty while something may
	 */
	Optional<String> exhausted(Spent spent);

	/**
	 * @param other another limit
	 * @return a budget that ends by whichever is reached first
	 */
	default Budget and(Budget other) {
		Objects.requireNonNull(other);
		return spent -> exhausted(spent).or(() -> other.exhausted(spent));
	}

	/**
	 * @param most evaluations by the search's own objective, repeats included, at least 1
	 * @return the budget
	 */
	static Budget evaluations(long most) {
		if (most < 1) {
			throw new IllegalArgumentException("not a budget: " + most + " evaluations");
		}
		Optional<String> reason = Optional.of("budget of " + most + " evaluations spent");
		return spent -> spent.evaluations() < most ? Optional.empty() : reason;
	}

	/**
	 * @param most wall time in s, above 0
	 * @return the budget
	 */
	static Budget seconds(double most) {
		Optional<String> reason = Optional.of(String.format(Locale.ROOT, "budget of %s s spent", text(most)));
		return spent -> spent.seconds() < most ? Optional.empty() : reason;
	}

	/**
	 * The evaluation that reaches the limit is the last, and counts, as in NATS-Bench's search code.
	 *
	 * @param most simulated training time in s, above 0
	 * @return the budget
	 */
	static Budget trainingSeconds(double most) {
		Optional<String> reason = Optional
				.of(String.format(Locale.ROOT, "budget of %s s of training time spent", text(most)));
		return spent -> spent.trainingSeconds() < most ? Optional.empty() : reason;
	}

	private static String text(double seconds) {
		if (!(seconds > 0)) {
			throw new IllegalArgumentException("not a budget: " + seconds + " s");
		}
		return seconds == Math.rint(seconds) && seconds < 1e15 ? String.valueOf((long) seconds)
				: String.valueOf(seconds);
	}
}
