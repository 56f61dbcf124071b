/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * What one proxy made of one architecture.
 *
 * @param score   the score
 * @param seconds what it took: the proxy's own work and its equal share of the pass; start of the engine and drawing of
 *                the minibatch not counted
 * @param runner  name of what ran the pass, for people; {@code none} when there was none
 */
public record ProxyScore(Score score, double seconds, String runner) {
	public ProxyScore {
		Objects.requireNonNull(score);
		Objects.requireNonNull(runner);
	}
}
