/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swtchart.Chart;
import org.trainless.figures.Figure;
import org.trainless.ui.theme.Palette;

/** Paints what a chart of lines has not: bands, bars and markers, and what a person points at. */
final class FigurePainter {
	private final Coordinates at;

	FigurePainter(Coordinates at) {
		this.at = at;
	}

	void behind(GC gc) {
		double[] below = new double[at.figure().heights().length];
		for (Figure.Layer layer : at.figure().layers()) {
			if (layer instanceof Figure.Steps steps) {
				gc.setAlpha(40);
				gc.setBackground(Palette.colour(steps.style()));
				for (int i = 0; i + 1 < steps.x().length; i++) {
					int left = at.x().getPixelCoordinate(steps.x()[i]);
					int right = at.x().getPixelCoordinate(steps.x()[i + 1]);
					int top = at.y().getPixelCoordinate(steps.high()[i]);
					int bottom = at.y().getPixelCoordinate(steps.low()[i]);
					gc.fillRectangle(left, top, right - left, bottom - top);
				}
				gc.setAlpha(255);
			} else if (layer instanceof Figure.Bars bars) {
				for (int i = 0; i < bars.count().length; i++) {
					Rectangle bar = at.bar(bars, i, below[i]);
					below[i] += bars.count()[i];
					Legend.fill(gc, bar, bars.style());
				}
			}
		}
	}

	void inFront(GC gc, FigureInput input) {
		gc.setLineStyle(SWT.LINE_SOLID);
		paintMarkers(gc);
		gc.setForeground(Palette.text());
		input.band().ifPresent(band -> {
			gc.setLineStyle(SWT.LINE_DASH);
			gc.drawRectangle(band);
			gc.setLineStyle(SWT.LINE_SOLID);
		});
		input.cursor().ifPresent(cursor -> {
			Point place = at.place(cursor);
			gc.setLineWidth(2);
			gc.drawOval(place.x - 6, place.y - 6, 12, 12);
			gc.setLineWidth(1);
		});
		for (Figure.Layer layer : at.figure().layers()) {
			if (layer instanceof Figure.Points points && points.marked().isPresent()) {
				Point place = at.pixel(points.x()[points.marked().getAsInt()], points.y()[points.marked().getAsInt()]);
				gc.setLineWidth(2);
				gc.drawRectangle(place.x - 7, place.y - 7, 14, 14);
				gc.setLineWidth(1);
			}
		}
	}

	/** The chart paints upright words as a picture of few pixels, and with an edge; these are sharp at any scaling. */
	void name(GC gc, Chart chart) {
		Rectangle plot = chart.getPlotArea().getControl().getBounds();
		String name = at.figure().y();
		Point size = gc.textExtent(name);
		int gap = size.y / 3;
		gc.setBackground(Palette.ground());
		gc.fillRectangle(0, 0, size.y + gap + 2, chart.getClientArea().height);
		Transform upright = new Transform(gc.getDevice());
		// a name longer than the plot may hang below it, but begins in the picture
		upright.translate(gap, Math.max(plot.y + (plot.height + size.x) / 2f, size.x));
		upright.rotate(-90);
		gc.setTransform(upright);
		gc.setForeground(Palette.text());
		gc.drawText(name, 0, 0, true);
		gc.setTransform(null);
		upright.dispose();
	}

	/** The second cue of lines: there are fewer kinds of dashes than styles. */
	private void paintMarkers(GC gc) {
		gc.setAntialias(SWT.ON);
		int radius = Math.max(3, gc.getFontMetrics().getHeight() / 4);
		for (Figure.Layer layer : at.figure().layers()) {
			if (layer instanceof Figure.Steps steps) {
				gc.setForeground(Palette.colour(steps.style()));
				gc.setBackground(Palette.colour(steps.style()));
				gc.setLineWidth(2);
				for (int i : steps.markers()) {
					Point place = at.pixel(steps.x()[i], steps.y()[i]);
					Legend.marker(gc, steps.style(), place.x, place.y, radius);
				}
				gc.setLineWidth(1);
			}
		}
	}
}
