/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationStepRenderer;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultTableXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A figure as JFreeChart draws it. */
final class FigureChart {
	private static final float LINE = 2f;
	private static final int BAND_ALPHA = 48;
	private static final double MARKER = 5;
	private static final double DOT = 0.45;

	private final boolean dark;
	private final Font font;
	private final Color ground;
	private final Color text;
	private final Color grid;

	FigureChart(boolean dark, Font font) {
		this.dark = dark;
		this.font = font;
		this.ground = dark ? new Color(0x2f2f2f) : Color.WHITE;
		this.text = dark ? new Color(0xd8d8d8) : new Color(0x202020);
		this.grid = dark ? new Color(0x4a4a4a) : new Color(0xe2e2e2);
	}

	JFreeChart of(Figure figure) {
		XYPlot plot = new XYPlot();
		plot.setDomainAxis(axis(figure.x()));
		plot.setRangeAxis(axis(figure.y()));
		plot.setBackgroundPaint(ground);
		plot.setDomainGridlinePaint(grid);
		plot.setRangeGridlinePaint(grid);
		plot.setDomainGridlineStroke(new BasicStroke(0.7f));
		plot.setRangeGridlineStroke(new BasicStroke(0.7f));
		plot.setOutlineVisible(false);
		// the first layer at the back
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
		LegendItemCollection legend = new LegendItemCollection();
		int index = 0;
		List<Figure.Bars> bars = new ArrayList<>();
		for (Figure.Layer layer : figure.layers()) {
			legend.add(legendItem(layer));
			switch (layer) {
			case Figure.Steps steps -> add(plot, index++, dataset(steps), renderer(steps));
			case Figure.Points points -> add(plot, index++, dataset(points), renderer(points));
			case Figure.Bars bar -> bars.add(bar);
			}
		}
		if (!bars.isEmpty()) {
			add(plot, index, stacked(bars), renderer(bars));
			((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		}
		if (figure.layers().stream().anyMatch(Figure.Steps.class::isInstance)) {
			Extent.of(figure).filter(e -> e.top() > e.bottom())
					.ifPresent(e -> plot.getRangeAxis().setRangeWithMargins(e.bottom(), e.top()));
		}
		plot.setFixedLegendItems(legend);
		JFreeChart chart = new JFreeChart(figure.title().isEmpty() ? null : figure.title(),
				font.deriveFont(Font.BOLD, font.getSize2D() * 1.25f), plot, false);
		chart.setBackgroundPaint(ground);
		chart.setPadding(new RectangleInsets(10, 10, 10, 16));
		if (chart.getTitle() != null) {
			chart.getTitle().setPaint(text);
		}
		if (!figure.subtitle().isEmpty()) {
			TextTitle subtitle = new TextTitle(figure.subtitle(), font);
			subtitle.setPaint(text);
			chart.addSubtitle(subtitle);
		}
		LegendTitle title = new LegendTitle(plot);
		title.setItemFont(font);
		title.setItemPaint(text);
		title.setPosition(RectangleEdge.BOTTOM);
		title.setBackgroundPaint(ground);
		chart.addLegend(title);
		return chart;
	}

	private NumberAxis axis(String label) {
		NumberAxis axis = new NumberAxis(label);
		axis.setAutoRangeIncludesZero(false);
		axis.setLabelFont(font);
		axis.setTickLabelFont(font.deriveFont(font.getSize2D() - 1));
		axis.setLabelPaint(text);
		axis.setTickLabelPaint(text);
		axis.setAxisLinePaint(text);
		axis.setTickMarkPaint(text);
		return axis;
	}

	private static void add(XYPlot plot, int index, XYDataset dataset, XYItemRenderer renderer) {
		plot.setDataset(index, dataset);
		plot.setRenderer(index, renderer);
	}

	private Color colour(int style) {
		return new Color(Style.of(style).colour(dark));
	}

	private static XYDataset dataset(Figure.Steps steps) {
		YIntervalSeries series = new YIntervalSeries(steps.name(), false, true);
		for (int i = 0; i < steps.x().length; i++) {
			series.add(steps.x()[i], steps.y()[i], steps.low()[i], steps.high()[i]);
		}
		YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
		dataset.addSeries(series);
		return dataset;
	}

	private XYItemRenderer renderer(Figure.Steps steps) {
		BitSet marked = new BitSet();
		Arrays.stream(steps.markers()).forEach(marked::set);
		DeviationStepRenderer renderer = new DeviationStepRenderer(true, true) {
			private static final long serialVersionUID = 1L;

			@Override
			public boolean getItemShapeVisible(int row, int column) {
				return marked.get(column);
			}
		};
		renderer.setSeriesShape(0, shape(Style.of(steps.style()).marker(), 1.6 * MARKER));
		renderer.setSeriesShapesFilled(0, true);
		Color colour = colour(steps.style());
		renderer.setSeriesPaint(0, colour);
		renderer.setSeriesFillPaint(0, colour);
		renderer.setAlpha(BAND_ALPHA / 255f);
		renderer.setSeriesStroke(0, stroke(steps.style()));
		return renderer;
	}

	private static BasicStroke stroke(int style) {
		List<Float> dashes = Style.of(style).dashes();
		if (dashes.isEmpty()) {
			return new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
		}
		float[] lengths = new float[dashes.size()];
		for (int i = 0; i < lengths.length; i++) {
			lengths[i] = dashes.get(i) * LINE;
		}
		return new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
	}

	private static XYDataset dataset(Figure.Points points) {
		XYSeries series = new XYSeries(points.name(), false, true);
		for (int i = 0; i < points.x().length; i++) {
			series.add(points.x()[i], points.y()[i]);
		}
		org.jfree.data.xy.XYSeriesCollection dataset = new org.jfree.data.xy.XYSeriesCollection();
		dataset.addSeries(series);
		return dataset;
	}

	private XYItemRenderer renderer(Figure.Points points) {
		double size = points.x().length > 2000 ? MARKER * 0.6 : MARKER;
		XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
			private static final long serialVersionUID = 1L;

			@Override
			public Shape getItemShape(int row, int column) {
				return points.marked().isPresent() && points.marked().getAsInt() == column
						? shape(Style.of(points.style()).marker(), 3 * MARKER)
						: super.getItemShape(row, column);
			}
		};
		Color colour = colour(points.style());
		renderer.setSeriesPaint(0,
				new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), points.x().length > 2000 ? 120 : 200));
		renderer.setSeriesShape(0, shape(Style.of(points.style()).marker(), size));
		renderer.setUseFillPaint(false);
		renderer.setDrawOutlines(false);
		return renderer;
	}

	static Shape shape(Style.Marker marker, double size) {
		double half = size / 2;
		return switch (marker) {
		case CIRCLE -> new Ellipse2D.Double(-half, -half, size, size);
		case DOT -> new Ellipse2D.Double(-half * DOT, -half * DOT, size * DOT, size * DOT);
		case SQUARE -> new Rectangle2D.Double(-half, -half, size, size);
		case DIAMOND -> polygon(0, -half * 1.3, half * 1.3, 0, 0, half * 1.3, -half * 1.3, 0);
		case TRIANGLE -> polygon(0, -half * 1.2, half * 1.2, half, -half * 1.2, half);
		case INVERTED_TRIANGLE -> polygon(0, half * 1.2, half * 1.2, -half, -half * 1.2, -half);
		case PLUS -> plus(half);
		case CROSS -> AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(plus(half));
		};
	}

	private static Shape plus(double half) {
		double thin = half * 0.35;
		return polygon(-thin, -half * 1.2, thin, -half * 1.2, thin, -thin, half * 1.2, -thin, half * 1.2, thin, thin,
				thin, thin, half * 1.2, -thin, half * 1.2, -thin, thin, -half * 1.2, thin, -half * 1.2, -thin, -thin,
				-thin);
	}

	private static Shape polygon(double... points) {
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) {
			path.lineTo(points[i], points[i + 1]);
		}
		path.closePath();
		return path;
	}

	private static XYDataset stacked(List<Figure.Bars> bars) {
		DefaultTableXYDataset dataset = new DefaultTableXYDataset(false);
		for (Figure.Bars bar : bars) {
			XYSeries series = new XYSeries(bar.name(), false, false);
			for (int i = 0; i < bar.count().length; i++) {
				series.add((bar.edges()[i] + bar.edges()[i + 1]) / 2, bar.count()[i]);
			}
			dataset.addSeries(series);
		}
		if (bars.get(0).edges().length > 1) {
			dataset.setIntervalWidth(bars.get(0).edges()[1] - bars.get(0).edges()[0]);
		}
		return dataset;
	}

	private XYItemRenderer renderer(List<Figure.Bars> bars) {
		StackedXYBarRenderer renderer = new StackedXYBarRenderer(0.06);
		renderer.setShadowVisible(false);
		renderer.setBarPainter(new StandardXYBarPainter());
		for (int i = 0; i < bars.size(); i++) {
			renderer.setSeriesPaint(i, BarPaint.of(colour(bars.get(i).style()), ground, bars.get(i).style()));
		}
		return renderer;
	}

	private LegendItem legendItem(Figure.Layer layer) {
		Color colour = colour(layer.style());
		Style style = Style.of(layer.style());
		LegendItem item = switch (layer) {
		case Figure.Steps steps -> new LegendItem(steps.name(), null, null, null, true,
				shape(style.marker(), 1.6 * MARKER), true, colour, false, colour, new BasicStroke(), true,
				new java.awt.geom.Line2D.Double(-18, 0, 18, 0), stroke(steps.style()), colour);
		case Figure.Points points -> new LegendItem(points.name(), null, null, null, shape(style.marker(), 8), colour);
		case Figure.Bars bar -> new LegendItem(bar.name(), null, null, null, new Rectangle2D.Double(-6, -6, 12, 12),
				BarPaint.of(colour, ground, bar.style()));
		};
		item.setLabelPaint(text);
		item.setLabelFont(font);
		return item;
	}
}
