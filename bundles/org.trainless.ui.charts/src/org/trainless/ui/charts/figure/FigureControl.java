/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.trainless.figures.Figure;
import org.trainless.figures.Style;
import org.trainless.ui.theme.Palette;
import org.trainless.ui.theme.Themes;

/**
 * A figure in the window, which a person zooms, brushes and picks from with the mouse or the keys. To be used in the UI
 * thread.
 */
public final class FigureControl extends Composite {
	private static final int SMALLEST = 2;
	private static final int LARGEST = 4;
	private static final String EMPTY = ""; //$NON-NLS-1$

	private final Chart chart;
	private final Legend legend;
	private final Coordinates at;
	private final FigureInput input;
	private Figure figure = new Figure(EMPTY, EMPTY, EMPTY, EMPTY, List.of());

	/**
	 * @param parent   where
	 * @param listener told what a person does
	 */
	public FigureControl(Composite parent, FigureListener listener) {
		super(parent, SWT.NONE);
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
		at = new Coordinates(chart, figure);
		input = new FigureInput(chart, at, listener);
		FigurePainter painter = new FigurePainter(at);
		chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
			@Override
			public void paintControl(PaintEvent event) {
				painter.behind(event.gc);
			}

			@Override
			public boolean drawBehindSeries() {
				return true;
			}
		});
		chart.getPlotArea().addCustomPaintListener(event -> painter.inFront(event.gc, input));
		chart.addListener(SWT.Paint, event -> painter.name(event.gc, chart));
		Control plot = chart.getPlotArea().getControl();
		plot.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = spoken();
			}
		});
		plot.addListener(SWT.Resize, e -> sizes());
		Themes.follow(this, this::colour);
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
		at.set(shown);
		input.forget();
		chart.suspendUpdate(true);
		for (var old : chart.getSeriesSet().getSeries()) {
			int layer = Integer.parseInt(old.getId());
			// while a run goes on, most figures have the layers of the one before
			if (layer >= figure.layers().size() || figure.layers().get(layer) instanceof Figure.Bars) {
				chart.getSeriesSet().deleteSeries(old.getId());
			}
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
		if (!input.isZoomed()) {
			at.fit();
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
		String id = Integer.toString(number);
		ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().getSeries(id);
		if (series == null) {
			series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, id);
		}
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
		input.showAll();
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
		return at.pixel(x, y);
	}
}
