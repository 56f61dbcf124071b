/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

class EvaluationTest {
	private static final Proposal PROPOSAL = new Proposal(0, () -> "a", Proposal.OBJECTIVE);

	@Test
	void fitnessIsAlwaysToBeMaximised() {
		assertEquals(2.5, Evaluation.of(PROPOSAL, Score.of(2.5), true).fitness());
		assertEquals(-2.5, Evaluation.of(PROPOSAL, Score.of(2.5), false).fitness());
	}

	@Test
	void whateverIsNotFiniteRanksLast() {
		for (double value : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			for (boolean higherIsBetter : new boolean[] { true, false }) {
				assertEquals(Double.NEGATIVE_INFINITY,
						Evaluation.of(PROPOSAL, Score.ofComputed(value), higherIsBetter).fitness());
			}
		}
	}

	@Test
	void aScoreIsFiniteOrHasAReason() {
		assertThrows(IllegalArgumentException.class, () -> Score.of(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new Score(1, Optional.of(NonFinite.OVERFLOW), ""));
		assertEquals(NonFinite.NOT_A_NUMBER, Score.ofComputed(Double.NaN).reason().orElseThrow());
		assertEquals(NonFinite.OVERFLOW, Score.ofComputed(Double.POSITIVE_INFINITY).reason().orElseThrow());
	}
}
