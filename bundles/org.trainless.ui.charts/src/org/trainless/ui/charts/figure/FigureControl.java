/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.trainless.figures.Figure;
import org.trainless.figures.Style;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * A figure in the window. The wheel zooms, dragging brushes, a double click shows all again; with the keys: + and −
 * zoom, 0 shows all, the arrows go from point to point, Enter picks. To be used in the UI thread.
 */
public final class FigureControl extends Composite {
	private static final double MARGIN = 0.04;
	private static final double ZOOM = 0.8;
	private static final int NEAR = 24;
	private static final int SMALLEST = 2;
	private static final int LARGEST = 4;
	private static final int DRAG = 4;
	private static final String EMPTY = ""; //$NON-NLS-1$

	private final Chart chart;
	private final Legend legend;
	private final FigureListener listener;
	private Figure figure = new Figure(EMPTY, EMPTY, EMPTY, EMPTY, List.of());
	private boolean zoomed;
	private Point pressed;
	private Rectangle band;
	private Hit cursor;

	/** A point, a bar or a step of a layer. */
	private record Hit(int layer, int index, double distance) {
	}

	/**
	 * @param parent   where
	 * @param listener told what a person does
	 */
	public FigureControl(Composite parent, FigureListener listener) {
		super(parent, SWT.NONE);
		this.listener = listener;
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		setLayout(layout);
		chart = new Chart(this, SWT.NONE);
		chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		chart.getTitle().setVisible(false);
		chart.getLegend().setVisible(false);
		legend = new Legend(this);
		legend.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
		chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
			@Override
			public void paintControl(PaintEvent event) {
				paintBehind(event);
			}

			@Override
			public boolean drawBehindSeries() {
				return true;
			}
		});
		chart.getPlotArea().addCustomPaintListener(this::paintBand);
		chart.addListener(SWT.Paint, e -> paintName(e.gc));
		Control plot = chart.getPlotArea().getControl();
		plot.addListener(SWT.MouseWheel, e -> zoom(e.count > 0 ? ZOOM : 1 / ZOOM, e.x, e.y));
		plot.addListener(SWT.MouseDown, this::press);
		plot.addListener(SWT.MouseMove, this::move);
		plot.addListener(SWT.MouseUp, this::release);
		plot.addListener(SWT.MouseDoubleClick, e -> showAll());
		plot.addListener(SWT.KeyDown, this::key);
		// who listens to keys gets all of them, also those that should lead out
		plot.addListener(SWT.Traverse,
				e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		plot.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = spoken();
			}
		});
		plot.addListener(SWT.Resize, e -> sizes());
		Themes.follow(this, this::colour);
	}

	/** The chart paints upright words as a picture of few pixels, and with an edge; these are sharp at any scaling. */
	private void paintName(GC gc) {
		Rectangle plot = chart.getPlotArea().getControl().getBounds();
		Point size = gc.textExtent(figure.y());
		int gap = size.y / 3;
		gc.setBackground(Palette.ground());
		gc.fillRectangle(0, 0, size.y + gap + 2, chart.getClientArea().height);
		Transform upright = new Transform(gc.getDevice());
		upright.translate(gap, plot.y + (plot.height + size.x) / 2f);
		upright.rotate(-90);
		gc.setTransform(upright);
		gc.setForeground(Palette.text());
		gc.drawText(figure.y(), 0, 0, true);
		gc.setTransform(null);
		upright.dispose();
	}

	/** What somebody hears who does not see the figure. */
	private String spoken() {
		StringBuilder text = new StringBuilder(figure.title()).append(": ").append(figure.y()).append(" / ") //$NON-NLS-1$ //$NON-NLS-2$
				.append(figure.x());
		figure.layers().forEach(l -> text.append(", ").append(l.name())); //$NON-NLS-1$
		return text.toString();
	}

	/**
	 * @return what is shown
	 */
	public Figure figure() {
		return figure;
	}

	/**
	 * Shows another figure; what a person has zoomed into stays in view.
	 *
	 * @param shown the figure
	 */
	public void show(Figure shown) {
		figure = shown;
		cursor = null;
		chart.suspendUpdate(true);
		for (var old : chart.getSeriesSet().getSeries()) {
			chart.getSeriesSet().deleteSeries(old.getId());
		}
		int number = 0;
		for (Figure.Layer layer : figure.layers()) {
			switch (layer) {
			case Figure.Steps steps -> line(steps, number);
			case Figure.Points points -> points(points, number);
			case Figure.Bars bars -> {
				// painted behind
			}
			}
			number++;
		}
		chart.getAxisSet().getXAxis(0).getTitle().setText(figure.x());
		chart.getAxisSet().getYAxis(0).getTitle().setText(figure.y());
		if (!zoomed) {
			range();
		}
		colour();
		sizes();
		chart.suspendUpdate(false);
		legend.show(figure);
		layout();
		chart.redraw();
	}

	private void line(Figure.Steps steps, int number) {
		int n = steps.x().length;
		// a step stays until the next one: two points for each
		double[] x = new double[Math.max(0, 2 * n - 1)];
		double[] y = new double[x.length];
		for (int i = 0; i < n; i++) {
			x[2 * i] = steps.x()[i];
			y[2 * i] = steps.y()[i];
			if (i + 1 < n) {
				x[2 * i + 1] = steps.x()[i + 1];
				y[2 * i + 1] = steps.y()[i];
			}
		}
		ILineSeries<?> series = series(number, x, y);
		series.setLineWidth(2);
		series.setLineStyle(lineStyle(steps.style()));
		series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
	}

	private void points(Figure.Points points, int number) {
		ILineSeries<?> series = series(number, points.x(), points.y());
		series.setLineStyle(LineStyle.NONE);
		series.setSymbolType(symbol(points.style()));
	}

	/** As large as there is room: markers of a few points are seen, those of thousands do not cover each other. */
	private void sizes() {
		Point area = chart.getPlotArea().getSize();
		double room = Math.sqrt((double) area.x * area.y / Math.max(1, points())) / 2;
		int size = Math.max(SMALLEST, Math.min(LARGEST, (int) room));
		for (var series : chart.getSeriesSet().getSeries()) {
			Figure.Layer layer = figure.layers().get(Integer.parseInt(series.getId()));
			if (layer instanceof Figure.Points && series instanceof ILineSeries<?> line) {
				line.setSymbolSize(layer.style() == Style.CONTEXT ? 1 : size);
			}
		}
	}

	private int points() {
		return figure.layers().stream().mapToInt(l -> l instanceof Figure.Points p ? p.x().length : 0).sum();
	}

	private ILineSeries<?> series(int number, double[] x, double[] y) {
		ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE,
				Integer.toString(number));
		series.setXSeries(x);
		series.setYSeries(y);
		series.setAntialias(SWT.ON);
		return series;
	}

	static LineStyle lineStyle(int style) {
		return switch (Math.floorMod(style, Style.count())) {
		case 0 -> LineStyle.SOLID;
		case 1, 4 -> LineStyle.DASH;
		case 2, 6 -> LineStyle.DOT;
		case 3 -> LineStyle.DASHDOT;
		default -> LineStyle.DASHDOTDOT;
		};
	}

	private static ILineSeries.PlotSymbolType symbol(int style) {
		return switch (Style.of(style).marker()) {
		case CIRCLE -> ILineSeries.PlotSymbolType.CIRCLE;
		case SQUARE -> ILineSeries.PlotSymbolType.SQUARE;
		case DIAMOND -> ILineSeries.PlotSymbolType.DIAMOND;
		case TRIANGLE -> ILineSeries.PlotSymbolType.TRIANGLE;
		case INVERTED_TRIANGLE -> ILineSeries.PlotSymbolType.INVERTED_TRIANGLE;
		case PLUS -> ILineSeries.PlotSymbolType.PLUS;
		case CROSS -> ILineSeries.PlotSymbolType.CROSS;
		case DOT -> ILineSeries.PlotSymbolType.CIRCLE;
		};
	}

	private void colour() {
		Color ground = Palette.ground();
		Color text = Palette.text();
		setBackground(ground);
		chart.setBackground(ground);
		chart.getPlotArea().setBackground(ground);
		for (IAxis axis : chart.getAxisSet().getAxes()) {
			axis.getTitle().setForeground(text);
			axis.getTitle().setFont(getFont());
			axis.getTick().setForeground(text);
			axis.getGrid().setForeground(Palette.faint());
		}
		for (var series : chart.getSeriesSet().getSeries()) {
			if (series instanceof ILineSeries<?> line) {
				Color colour = Palette.colour(figure.layers().get(Integer.parseInt(series.getId())).style());
				line.setLineColor(colour);
				line.setSymbolColor(colour);
			}
		}
		legend.redraw();
		chart.redraw();
	}

	/** Shows everything. */
	public void showAll() {
		zoomed = false;
		range();
		chart.redraw();
	}

	private void range() {
		double[] box = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
				Double.NEGATIVE_INFINITY };
		double[] heights = heights();
		for (Figure.Layer layer : figure.layers()) {
			switch (layer) {
			case Figure.Steps s -> include(box, s.x(), s.y());
			case Figure.Points p -> include(box, p.x(), p.y());
			case Figure.Bars b -> {
				include(box, b.edges(), new double[b.edges().length]);
				include(box, Arrays.copyOf(b.edges(), heights.length), heights);
			}
			}
		}
		if (box[0] > box[1]) {
			return;
		}
		includeBands(box);
		boolean bars = heights.length > 0;
		set(chart.getAxisSet().getXAxis(0), box[0], box[1], !bars);
		set(chart.getAxisSet().getYAxis(0), box[2], box[3], true);
		if (bars) {
			chart.getAxisSet().getYAxis(0).setRange(new Range(0, Math.max(1, box[3] * (1 + MARGIN))));
		}
	}

	/** Bands are seen too, unless they are so wide, as with two seeds, that the lines would be flat. */
	private void includeBands(double[] box) {
		double span = box[3] > box[2] ? box[3] - box[2] : Double.POSITIVE_INFINITY;
		double lowest = box[2] - span;
		double highest = box[3] + span;
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Steps s) {
				include(box, s.x(), Arrays.stream(s.low()).map(v -> Math.max(v, lowest)).toArray());
				include(box, s.x(), Arrays.stream(s.high()).map(v -> Math.min(v, highest)).toArray());
			}
		}
	}

	private static void include(double[] box, double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
				box[0] = Math.min(box[0], x[i]);
				box[1] = Math.max(box[1], x[i]);
				box[2] = Math.min(box[2], y[i]);
				box[3] = Math.max(box[3], y[i]);
			}
		}
	}

	private static void set(IAxis axis, double low, double high, boolean margin) {
		double room = high > low ? (margin ? MARGIN * (high - low) : 0) : Math.max(0.5, Math.abs(low) * 1e-3);
		axis.setRange(new Range(low - room, high + room));
	}

	/** Heights of all bars together, bin by bin. */
	private double[] heights() {
		double[] heights = new double[0];
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Bars bars) {
				heights = Arrays.copyOf(heights, bars.count().length);
				for (int i = 0; i < heights.length; i++) {
					heights[i] += bars.count()[i];
				}
			}
		}
		return heights;
	}

	private void paintBehind(PaintEvent event) {
		IAxis x = chart.getAxisSet().getXAxis(0);
		IAxis y = chart.getAxisSet().getYAxis(0);
		double[] below = new double[heights().length];
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Steps steps) {
				event.gc.setAlpha(40);
				event.gc.setBackground(Palette.colour(steps.style()));
				for (int i = 0; i + 1 < steps.x().length; i++) {
					int left = x.getPixelCoordinate(steps.x()[i]);
					int right = x.getPixelCoordinate(steps.x()[i + 1]);
					int top = y.getPixelCoordinate(steps.high()[i]);
					int bottom = y.getPixelCoordinate(steps.low()[i]);
					event.gc.fillRectangle(left, top, right - left, bottom - top);
				}
				event.gc.setAlpha(255);
			} else if (layer instanceof Figure.Bars bars) {
				for (int i = 0; i < bars.count().length; i++) {
					Rectangle bar = bar(bars, i, below[i], x, y);
					below[i] += bars.count()[i];
					Legend.fill(event.gc, bar, bars.style());
				}
			}
		}
	}

	private static Rectangle bar(Figure.Bars bars, int bin, double below, IAxis x, IAxis y) {
		int left = x.getPixelCoordinate(bars.edges()[bin]);
		int right = x.getPixelCoordinate(bars.edges()[bin + 1]);
		int top = y.getPixelCoordinate(below + bars.count()[bin]);
		int bottom = y.getPixelCoordinate(below);
		return new Rectangle(left, top, Math.max(1, right - left - 1), bottom - top);
	}

	private void paintBand(PaintEvent event) {
		event.gc.setLineStyle(SWT.LINE_SOLID);
		paintMarkers(event.gc);
		event.gc.setForeground(Palette.text());
		if (band != null) {
			event.gc.setLineStyle(SWT.LINE_DASH);
			event.gc.drawRectangle(band);
			event.gc.setLineStyle(SWT.LINE_SOLID);
		}
		if (cursor != null) {
			Point at = place(cursor);
			event.gc.setLineWidth(2);
			event.gc.drawOval(at.x - 6, at.y - 6, 12, 12);
			event.gc.setLineWidth(1);
		}
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Points points && points.marked().isPresent()) {
				Point at = pixel(points.x()[points.marked().getAsInt()], points.y()[points.marked().getAsInt()]);
				event.gc.setLineWidth(2);
				event.gc.drawRectangle(at.x - 7, at.y - 7, 14, 14);
				event.gc.setLineWidth(1);
			}
		}
	}

	/** The second cue of lines: there are fewer kinds of dashes than styles. */
	private void paintMarkers(GC gc) {
		gc.setAntialias(SWT.ON);
		int radius = Math.max(3, gc.getFontMetrics().getHeight() / 4);
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Steps steps) {
				gc.setForeground(Palette.colour(steps.style()));
				gc.setBackground(Palette.colour(steps.style()));
				gc.setLineWidth(2);
				for (int i : steps.markers()) {
					Point at = pixel(steps.x()[i], steps.y()[i]);
					Legend.marker(gc, steps.style(), at.x, at.y, radius);
				}
				gc.setLineWidth(1);
			}
		}
	}

	private Point pixel(double x, double y) {
		return new Point(chart.getAxisSet().getXAxis(0).getPixelCoordinate(x),
				chart.getAxisSet().getYAxis(0).getPixelCoordinate(y));
	}

	private Point place(Hit hit) {
		return switch (figure.layers().get(hit.layer())) {
		case Figure.Steps s -> pixel(s.x()[hit.index()], s.y()[hit.index()]);
		case Figure.Points p -> pixel(p.x()[hit.index()], p.y()[hit.index()]);
		case Figure.Bars b ->
			pixel((b.edges()[hit.index()] + b.edges()[hit.index() + 1]) / 2, heights()[hit.index()] / 2);
		};
	}

	private Optional<Hit> near(int x, int y) {
		Hit best = null;
		double[] below = new double[heights().length];
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			switch (figure.layers().get(layer)) {
			case Figure.Steps s -> {
				double place = chart.getAxisSet().getXAxis(0).getDataCoordinate(x);
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
					Rectangle bar = bar(b, i, below[i], chart.getAxisSet().getXAxis(0), chart.getAxisSet().getYAxis(0));
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

	private void press(Event event) {
		if (event.button == 1) {
			chart.getPlotArea().getControl().setFocus();
			pressed = new Point(event.x, event.y);
		}
	}

	private void move(Event event) {
		if (pressed == null) {
			chart.getPlotArea()
					.setToolTipText(near(event.x, event.y)
							.map(h -> listener.describe(figure.layers().get(h.layer()), h.index()))
							.filter(t -> !t.isEmpty()).orElse(null));
			return;
		}
		if (Math.abs(event.x - pressed.x) > DRAG || Math.abs(event.y - pressed.y) > DRAG) {
			band = new Rectangle(Math.min(pressed.x, event.x), Math.min(pressed.y, event.y),
					Math.abs(event.x - pressed.x), Math.abs(event.y - pressed.y));
			chart.getPlotArea().getControl().redraw();
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
			near(event.x, event.y).ifPresent(h -> listener.picked(figure.layers().get(h.layer()), h.index()));
		} else {
			IAxis x = chart.getAxisSet().getXAxis(0);
			IAxis y = chart.getAxisSet().getYAxis(0);
			listener.brushed(x.getDataCoordinate(drawn.x), x.getDataCoordinate(drawn.x + drawn.width),
					y.getDataCoordinate(drawn.y + drawn.height), y.getDataCoordinate(drawn.y));
		}
		chart.getPlotArea().getControl().redraw();
	}

	private void zoom(double factor, int x, int y) {
		zoomed = true;
		zoom(chart.getAxisSet().getXAxis(0), factor, x);
		zoom(chart.getAxisSet().getYAxis(0), factor, y);
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
				listener.picked(figure.layers().get(cursor.layer()), cursor.index());
			}
		}
		case SWT.ESC -> leave();
		default -> arrow(event.keyCode);
		}
	}

	/** Forgets the point that the arrow keys came to; once more, and the focus is where it was before. */
	private void leave() {
		Control plot = chart.getPlotArea().getControl();
		if (cursor == null) {
			plot.traverse(SWT.TRAVERSE_TAB_PREVIOUS);
		} else {
			cursor = null;
			plot.redraw();
		}
	}

	private void arrow(int key) {
		if (figure.layers().isEmpty()) {
			return;
		}
		Hit at = cursor == null ? new Hit(0, 0, 0) : cursor;
		int layers = figure.layers().size();
		Hit next = switch (key) {
		case SWT.ARROW_RIGHT -> new Hit(at.layer(), at.index() + (cursor == null ? 0 : 1), 0);
		case SWT.ARROW_LEFT -> new Hit(at.layer(), Math.max(0, at.index() - 1), 0);
		case SWT.ARROW_UP -> new Hit(Math.floorMod(at.layer() - 1, layers), at.index(), 0);
		case SWT.ARROW_DOWN -> new Hit(Math.floorMod(at.layer() + 1, layers), at.index(), 0);
		default -> null;
		};
		if (next != null) {
			int length = length(figure.layers().get(next.layer()));
			if (length > 0) {
				cursor = new Hit(next.layer(), Math.min(next.index(), length - 1), 0);
				chart.getPlotArea()
						.setToolTipText(listener.describe(figure.layers().get(cursor.layer()), cursor.index()));
				chart.getPlotArea().getControl().redraw();
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

	@Override
	public boolean setFocus() {
		return chart.getPlotArea().getControl().setFocus();
	}

	/**
	 * @return the control that is drawn on, for tests and for help
	 */
	public Control plot() {
		return chart.getPlotArea().getControl();
	}

	/**
	 * @param x on the axis
	 * @param y on the axis
	 * @return where that is on {@link #plot()}
	 */
	public Point where(double x, double y) {
		return pixel(x, y);
	}
}
