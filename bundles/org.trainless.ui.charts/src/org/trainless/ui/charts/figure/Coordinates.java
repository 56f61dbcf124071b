/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;
import org.trainless.figures.Extent;
import org.trainless.figures.Figure;

/** Where what a figure shows is in pixels, and what is at a pixel. */
final class Coordinates {
	private static final double MARGIN = 0.04;
	private static final int NEAR = 24;

	private final Chart chart;
	private Figure figure;

	Coordinates(Chart chart, Figure figure) {
		this.chart = chart;
		this.figure = figure;
	}

	void set(Figure shown) {
		figure = shown;
	}

	Figure figure() {
		return figure;
	}

	IAxis x() {
		return chart.getAxisSet().getXAxis(0);
	}

	IAxis y() {
		return chart.getAxisSet().getYAxis(0);
	}

	Point pixel(double x, double y) {
		return new Point(x().getPixelCoordinate(x), y().getPixelCoordinate(y));
	}

	Point place(Hit hit) {
		return switch (figure.layers().get(hit.layer())) {
		case Figure.Steps s -> pixel(s.x()[hit.index()], s.y()[hit.index()]);
		case Figure.Points p -> pixel(p.x()[hit.index()], p.y()[hit.index()]);
		case Figure.Bars b ->
			pixel((b.edges()[hit.index()] + b.edges()[hit.index() + 1]) / 2, figure.heights()[hit.index()] / 2);
		};
	}

	Rectangle bar(Figure.Bars bars, int bin, double below) {
		int left = x().getPixelCoordinate(bars.edges()[bin]);
		int right = x().getPixelCoordinate(bars.edges()[bin + 1]);
		int top = y().getPixelCoordinate(below + bars.count()[bin]);
		int bottom = y().getPixelCoordinate(below);
		return new Rectangle(left, top, Math.max(1, right - left - 1), bottom - top);
	}

	Optional<Hit> near(int x, int y) {
		Hit best = null;
		double[] below = new double[figure.heights().length];
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			switch (figure.layers().get(layer)) {
			case Figure.Steps s -> {
				double place = x().getDataCoordinate(x);
				int found = Arrays.binarySearch(s.x(), place);
				int index = found >= 0 ? found : -found - 2;
				if (index >= 0) {
					best = nearer(best, new Hit(layer, index, Math.abs(pixel(0, s.y()[index]).y - y)));
				}
			}
			case Figure.Points p -> {
				for (int i = 0; i < p.x().length; i++) {
					Point at = pixel(p.x()[i], p.y()[i]);
					best = nearer(best, new Hit(layer, i, Math.hypot(at.x - x, at.y - y)));
				}
			}
			case Figure.Bars b -> {
				for (int i = 0; i < b.count().length; i++) {
					Rectangle bar = bar(b, i, below[i]);
					below[i] += b.count()[i];
					if (bar.contains(x, y)) {
						best = new Hit(layer, i, 0);
					}
				}
			}
			}
		}
		return Optional.ofNullable(best).filter(h -> h.distance() <= NEAR);
	}

	private static Hit nearer(Hit best, Hit hit) {
		return best == null || hit.distance() < best.distance() ? hit : best;
	}

	/** Makes all of the figure fit in. */
	void fit() {
		boolean bars = figure.heights().length > 0;
		Extent.of(figure).ifPresent(e -> {
			set(x(), e.left(), e.right(), !bars);
			set(y(), e.bottom(), e.top(), true);
			if (bars) {
				y().setRange(new Range(0, Math.max(1, e.top() * (1 + MARGIN))));
			}
		});
	}

	private static void set(IAxis axis, double low, double high, boolean margin) {
		double room = high > low ? (margin ? MARGIN * (high - low) : 0) : Math.max(0.5, Math.abs(low) * 1e-3);
		axis.setRange(new Range(low - room, high + room));
	}
}
