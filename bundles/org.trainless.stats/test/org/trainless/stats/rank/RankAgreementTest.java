/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.trainless.testdata.TestData;

class RankAgreementTest {
	/** By the definition: pairs in the same order less pairs in opposite order, over pairs that are not tied. */
	private static double slowKendall(double[] x, double[] y) {
		long concordance = 0;
		long untiedX = 0;
		long untiedY = 0;
		for (int i = 0; i < x.length; i++) {
			for (int j = i + 1; j < x.length; j++) {
				int a = Double.compare(x[i], x[j]);
				int b = Double.compare(y[i], y[j]);
				concordance += a * b;
				untiedX += a * a;
				untiedY += b * b;
			}
		}
		return concordance / Math.sqrt((double) untiedX * untiedY);
	}

	@Test
	void kendallIsItsDefinitionAlsoWithTies() {
		SplittableRandom random = new SplittableRandom(1);
		for (int round = 0; round < 200; round++) {
			int n = 2 + random.nextInt(60);
			double[] x = random.doubles(n).map(v -> Math.floor(8 * v)).toArray();
			double[] y = random.doubles(n).map(v -> Math.floor(8 * v)).toArray();
			x[0] = -1;
			y[0] = 9;
			assertEquals(slowKendall(x, y), new RankAgreement(x, y).kendall(), 1e-12);
		}
	}

	@Test
	void whatIsNotFiniteRanksLast() {
		double[] scores = { 3, Double.NEGATIVE_INFINITY, 2, Double.NaN, 1, Double.POSITIVE_INFINITY };
		double[] order = { 9, 1, 8, 1, 7, 1 };
		assertEquals(1, new RankAgreement(scores, order).spearman(), 1e-12);
		assertEquals(1, new RankAgreement(scores, order).kendall(), 1e-12);
		assertEquals(1, new RankAgreement(scores, order).topOverlap(3));
	}

	@Test
	void refusesWhatCannotBeCompared() {
		assertThrows(IllegalArgumentException.class, () -> new RankAgreement(new double[] { 1 }, new double[] { 1 }));
		assertThrows(IllegalArgumentException.class,
				() -> new RankAgreement(new double[] { 1, 2 }, new double[] { 1 }));
	}

	@Test
	void aCommonCauseIsTakenOut() {
		SplittableRandom random = new SplittableRandom(2);
		double[] cause = random.doubles(2000).toArray();
		double[] x = Arrays.stream(cause).map(c -> c + 0.2 * random.nextDouble()).toArray();
		double[] y = Arrays.stream(cause).map(c -> c + 0.2 * random.nextDouble()).toArray();
		RankAgreement agreement = new RankAgreement(x, y);
		assertEquals(0.96, agreement.spearman(), 0.02);
		assertEquals(0, agreement.partialSpearman(cause), 0.1);
	}

	@Test
	void equalsThePublishedFigures() throws Exception {
		List<String> lines = Files.readAllLines(TestData.path("nats-tss/nats-tss.csv"));
		double[] naswot = column(lines, "naswot_seed_c10");
		double[] params = column(lines, "params_c10");
		double[] accuracy = column(lines, "c10_test200");
		RankAgreement byNaswot = new RankAgreement(naswot, accuracy);
		assertEquals(0.7953, byNaswot.spearman(), 5e-5);
		assertEquals(0.6093, byNaswot.kendall(), 5e-5);
		assertEquals(0.437, byNaswot.topOverlap(1562), 5e-3);
		assertEquals(0.7527, new RankAgreement(params, accuracy).spearman(), 5e-5);
		assertEquals(0.5778, new RankAgreement(params, accuracy).kendall(), 5e-5);
		assertEquals(0.7860,
				new RankAgreement(column(lines, "naswot_seed_in16"), column(lines, "in16_test200")).spearman(), 5e-5);
	}

	private static double[] column(List<String> lines, String name) {
		int column = List.of(lines.get(0).split(",")).indexOf(name);
		return lines.stream().skip(1).map(l -> l.split(",")[column])
				.mapToDouble(v -> v.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(v)).toArray();
	}
}
