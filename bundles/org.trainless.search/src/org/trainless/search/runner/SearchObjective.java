/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.Objects;

import org.trainless.api.score.Score;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;

/**
 * By what proposals of one role are scored.
 *
 * @param evaluator      gives the scores
 * @param higherIsBetter direction
 */
public record SearchObjective(Evaluator evaluator, boolean higherIsBetter) {
	public SearchObjective {
		Objects.requireNonNull(evaluator);
	}

	Evaluation answer(Proposal proposal, Score score) {
		return Evaluation.of(proposal, score, higherIsBetter);
	}
}
