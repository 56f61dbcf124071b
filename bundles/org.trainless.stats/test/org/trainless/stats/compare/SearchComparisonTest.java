/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;
import org.trainless.stats.compare.SearchComparison.Contender;
import org.trainless.stats.compare.SearchComparison.Pair;

class SearchComparisonTest {
	private static Trial trial(String search, long seed, double score, OptionalDouble accuracy) {
		return new Trial(search, seed, 0, "objective", 1, "cell", Score.ofComputed(score), 0, false, 0, 0, accuracy);
	}

	/** A search with seeds 1, 2, … whose incumbents have these scores, and accuracies of a hundredth of them. */
	private static Contender contender(String name, int firstSeed, double... scores) {
		return new Contender(name, true, IntStream.range(0, scores.length).mapToObj(i -> trial(name, firstSeed + i,
				scores[i], i % 2 == 0 ? OptionalDouble.of(scores[i] / 100) : OptionalDouble.empty())).toList());
	}

	@Test
	void onlySeedsOfBothCount() {
		SearchComparison comparison = SearchComparison
				.of(List.of(new Pair(contender("a", 1, 10, 20, 30), contender("b", 2, 25, 35, 1000))), false).get(0);
		assertEquals(2, comparison.figures().pairs());
		assertEquals(5, comparison.figures().meanDifference(), 1e-12);
		assertEquals("a", comparison.first());
		assertEquals("b", comparison.second());
	}

	@Test
	void whereNoSeedIsInBothNothingIsSaid() {
		assertEquals(List.of(),
				SearchComparison.of(List.of(new Pair(contender("a", 1, 1, 2), contender("b", 7, 1, 2))), false));
		assertEquals(List.of(), SearchComparison.of(List.of(), true));
	}

	@Test
	void accuraciesCountWhereTheyAreKnown() {
		SearchComparison comparison = SearchComparison
				.of(List.of(new Pair(contender("a", 1, 100, 200, 300), contender("b", 1, 150, 250, 350))), true).get(0);
		assertEquals(2, comparison.figures().pairs());
		assertEquals(0.5, comparison.figures().meanDifference(), 1e-12);
		assertTrue(comparison.method().startsWith("by the accuracy"), comparison.method());
	}

	@Test
	void allThatAreMadeTogetherAreCorrected() {
		Contender low = contender("low", 1, 1, 2, 3, 4, 5, 6, 7, 8);
		Contender high = contender("high", 1, 2, 3.5, 4, 6, 7.5, 8, 9, 11);
		SearchComparison alone = SearchComparison.of(List.of(new Pair(low, high)), false).get(0);
		assertEquals(alone.figures().pValue(), alone.adjustedP());
		assertTrue(alone.verdict().startsWith("'high' is better than 'low'"), alone.verdict());
		assertFalse(alone.method().contains("Holm"), alone.method());

		List<SearchComparison> several = SearchComparison
				.of(List.of(new Pair(low, high), new Pair(low, low), new Pair(high, low)), false);
		assertEquals(3, several.size());
		assertEquals(3 * alone.figures().pValue(), several.get(0).adjustedP(), 1e-12);
		assertTrue(several.get(2).verdict().startsWith("'low' is worse than 'high'"), several.get(2).verdict());
		assertTrue(several.get(1).verdict().startsWith("no difference"), several.get(1).verdict());
		assertTrue(several.get(0).method().contains("corrected for 3 comparisons"), several.get(0).method());
	}

	@Test
	void whereLessIsBetterTheVerdictTurns() {
		Contender low = new Contender("low", false, contender("low", 1, 1, 2, 3, 4, 5, 6).incumbents());
		Contender high = new Contender("high", false, contender("high", 1, 2, 4, 6, 8, 10, 12).incumbents());
		SearchComparison scores = SearchComparison.of(List.of(new Pair(low, high)), false).get(0);
		assertTrue(scores.verdict().startsWith("'high' is worse than 'low'"), scores.verdict());
		// accuracies are better when they are higher, whatever the objective
		assertTrue(SearchComparison.of(List.of(new Pair(low, high)), true).get(0).higherIsBetter());
	}
}
