/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.run.Seed;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.search.testing.ChiSquare;
import org.trainless.search.testing.GridSpace;
import org.trainless.search.testing.Landscape;

class PopulationTest {
	private static Evaluation member(long id, double score) {
		return Evaluation.of(new Proposal(id, GridSpace.point(0, 0, (int) id), Proposal.OBJECTIVE),
				Landscape.score(score), true);
	}

	private static List<Long> ids(Population population) {
		return population.members().stream().map(m -> m.proposal().id()).toList();
	}

	@Test
	void theOldestLeaves() {
		Population population = new Population(3);
		population.enter(member(0, 9));
		population.enter(member(1, 8));
		assertFalse(population.isFull());
		population.enter(member(2, 7));
		assertTrue(population.isFull());
		for (int id = 3; id < 20; id++) {
			population.enter(member(id, 20 - id));
			assertEquals(List.of(id - 2L, id - 1L, (long) id), ids(population));
		}
	}

	/** Drawn with replacement, the best of s has a rank above r with probability ((n - r) / n)^s. */
	@ParameterizedTest
	@CsvSource({ "5,1", "5,2", "5,5", "10,3", "1,1" })
	void tournamentsDrawWithReplacement(int size, int sample) {
		Population population = new Population(size);
		for (int i = 0; i < size; i++) {
			population.enter(member(i, (i * 7) % size));
		}
		Map<Double, Double> expected = new HashMap<>();
		for (int i = 0; i < size; i++) {
			expected.put((double) i, Math.pow((i + 1.0) / size, sample) - Math.pow((double) i / size, sample));
		}
		RandomGenerator random = new Seed(1).generator();
		List<Double> winners = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			winners.add(population.tournament(sample, random).fitness());
		}
		ChiSquare.assertFits(expected, winners);
	}

	@Test
	void equallyFitMembersWinEquallyOften() {
		Population population = new Population(4);
		double[] scores = { 1, 3, 3, Double.NEGATIVE_INFINITY };
		for (int i = 0; i < scores.length; i++) {
			population.enter(member(i, scores[i]));
		}
		RandomGenerator random = new Seed(2).generator();
		List<Long> winners = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			winners.add(population.tournament(2, random).proposal().id());
		}
		ChiSquare.assertFits(Map.of(0L, 3.0 / 16, 1L, 6.0 / 16, 2L, 6.0 / 16, 3L, 1.0 / 16), winners);
	}
}
