/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.trainless.api.run.Seed;

class PairedComparisonTest {
	/** By enumeration of all signs. */
	private static double slowP(double[] differences) {
		int n = differences.length;
		double[] sorted = Arrays.stream(differences).map(Math::abs).sorted().toArray();
		double observed = 0;
		double[] ranks = new double[n];
		for (int i = 0; i < n; i++) {
			ranks[i] = 1 + Arrays.binarySearch(sorted, Math.abs(differences[i]));
			observed += differences[i] > 0 ? ranks[i] : 0;
		}
		double extreme = Math.max(observed, n * (n + 1) / 2.0 - observed);
		int asExtreme = 0;
		for (int signs = 0; signs < 1 << n; signs++) {
			double sum = 0;
			for (int i = 0; i < n; i++) {
				sum += (signs >> i & 1) * ranks[i];
			}
			asExtreme += sum >= extreme ? 1 : 0;
		}
		return Math.min(1, 2.0 * asExtreme / (1 << n));
	}

	@Test
	void pIsThatOfAllSigns() {
		for (int n = 2; n <= 12; n++) {
			double[] first = new double[n];
			double[] second = new double[n];
			for (int i = 0; i < n; i++) {
				second[i] = (i % 3 == 1 ? -1 : 1) * (i + 1.25);
			}
			assertEquals(slowP(second), PairedComparison.of(first, second).pValue(), 1e-9, n + " pairs");
		}
	}

	/** Two searches often end with the same cell, so that zeros and ties are the rule. */
	@Test
	void tiesAndZerosKeepItExact() {
		double[][] cases = { { 1, 1, 1, 1, -1 }, { 2, 2, -1, 3, 3, 3, -2, 5 }, { 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -9 } };
		for (double[] differences : cases) {
			double expected = tiedP(differences);
			assertEquals(expected, PairedComparison.of(new double[differences.length], differences).pValue(), 1e-12);
			double[] withZeros = Arrays.copyOf(differences, differences.length + 3);
			PairedComparison comparison = PairedComparison.of(new double[withZeros.length], withZeros);
			assertEquals(expected, comparison.pValue(), 1e-12);
			assertEquals(3, comparison.equal());
		}
	}

	/** By all signs, with mean ranks counted naively. */
	private static double tiedP(double[] differences) {
		int n = differences.length;
		double[] ranks = new double[n];
		double observed = 0;
		for (int i = 0; i < n; i++) {
			double below = 0;
			double same = 0;
			for (double other : differences) {
				below += Math.abs(other) < Math.abs(differences[i]) ? 1 : 0;
				same += Math.abs(other) == Math.abs(differences[i]) ? 1 : 0;
			}
			ranks[i] = below + (same + 1) / 2;
			observed += differences[i] > 0 ? ranks[i] : 0;
		}
		double middle = n * (n + 1) / 4.0;
		int asExtreme = 0;
		for (int signs = 0; signs < 1 << n; signs++) {
			double sum = 0;
			for (int i = 0; i < n; i++) {
				sum += (signs >> i & 1) * ranks[i];
			}
			asExtreme += Math.abs(sum - middle) >= Math.abs(observed - middle) - 1e-9 ? 1 : 0;
		}
		return (double) asExtreme / (1 << n);
	}

	@Test
	void manyPairsAgreeWithTheLibrary() {
		RandomGenerator random = new Seed(5).generator();
		double[] zeros = new double[60];
		double[] differences = random.doubles(60, -1, 1.3).toArray();
		double library = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(zeros, differences, false);
		assertEquals(library, PairedComparison.of(zeros, differences).pValue(), 0.01);
	}

	@Test
	void tenSeedsOneWayAreEnoughAndThreeNeverAre() {
		double[] none = new double[10];
		double[] more = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
		PairedComparison ten = PairedComparison.of(none, more);
		assertEquals(2.0 / 1024, ten.pValue(), 1e-12);
		assertTrue(ten.verdict("a", "b", ten.pValue(), 1, true).startsWith("'b' is better than 'a'"));
		assertTrue(ten.verdict("a", "b", ten.pValue(), 1, false).startsWith("'b' is worse than 'a'"));
		PairedComparison three = PairedComparison.of(new double[3], new double[] { 1, 2, 3 });
		String few = three.verdict("a", "b", three.pValue(), 1, true);
		assertTrue(few.startsWith("no difference could be shown") && few.contains("p is at least 0.250"), few);
		String two = ten.verdict("a", "b", 0.06, 2, true);
		assertTrue(two.startsWith("no difference could be shown") && two.contains("Holm 0.060"), two);
	}

	@Test
	void theIntervalHoldsTheMeanDifferenceAndIsTheSameEachTime() {
		double[] first = { 90, 91, 92, 93, 94, 95 };
		double[] second = { 91, 93, 92, 96, 97, 96 };
		PairedComparison comparison = PairedComparison.of(first, second);
		BootstrapInterval interval = comparison.interval().orElseThrow();
		assertEquals(10.0 / 6, comparison.meanDifference(), 1e-12);
		assertTrue(interval.low() < 10.0 / 6 && interval.high() > 10.0 / 6, interval.toString());
		assertEquals(comparison, PairedComparison.of(first, second));
		assertTrue(PairedComparison.of(new double[1], new double[] { 2 }).interval().isEmpty());
	}

	@Test
	void equalResultsDoNotDiffer() {
		double[] same = { 1, 2, 3, 4 };
		PairedComparison comparison = PairedComparison.of(same, same);
		assertEquals(1, comparison.pValue());
		assertEquals(4, comparison.equal());
		assertEquals(0, comparison.meanDifference());
		assertThrows(IllegalArgumentException.class, () -> PairedComparison.of(same, new double[2]));
	}
}
