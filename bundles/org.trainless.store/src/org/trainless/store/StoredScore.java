/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * One score in a store.
 *
 * @param identity under what it holds
 * @param score    the score
 * @param seconds  what its evaluation took
 */
public record StoredScore(ScoreIdentity identity, Score score, double seconds) {
	public StoredScore {
		Objects.requireNonNull(identity);
		Objects.requireNonNull(score);
	}
}
