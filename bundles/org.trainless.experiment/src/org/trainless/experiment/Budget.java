/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * When a search ends at the latest. Whatever is reached first ends it.
 *
 * @param seconds         wall time in seconds, above 0
 * @param trainingSeconds simulated training time in seconds, as the benchmark tells it, above 0
 * @param evaluations     evaluations, those answered from memory included, at least 1
 */
public record Budget(OptionalDouble seconds, OptionalDouble trainingSeconds, OptionalLong evaluations) {
	/** No limit besides the strategy's own end. */
	public static final Budget NONE = new Budget(OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());

	public Budget {
		Objects.requireNonNull(seconds);
		Objects.requireNonNull(trainingSeconds);
		Objects.requireNonNull(evaluations);
		if (seconds.isPresent() && !(seconds.getAsDouble() > 0)
				|| trainingSeconds.isPresent() && !(trainingSeconds.getAsDouble() > 0)
				|| evaluations.isPresent() && evaluations.getAsLong() < 1) {
			throw new IllegalArgumentException(
					"not a budget: " + seconds + ", " + trainingSeconds + ", " + evaluations);
		}
	}
}
