/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

/** One line per search, over its seeds. */
class SearchSummaryTest {
	private static Trial trial(String search, long seed, long number, Score score, double accuracy) {
		return new Trial(search, seed, number, "objective", number, "cell " + number, score, 0, false, 0, 0,
				OptionalDouble.of(accuracy));
	}

	@Test
	void theIncumbentIsTheEarliestOfTheBest() {
		List<Trial> trials = List.of(trial("a", 1, 0, Score.ofComputed(3), 70),
				trial("a", 1, 1, Score.ofComputed(5), 80), trial("a", 1, 2, Score.ofComputed(5), 90));
		SearchSummary higher = SearchSummary.of(trials, s -> true).get(0);
		assertEquals(List.of(trials.get(1)), higher.incumbents());
		assertEquals(80, higher.accuracy().orElseThrow().mean());
		assertTrue(Double.isNaN(higher.accuracy().orElseThrow().deviation()));
		assertEquals(List.of(trials.get(0)), SearchSummary.of(trials, s -> false).get(0).incumbents());
	}

	@Test
	void aWarmUpsScoresDoNotCount() {
		Trial warm = new Trial("a", 1, 0, "warm-up", 0, "cell", Score.ofComputed(99), 0, false, 0, 0,
				OptionalDouble.empty());
		SearchSummary summary = SearchSummary
				.of(List.of(warm, trial("a", 1, 1, Score.nonFinite(Double.NaN, NonFinite.MISSING, ""), 1)), s -> true)
				.get(0);
		assertEquals(2, summary.evaluations());
		assertEquals(1, summary.nonFinite());
		assertTrue(summary.score().isEmpty());
	}

	/** Against the textbook's formulas, written out. */
	@Test
	void meanAndDeviationAreThoseOverSeeds() {
		Random random = new Random(3);
		List<Trial> trials = new ArrayList<>();
		double[] best = new double[7];
		for (int seed = 0; seed < best.length; seed++) {
			best[seed] = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < 20; i++) {
				double score = random.nextGaussian();
				best[seed] = Math.max(best[seed], score);
				trials.add(trial("b", seed, i, Score.ofComputed(score), 0));
			}
		}
		double mean = 0;
		for (double b : best) {
			mean += b / best.length;
		}
		double square = 0;
		for (double b : best) {
			square += (b - mean) * (b - mean);
		}
		SearchSummary summary = SearchSummary.of(trials, s -> true).get(0);
		assertEquals(7, summary.seeds());
		assertEquals(140, summary.evaluations());
		assertEquals(mean, summary.score().orElseThrow().mean(), 1e-12);
		assertEquals(Math.sqrt(square / 6), summary.score().orElseThrow().deviation(), 1e-12);
	}
}
