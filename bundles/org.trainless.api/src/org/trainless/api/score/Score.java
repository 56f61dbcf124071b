/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.score;

import java.util.Objects;
import java.util.Optional;

/**
 * What a proxy says of an architecture.
 *
 * @param value  the number; may be infinite or NaN, then with a reason
 * @param reason why the number is not finite; empty exactly when it is finite
 * @param detail more of the reason, for people; may be empty
 * @since 0.1
 */
public record Score(double value, Optional<NonFinite> reason, String detail) {
	public Score {
		Objects.requireNonNull(detail);
		if (Double.isFinite(value) != reason.isEmpty()) {
			throw new IllegalArgumentException("score " + value + " with reason " + reason);
		}
	}

	/**
	 * @param value a finite number
	 * @return the score
	 */
	public static Score of(double value) {
		return new Score(value, Optional.empty(), "");
	}

	/**
	 * @param value  an infinity or NaN
	 * @param reason why
	 * @param detail more of it; may be empty
	 * @return the score
	 */
	public static Score nonFinite(double value, NonFinite reason, String detail) {
		return new Score(value, Optional.of(reason), detail);
	}

	/**
	 * A score from a computation whose overflow or NaN has no better explanation.
	 *
	 * @param value any number
	 * @return the score, with a reason where one is needed
	 */
	public static Score ofComputed(double value) {
		if (Double.isFinite(value)) {
			return of(value);
		}
		return nonFinite(value, Double.isNaN(value) ? NonFinite.NOT_A_NUMBER : NonFinite.OVERFLOW, "");
	}

	/**
	 * @return true when the value is a finite number
	 */
	public boolean isFinite() {
		return reason.isEmpty();
	}
}
