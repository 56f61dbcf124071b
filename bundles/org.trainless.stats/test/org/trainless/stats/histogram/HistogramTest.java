/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.histogram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Every value is counted once, in its group and its bin. */
class HistogramTest {
	@Test
	void everyValueIsInOneBinOfItsGroup() {
		Random random = new Random(1);
		for (int round = 0; round < 200; round++) {
			int n = 1 + random.nextInt(500);
			double[] values = new double[n];
			int[] group = new int[n];
			int[] expected = new int[3];
			int[] odd = new int[3];
			for (int i = 0; i < n; i++) {
				group[i] = random.nextInt(3);
				values[i] = random.nextInt(10) == 0 ? Double.NEGATIVE_INFINITY
						: Math.rint(random.nextGaussian() * 10) / (1 + random.nextInt(3));
				if (Double.isFinite(values[i])) {
					expected[group[i]]++;
				} else {
					odd[group[i]]++;
				}
			}
			Histogram histogram = Histogram.of(values, group, 3);
			assertArrayEquals(odd, histogram.nonFinite());
			for (int g = 0; g < 3; g++) {
				assertEquals(expected[g], Arrays.stream(histogram.counts()[g]).sum());
			}
			int bins = histogram.edges().length - 1;
			assertTrue(bins <= Histogram.MOST_BINS);
			// slowly, by the definition
			for (int b = 0; b < bins; b++) {
				for (int g = 0; g < 3; g++) {
					int count = 0;
					for (int i = 0; i < n; i++) {
						boolean last = b == bins - 1;
						if (group[i] == g && Double.isFinite(values[i]) && values[i] >= histogram.edges()[b]
								&& (values[i] < histogram.edges()[b + 1] || last)) {
							count++;
						}
					}
					assertEquals(count, histogram.counts()[g][b]);
				}
			}
		}
	}

	@Test
	void equalValuesAreOneBinAndNoneAreNone() {
		assertEquals(2, Histogram.of(new double[] { 7, 7, 7 }, new int[3], 1).edges().length);
		Histogram none = Histogram.of(new double[] { Double.NaN }, new int[1], 1);
		assertEquals(0, none.edges().length);
		assertArrayEquals(new int[] { 1 }, none.nonFinite());
	}

	/** Of a normal sample: 2 × 1.349 σ / ∛n. */
	@Test
	void theWidthIsThatOfFreedmanAndDiaconis() {
		Random random = new Random(2);
		double[] values = random.doubles(1000).map(d -> random.nextGaussian()).toArray();
		double[] edges = Histogram.of(values, new int[1000], 1).edges();
		assertEquals(2 * 1.349 / 10, edges[1] - edges[0], 0.03);
	}
}
