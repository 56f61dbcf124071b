/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

import java.util.Objects;

import org.trainless.api.score.Score;

/**
 * The answer to a proposal.
 *
 * @param proposal what was proposed
 * @param score    the score as the objective gave it
 * @param fitness  what to maximise: the score, negated where lower is better; negative infinity for every score that is
 *                 not finite, so that it ranks last
 * @since 0.1
 */
public record Evaluation(Proposal proposal, Score score, double fitness) {
	public Evaluation {
		Objects.requireNonNull(proposal);
		Objects.requireNonNull(score);
		if (Double.isNaN(fitness)) {
			throw new IllegalArgumentException("fitness is not a number");
		}
	}

	/**
	 * @param proposal       what was proposed
	 * @param score          the score
	 * @param higherIsBetter direction of the objective
	 * @return the evaluation with its fitness
	 */
	public static Evaluation of(Proposal proposal, Score score, boolean higherIsBetter) {
		double fitness = score.isFinite() ? (higherIsBetter ? score.value() : -score.value())
				: Double.NEGATIVE_INFINITY;
		return new Evaluation(proposal, score, fitness);
	}
}
