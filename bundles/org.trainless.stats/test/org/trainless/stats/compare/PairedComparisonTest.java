/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

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

	@Test
	void tenSeedsOneWayAreEnoughAndThreeNeverAre() {
		double[] none = new double[10];
		double[] more = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
		assertTrue(PairedComparison.of(none, more).verdict("a", "b").startsWith("'b' is better than 'a'"));
		String few = PairedComparison.of(new double[3], new double[] { 1, 2, 3 }).verdict("a", "b");
		assertTrue(few.startsWith("no difference could be shown") && few.contains("p = 0.25 at least"), few);
	}

	@Test
	void equalResultsDoNotDiffer() {
		double[] same = { 1, 2, 3, 4 };
		PairedComparison comparison = PairedComparison.of(same, same);
		assertEquals(1, comparison.pValue());
		assertEquals(0, comparison.meanDifference());
		assertThrows(IllegalArgumentException.class, () -> PairedComparison.of(same, new double[2]));
	}
}
