/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class ExtentTest {
	private static Figure figure(Figure.Layer... layers) {
		return new Figure("", "", "x", "y", List.of(layers));
	}

	private static Figure.Steps line(double[] y, double band) {
		double[] x = new double[y.length];
		double[] low = new double[y.length];
		double[] high = new double[y.length];
		for (int i = 0; i < y.length; i++) {
			x[i] = i + 1;
			low[i] = y[i] - band;
			high[i] = y[i] + band;
		}
		return new Figure.Steps("line", 0, x, y, low, high);
	}

	@Test
	void aNarrowBandIsSeenWhole() {
		assertEquals(Optional.of(new Extent(1, 3, 79.5, 90.5)),
				Extent.of(figure(line(new double[] { 80, 85, 90 }, 0.5))));
	}

	@Test
	void aWideBandLeavesTheLinesTwoThirdsOfTheHeight() {
		Extent seen = Extent.of(figure(line(new double[] { 80, 85, 90 }, 1e6), line(new double[] { 82, 82, 82 }, 0)))
				.orElseThrow();
		assertEquals(new Extent(1, 3, 77.5, 92.5), seen);
		assertEquals(2.0 / 3, (90 - 80) / (seen.top() - seen.bottom()));
	}

	@Test
	void theBandOfALineThatIsFlatAnywayIsSeenWhole() {
		assertEquals(Optional.of(new Extent(1, 2, 75, 85)), Extent.of(figure(line(new double[] { 80, 80 }, 5))));
	}

	@Test
	void barsStandOnEachOther() {
		double[] edges = { 2, 4, 6 };
		assertEquals(Optional.of(new Extent(2, 6, 0, 9)),
				Extent.of(figure(new Figure.Bars("a", 0, edges, new int[] { 1, 5 }),
						new Figure.Bars("b", 1, edges, new int[] { 2, 4 }))));
	}

	@Test
	void whatIsNotANumberHasNoPlace() {
		double[] x = { 1, 2, Double.NaN };
		double[] y = { Double.NEGATIVE_INFINITY, 3, 4 };
		assertEquals(Optional.of(new Extent(2, 2, 3, 3)),
				Extent.of(figure(new Figure.Points("p", 0, x, y, OptionalInt.empty()))));
		assertTrue(Extent
				.of(figure(new Figure.Points("p", 0, new double[] { Double.NaN }, new double[1], OptionalInt.empty())))
				.isEmpty());
		assertTrue(Extent.of(figure()).isEmpty());
	}

	@Test
	void theSavedPictureShowsTheSame() throws Exception {
		String drawn = new FigureWriter(false).svg(figure(line(new double[] { 80, 85, 90 }, 1e6)), 640, 400);
		assertTrue(drawn.contains(">80<"), drawn);
		assertFalse(drawn.contains("000,000"), drawn);
	}
}
