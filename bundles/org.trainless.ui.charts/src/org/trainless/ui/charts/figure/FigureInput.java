/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;
import org.trainless.figures.Figure;

/**
 * What a person does with mouse and keys: the wheel zooms, dragging brushes, a double click shows all again; + and −
 * zoom, 0 shows all, the arrows go from point to point, Enter picks.
 */
final class FigureInput {
	private static final double ZOOM = 0.8;
	private static final int DRAG = 4;

	private final Chart chart;
	private final Coordinates at;
	private final FigureListener listener;
	private boolean zoomed;
	private Point pressed;
	private Rectangle band;
	private Hit cursor;

	FigureInput(Chart chart, Coordinates at, FigureListener listener) {
		this.chart = chart;
		this.at = at;
		this.listener = listener;
		Control plot = plot();
		plot.addListener(SWT.MouseWheel, e -> zoom(e.count > 0 ? ZOOM : 1 / ZOOM, e.x, e.y));
		plot.addListener(SWT.MouseDown, this::press);
		plot.addListener(SWT.MouseMove, this::move);
		plot.addListener(SWT.MouseUp, this::release);
		plot.addListener(SWT.MouseDoubleClick, e -> showAll());
		plot.addListener(SWT.KeyDown, this::key);
		// who listens to keys gets all of them, also those that should lead out
		plot.addListener(SWT.Traverse,
				e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
	}

	private Control plot() {
		return chart.getPlotArea().getControl();
	}

	/** @return true when a person looks at a part */
	boolean isZoomed() {
		return zoomed;
	}

	/** @return what is being drawn with the mouse */
	Optional<Rectangle> band() {
		return Optional.ofNullable(band);
	}

	/** @return where the keys have led */
	Optional<Hit> cursor() {
		return Optional.ofNullable(cursor);
	}

	/** There is another figure. */
	void forget() {
		cursor = null;
	}

	/** Shows everything. */
	void showAll() {
		zoomed = false;
		at.fit();
		chart.redraw();
	}

	private void press(Event event) {
		if (event.button == 1) {
			plot().setFocus();
			listener.pressed();
			pressed = new Point(event.x, event.y);
		}
	}

	private void move(Event event) {
		if (pressed == null) {
			chart.getPlotArea()
					.setToolTipText(at.near(event.x, event.y)
							.map(h -> listener.describe(at.figure().layers().get(h.layer()), h.index()))
							.filter(t -> !t.isEmpty()).orElse(null));
			return;
		}
		if (Math.abs(event.x - pressed.x) > DRAG || Math.abs(event.y - pressed.y) > DRAG) {
			band = new Rectangle(Math.min(pressed.x, event.x), Math.min(pressed.y, event.y),
					Math.abs(event.x - pressed.x), Math.abs(event.y - pressed.y));
			plot().redraw();
		}
	}

	private void release(Event event) {
		if (pressed == null) {
			return;
		}
		Rectangle drawn = band;
		pressed = null;
		band = null;
		if (drawn == null) {
			at.near(event.x, event.y).ifPresent(h -> listener.picked(at.figure().layers().get(h.layer()), h.index()));
		} else {
			IAxis x = at.x();
			IAxis y = at.y();
			listener.brushed(x.getDataCoordinate(drawn.x), x.getDataCoordinate(drawn.x + drawn.width),
					y.getDataCoordinate(drawn.y + drawn.height), y.getDataCoordinate(drawn.y));
		}
		plot().redraw();
	}

	private void zoom(double factor, int x, int y) {
		zoomed = true;
		zoom(at.x(), factor, x);
		zoom(at.y(), factor, y);
		chart.redraw();
	}

	private static void zoom(IAxis axis, double factor, int pixel) {
		double centre = axis.getDataCoordinate(pixel);
		Range range = axis.getRange();
		axis.setRange(new Range(centre - (centre - range.lower) * factor, centre + (range.upper - centre) * factor));
	}

	private void key(Event event) {
		Point size = chart.getPlotArea().getSize();
		switch (event.character) {
		case '+' -> zoom(ZOOM, size.x / 2, size.y / 2);
		case '-' -> zoom(1 / ZOOM, size.x / 2, size.y / 2);
		case '0' -> showAll();
		case SWT.CR -> {
			if (cursor != null) {
				listener.picked(at.figure().layers().get(cursor.layer()), cursor.index());
			}
		}
		case SWT.ESC -> leave();
		default -> arrow(event.keyCode);
		}
	}

	/** Forgets the point that the arrow keys came to; once more, and the focus is where it was before. */
	private void leave() {
		if (cursor == null) {
			plot().traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		} else {
			cursor = null;
			plot().redraw();
		}
	}

	private void arrow(int key) {
		if (at.figure().layers().isEmpty()) {
			return;
		}
		Hit from = cursor == null ? new Hit(0, 0, 0) : cursor;
		int layers = at.figure().layers().size();
		Hit next = switch (key) {
		case SWT.ARROW_RIGHT -> new Hit(from.layer(), from.index() + (cursor == null ? 0 : 1), 0);
		case SWT.ARROW_LEFT -> new Hit(from.layer(), Math.max(0, from.index() - 1), 0);
		case SWT.ARROW_UP -> new Hit(Math.floorMod(from.layer() - 1, layers), from.index(), 0);
		case SWT.ARROW_DOWN -> new Hit(Math.floorMod(from.layer() + 1, layers), from.index(), 0);
		default -> null;
		};
		if (next != null) {
			int length = length(at.figure().layers().get(next.layer()));
			if (length > 0) {
				cursor = new Hit(next.layer(), Math.min(next.index(), length - 1), 0);
				chart.getPlotArea()
						.setToolTipText(listener.describe(at.figure().layers().get(cursor.layer()), cursor.index()));
				plot().redraw();
			}
		}
	}

	private static int length(Figure.Layer layer) {
		return switch (layer) {
		case Figure.Steps s -> s.x().length;
		case Figure.Points p -> p.x().length;
		case Figure.Bars b -> b.count().length;
		};
	}
}
