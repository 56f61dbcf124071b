/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

/** The incumbent as a search goes on. */
class AnytimeCurveTest {
	private static Trial trial(String search, long seed, long number, double score, double accuracy) {
		return new Trial(search, seed, number, "objective", number, "cell", Score.ofComputed(score), 0, false,
				number * 0.5, number * 10.0, OptionalDouble.of(accuracy));
	}

	private static List<AnytimeCurve> curves(List<Trial> trials, AnytimeAxis axis, AnytimeValue value) {
		return AnytimeCurve.of(trials, s -> !s.equals("lower"), axis, value);
	}

	@Test
	void oneSeedIsItsIncumbentsWithoutABand() {
		List<Trial> trials = List.of(trial("a", 1, 0, 5, 70), trial("a", 1, 1, 3, 99), trial("a", 1, 2, 6, 60),
				trial("a", 1, 3, 6, 80));
		AnytimeCurve score = curves(trials, AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE).get(0);
		assertArrayEquals(new double[] { 1, 3, 4 }, score.x());
		assertArrayEquals(new double[] { 5, 6, 6 }, score.mean());
		assertArrayEquals(score.mean(), score.low());
		assertArrayEquals(score.mean(), score.high());
		// the accuracy of the incumbent may fall: the search does not see it
		assertArrayEquals(new double[] { 70, 60, 60 },
				curves(trials, AnytimeAxis.EVALUATIONS, AnytimeValue.ACCURACY).get(0).mean());
		assertArrayEquals(new double[] { 0, 20, 30 },
				curves(trials, AnytimeAxis.TRAINING_SECONDS, AnytimeValue.SCORE).get(0).x());
	}

	@Test
	void lowerIsBetterWhereTheSearchSaysSo() {
		List<Trial> trials = List.of(trial("lower", 1, 0, 5, 0), trial("lower", 1, 1, 7, 0),
				trial("lower", 1, 2, 2, 0));
		assertArrayEquals(new double[] { 5, 2 },
				curves(trials, AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE).get(0).mean());
	}

	@Test
	void aSeedThatStillGoesOnDoesNotPullTheMeanDown() {
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			trials.add(trial("a", 1, i, i, 0));
		}
		trials.add(trial("a", 2, 0, -100, 0));
		AnytimeCurve curve = curves(trials, AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE).get(0);
		assertEquals(-50, curve.mean()[0]);
		assertEquals(9, curve.mean()[curve.mean().length - 1]);
	}

	@Test
	void nothingFiniteIsNoCurveAndNonFiniteScoresAreNoIncumbents() {
		Trial nan = new Trial("a", 1, 0, "objective", 0, "cell", Score.nonFinite(Double.NaN, NonFinite.MISSING, ""), 0,
				false, 0, 0, OptionalDouble.empty());
		assertEquals(List.of(), curves(List.of(nan), AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE));
		AnytimeCurve curve = curves(List.of(nan, trial("a", 1, 1, 4, 0)), AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE)
				.get(0);
		assertArrayEquals(new double[] { 2 }, curve.x());
	}

	/** Against the definition, written out: running best of each seed, mean and t-interval at each place. */
	@Test
	void meanAndBandAreThoseOfTheDefinition() {
		Random random = new Random(5);
		int seeds = 4;
		int trials = 30;
		double[][] best = new double[seeds][trials];
		List<Trial> all = new ArrayList<>();
		for (int i = 0; i < trials; i++) {
			for (int s = 0; s < seeds; s++) {
				double score = random.nextGaussian();
				best[s][i] = i == 0 ? score : Math.max(best[s][i - 1], score);
				all.add(trial("a", s, i, score, 0));
			}
		}
		AnytimeCurve curve = curves(all, AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE).get(0);
		assertEquals(seeds, curve.seeds());
		double t = 3.182446305284263; // 97.5 % quantile with 3 degrees of freedom, from tables
		for (int k = 0; k < curve.x().length; k++) {
			int i = (int) curve.x()[k] - 1;
			double mean = 0;
			for (int s = 0; s < seeds; s++) {
				mean += best[s][i] / seeds;
			}
			double square = 0;
			for (int s = 0; s < seeds; s++) {
				square += (best[s][i] - mean) * (best[s][i] - mean) / (seeds - 1);
			}
			assertEquals(mean, curve.mean()[k], 1e-12);
			assertEquals(mean + t * Math.sqrt(square / seeds), curve.high()[k], 1e-9);
			assertEquals(mean - t * Math.sqrt(square / seeds), curve.low()[k], 1e-9);
		}
	}

	@Test
	void aLongRunHasFewPointsAndKeepsItsEnds() {
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			trials.add(trial("a", 1, i, i, 0));
		}
		AnytimeCurve curve = curves(trials, AnytimeAxis.EVALUATIONS, AnytimeValue.SCORE).get(0);
		assertTrue(curve.x().length <= AnytimeCurve.MOST_POINTS);
		assertEquals(1, curve.x()[0]);
		assertEquals(5000, curve.x()[curve.x().length - 1]);
		assertEquals(4999, curve.mean()[curve.x().length - 1]);
	}
}
