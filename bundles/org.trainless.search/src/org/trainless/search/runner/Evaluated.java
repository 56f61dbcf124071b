/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * What an evaluation gave.
 *
 * @param score   the score
 * @param seconds what the evaluation itself took, the start of the engine excluded; at least 0
 * @param cached  true when it was answered from a store
 */
public record Evaluated(Score score, double seconds, boolean cached) {
	public Evaluated {
		Objects.requireNonNull(score);
		if (!(seconds >= 0)) {
			throw new IllegalArgumentException("an evaluation cannot take " + seconds + " s");
		}
	}
}
