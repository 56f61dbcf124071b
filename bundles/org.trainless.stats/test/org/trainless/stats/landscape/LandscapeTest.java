/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;
import org.trainless.stats.rank.RankAgreement;
import org.trainless.testdata.TestData;

class LandscapeTest {
	private static Trial trial(String search, long seed, String objective, String architecture, double score,
			double accuracy) {
		return new Trial(search, seed, 0, objective, 0, architecture, Score.ofComputed(score), 0, false, 0, 0,
				Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy));
	}

	private static Landscape random(SplittableRandom random, int count, boolean higherIsBetter) {
		Landscape.Builder builder = new Landscape.Builder(higherIsBetter);
		for (int i = 0; i < count; i++) {
			double score = random.nextInt(10) == 0 ? Double.NEGATIVE_INFINITY : random.nextInt(20);
			builder.add("a" + i, 1, score, OptionalDouble.of(random.nextInt(30)));
		}
		return builder.build();
	}

	@Test
	void anArchitectureIsOnePointWithTheMeanOverSeeds() {
		Landscape landscape = Landscape.of(List.of(trial("rea", 1, "objective", "a", 10, 90),
				trial("rea", 2, "objective", "a", 20, 90), trial("rea", 2, "objective", "a", 20, 90),
				trial("random", 2, "objective", "a", 20, 90), trial("rea", 1, "warm-up", "w", 3, 50),
				trial("other", 1, "objective", "o", 3, 50), trial("rea", 1, "objective", "b", Double.NaN, 10),
				trial("rea", 2, "objective", "b", 7, 10), trial("rea", 1, "objective", "c", Double.NaN, 10),
				trial("rea", 1, "objective", "d", 5, Double.NaN)), s -> !s.equals("other"), true);
		assertEquals(List.of(new LandscapePoint("a", 15, 2, 90), new LandscapePoint("b", 7, 2, 10),
				new LandscapePoint("c", Double.NaN, 1, 10)), landscape.points());
		assertEquals(1, landscape.withoutAccuracy());
		assertEquals(1, landscape.nonFinite());
	}

	@Test
	void tooFewPointsDoNotAgree() {
		assertTrue(new Landscape(List.of(), 0, true).agreement(OptionalInt.empty()).isEmpty());
		assertTrue(random(new SplittableRandom(1), 1, true).agreement(OptionalInt.empty()).isEmpty());
		LandscapeAgreement two = random(new SplittableRandom(1), 2, true).agreement(OptionalInt.empty()).orElseThrow();
		assertEquals(1, two.top());
		assertTrue(Double.isNaN(two.topSpearman()));
	}

	/** By sorting everything, the straightforward way. */
	@Test
	void agreementIsItsDefinition() {
		SplittableRandom random = new SplittableRandom(3);
		for (int round = 0; round < 300; round++) {
			boolean higher = random.nextBoolean();
			Landscape landscape = random(random, 2 + random.nextInt(60), higher);
			LandscapeAgreement agreement = landscape.agreement(OptionalInt.of(1 + random.nextInt(80))).orElseThrow();
			Comparator<LandscapePoint> byScore = Comparator.comparingDouble(
					p -> Double.isNaN(p.score()) ? Double.POSITIVE_INFINITY : higher ? -p.score() : p.score());
			List<LandscapePoint> scored = landscape.points().stream().sorted(byScore).toList();
			List<LandscapePoint> accurate = landscape.points().stream()
					.sorted(Comparator.comparingDouble(p -> -p.accuracy())).toList();
			int k = agreement.top();
			assertEquals(scored.get(0), agreement.pick());
			assertEquals(accurate.get(0), agreement.optimum());
			LandscapePoint optimum = accurate.get(0);
			assertEquals(1 + scored.stream().filter(p -> byScore.compare(p, optimum) < 0).count(),
					agreement.rankOfOptimum());
			long common = accurate.subList(0, k).stream().filter(scored.subList(0, k)::contains).count();
			assertEquals((double) common / k, agreement.topOverlap(), 1e-12);
			double[] sign = landscape.points().stream().mapToDouble(p -> higher ? p.score() : -p.score()).toArray();
			double[] accuracies = landscape.points().stream().mapToDouble(LandscapePoint::accuracy).toArray();
			assertEquals(new RankAgreement(sign, accuracies).kendall(), agreement.kendall(), 0);
		}
	}

	/** Turning the scores round and saying so changes nothing. */
	@Test
	void directionIsOnlyASign() {
		SplittableRandom random = new SplittableRandom(4);
		for (int round = 0; round < 50; round++) {
			Landscape higher = random(random, 40, true);
			Landscape.Builder turned = new Landscape.Builder(false);
			higher.points().forEach(p -> turned.add(p.architecture(), 1, -p.score(), OptionalDouble.of(p.accuracy())));
			LandscapeAgreement a = higher.agreement(OptionalInt.empty()).orElseThrow();
			LandscapeAgreement b = turned.build().agreement(OptionalInt.empty()).orElseThrow();
			assertEquals(a.spearman(), b.spearman(), 1e-12);
			assertEquals(a.topOverlap(), b.topOverlap());
			assertEquals(a.rankOfOptimum(), b.rankOfOptimum());
			assertEquals(a.pick().architecture(), b.pick().architecture());
		}
	}

	@Test
	void aRectangleHoldsWhatIsInItTheBestFirst() {
		Landscape landscape = new Landscape(
				List.of(new LandscapePoint("a", 1, 1, 10), new LandscapePoint("b", 3, 1, 20),
						new LandscapePoint("c", 2, 1, 30), new LandscapePoint("d", Double.NaN, 1, 20)),
				0, true);
		assertArrayEquals(new int[] { 1, 2, 0 }, landscape.within(1, 3, 10, 30));
		assertArrayEquals(new int[] { 2 }, landscape.within(1.5, 3, 21, 99));
		assertArrayEquals(new int[0], landscape.within(4, 5, 0, 100));
		assertArrayEquals(new int[] { 0, 2, 1 }, new Landscape(landscape.points(), 0, false).within(0, 9, 0, 100));
	}

	@Test
	void theNearestIsWithinReach() {
		SplittableRandom random = new SplittableRandom(5);
		for (int round = 0; round < 200; round++) {
			Landscape landscape = random(random, 30, true);
			double x = random.nextDouble(20);
			double y = random.nextDouble(30);
			double reach = random.nextDouble(3);
			List<Double> distances = landscape.points().stream()
					.map(p -> Math.hypot((p.score() - x) / 2, (p.accuracy() - y) / 3)).toList();
			double least = distances.stream().filter(d -> !d.isNaN()).mapToDouble(d -> d).min().orElseThrow();
			OptionalInt nearest = landscape.nearest(x, y, 2, 3, reach);
			assertEquals(least <= reach, nearest.isPresent());
			nearest.ifPresent(i -> assertEquals(least, distances.get(i), 0));
		}
	}

	@Test
	void equalsThePublishedFigures() throws Exception {
		List<String> lines = Files.readAllLines(TestData.path("nats-tss/nats-tss.csv"));
		String[] names = { "c10", "c100", "in16" };
		double[] overlap = { 0.437, 0.474, 0.484 };
		int[] rank = { 533, 526, 545 };
		double[] among = { -0.057, 0.080, 0.265 };
		double[] rho = { 0.7953, 0.8100, 0.7860 };
		double[] picked = { 92.78, 70.31, 45.58 };
		for (int i = 0; i < names.length; i++) {
			LandscapeAgreement agreement = read(lines, "naswot_seed_" + names[i], names[i] + "_test200")
					.agreement(OptionalInt.empty()).orElseThrow();
			assertEquals(15_625, agreement.count());
			assertEquals(rho[i], agreement.spearman(), 5e-5);
			assertEquals(overlap[i], agreement.topOverlap(), 5e-3);
			assertEquals(rank[i], agreement.rankOfOptimum());
			// several cells are as accurate as the last of the best tenth; which of them count is a matter of choice
			assertEquals(among[i], agreement.topSpearman(), 2e-3);
			assertEquals(picked[i], agreement.pick().accuracy(), 5e-3);
		}
	}

	private static Landscape read(List<String> lines, String score, String accuracy) {
		List<String> header = List.of(lines.get(0).split(","));
		Landscape.Builder builder = new Landscape.Builder(true);
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",");
			String value = cells[header.indexOf(score)];
			builder.add(cells[1], 0, value.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(value),
					OptionalDouble.of(Double.parseDouble(cells[header.indexOf(accuracy)])));
		}
		return builder.build();
	}
}
