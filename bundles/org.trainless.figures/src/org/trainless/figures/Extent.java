/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What of a figure is seen at first, in the window and on paper: everything, but for the far ends of bands that are so
 * wide, as those of few seeds are, that beside them the lines would be flat.
 *
 * @param left   least of the x axis
 * @param right  greatest of the x axis
 * @param bottom least of the y axis
 * @param top    greatest of the y axis
 */
public record Extent(double left, double right, double bottom, double top) {
	/** How far bands are seen beyond the lines, of the height that the lines take. */
	private static final double BAND = 0.25;

	/**
	 * @param figure a figure
	 * @return its extent; empty when nothing finite is in it
	 */
	public static Optional<Extent> of(Figure figure) {
		Box box = new Box();
		double[] heights = figure.heights();
		for (Figure.Layer layer : figure.layers()) {
			switch (layer) {
			case Figure.Steps s -> box.include(s.x(), s.y());
			case Figure.Points p -> box.include(p.x(), p.y());
			case Figure.Bars b -> {
				box.include(b.edges(), new double[b.edges().length]);
				box.include(Arrays.copyOf(b.edges(), heights.length), heights);
			}
			}
		}
		if (box.left > box.right) {
			return Optional.empty();
		}
		double span = box.top > box.bottom ? BAND * (box.top - box.bottom) : Double.POSITIVE_INFINITY;
		double lowest = box.bottom - span;
		double highest = box.top + span;
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Steps s) {
				box.include(s.x(), each(s.low(), v -> Math.max(v, lowest)));
				box.include(s.x(), each(s.high(), v -> Math.min(v, highest)));
			}
		}
		return Optional.of(new Extent(box.left, box.right, box.bottom, box.top));
	}

	private static double[] each(double[] values, DoubleUnaryOperator change) {
		return Arrays.stream(values).map(change).toArray();
	}

	/** Grows with what is put into it. */
	private static final class Box {
		private double left = Double.POSITIVE_INFINITY;
		private double right = Double.NEGATIVE_INFINITY;
		private double bottom = Double.POSITIVE_INFINITY;
		private double top = Double.NEGATIVE_INFINITY;

		void include(double[] x, double[] y) {
			for (int i = 0; i < x.length; i++) {
				if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
					left = Math.min(left, x[i]);
					right = Math.max(right, x[i]);
					bottom = Math.min(bottom, y[i]);
					top = Math.max(top, y[i]);
				}
			}
		}
	}
}
