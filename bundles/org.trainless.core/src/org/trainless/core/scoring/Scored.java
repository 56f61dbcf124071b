/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * What a proxy says of an architecture, and what that took.
 *
 * @param score   the score
 * @param seconds what the evaluation itself took; 0 when it was known
 * @param known   true when it was known from an architecture of the same class, or from the same one
 */
public record Scored(Score score, double seconds, boolean known) {
	public Scored {
		Objects.requireNonNull(score);
	}
}
