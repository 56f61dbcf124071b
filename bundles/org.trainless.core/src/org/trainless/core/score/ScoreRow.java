/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * One score of one architecture.
 *
 * @param index        index of the architecture in its space
 * @param architecture text of the architecture
 * @param proxy        id of the proxy, with its parameters where one proxy is asked for with several
 * @param score        the score
 * @param seconds      what the evaluation itself took, start of the engine excluded; 0 when nothing was computed
 */
public record ScoreRow(long index, String architecture, String proxy, Score score, double seconds) {
	public ScoreRow {
		Objects.requireNonNull(architecture);
		Objects.requireNonNull(proxy);
		Objects.requireNonNull(score);
	}
}
