/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.util.Objects;
import java.util.OptionalDouble;

import org.trainless.api.score.Score;

/**
 * One line of a run's log: one evaluation of one search.
 *
 * @param search          name of the search
 * @param seed            the run's seed
 * @param number          number of the trial within the search and seed, from 0
 * @param objective       by which objective it was evaluated; {@code objective} is the search's own
 * @param index           index of the architecture in its space
 * @param architecture    text of the architecture
 * @param score           the score
 * @param seconds         what the evaluation itself took; 0 when answered from memory
 * @param cached          true when it was answered from memory or a store
 * @param elapsedSeconds  wall time since the search began
 * @param trainingSeconds simulated training time spent by the search so far, this trial included
 * @param accuracy        true accuracy by the experiment's benchmark in per cent, if it has one that holds the
 *                        architecture; the search does not see it
 * @since 0.1
 */
public record Trial(String search, long seed, long number, String objective, long index, String architecture,
		Score score, double seconds, boolean cached, double elapsedSeconds, double trainingSeconds,
		OptionalDouble accuracy) {
	public Trial {
		Objects.requireNonNull(search);
		Objects.requireNonNull(objective);
		Objects.requireNonNull(architecture);
		Objects.requireNonNull(score);
		Objects.requireNonNull(accuracy);
	}
}
