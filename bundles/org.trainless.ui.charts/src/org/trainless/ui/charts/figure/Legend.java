/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.figure;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.trainless.figures.Figure;
import org.trainless.figures.Style;
import org.trainless.ui.theme.Palette;

/** What the layers of a figure are: name with colour, and the line, the marker or the hatch that tells it without. */
final class Legend extends Canvas {
	private Figure figure;

	Legend(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addListener(SWT.Paint, e -> paint(e.gc, true));
		addListener(SWT.Resize, e -> getParent().layout());
	}

	void show(Figure shown) {
		figure = shown;
		redraw();
	}

	@Override
	public Point computeSize(int width, int height, boolean changed) {
		GC gc = new GC(this);
		try {
			return new Point(width == SWT.DEFAULT ? 100 : width, paint(gc, false));
		} finally {
			gc.dispose();
		}
	}

	/** @return the height that it takes */
	private int paint(GC gc, boolean draw) {
		int line = gc.getFontMetrics().getHeight();
		int gap = line / 2;
		int sample = 2 * line;
		int x = gap;
		int y = gap / 2;
		if (draw) {
			gc.setBackground(Palette.ground());
			gc.fillRectangle(getClientArea());
		}
		if (figure == null || figure.layers().isEmpty()) {
			return line + gap;
		}
		int width = Math.max(getParent().getClientArea().width, 1);
		for (String words : wrapped(gc, figure.subtitle(), width - 2 * gap)) {
			if (draw) {
				gc.setForeground(Palette.text());
				gc.drawText(words, x, y, true);
			}
			y += line + gap / 2;
		}
		for (Figure.Layer layer : figure.layers()) {
			int item = sample + gap / 2 + gc.textExtent(layer.name()).x + 2 * gap;
			if (x > gap && x + item > width) {
				x = gap;
				y += line + gap / 2;
			}
			if (draw) {
				sample(gc, layer, new Rectangle(x, y, sample, line));
				gc.setForeground(Palette.text());
				gc.drawText(layer.name(), x + sample + gap / 2, y, true);
			}
			x += item;
		}
		return y + line + gap;
	}

	/** Lines of a text, broken between words where they are too long. */
	private static List<String> wrapped(GC gc, String text, int width) {
		List<String> lines = new ArrayList<>();
		for (String paragraph : text.isEmpty() ? new String[0] : text.split("\n")) { //$NON-NLS-1$
			StringBuilder line = new StringBuilder();
			for (String word : paragraph.split(" ")) { //$NON-NLS-1$
				if (!line.isEmpty() && gc.textExtent(line + " " + word).x > width) { //$NON-NLS-1$
					lines.add(line.toString());
					line.setLength(0);
				}
				line.append(line.isEmpty() ? "" : " ").append(word); //$NON-NLS-1$ //$NON-NLS-2$
			}
			lines.add(line.toString());
		}
		return lines;
	}

	private static void sample(GC gc, Figure.Layer layer, Rectangle area) {
		gc.setAntialias(SWT.ON);
		Color colour = Palette.colour(layer.style());
		gc.setForeground(colour);
		gc.setBackground(colour);
		int middle = area.y + area.height / 2;
		switch (layer) {
		case Figure.Steps steps -> {
			gc.setLineWidth(3);
			gc.setLineStyle(switch (FigureControl.lineStyle(steps.style())) {
			case DASH -> SWT.LINE_DASH;
			case DOT -> SWT.LINE_DOT;
			case DASHDOT -> SWT.LINE_DASHDOT;
			case DASHDOTDOT -> SWT.LINE_DASHDOTDOT;
			default -> SWT.LINE_SOLID;
			});
			gc.drawLine(area.x, middle, area.x + area.width, middle);
			gc.setLineStyle(SWT.LINE_SOLID);
			gc.setLineWidth(2);
			marker(gc, steps.style(), area.x + area.width / 2, middle, area.height / 4);
			gc.setLineWidth(1);
		}
		case Figure.Points points -> marker(gc, points.style(), area.x + area.width / 2, middle, area.height / 4);
		case Figure.Bars bars ->
			fill(gc, new Rectangle(area.x + area.width - area.height, area.y + 2, area.height - 4, area.height - 4),
					bars.style());
		}
	}

	/** A marker around a place. */
	static void marker(GC gc, int style, int x, int y, int r) {
		switch (Style.of(style).marker()) {
		case CIRCLE -> gc.fillOval(x - r, y - r, 2 * r, 2 * r);
		case DOT -> gc.fillOval(x - r / 2, y - r / 2, r, r);
		case SQUARE -> gc.fillRectangle(x - r, y - r, 2 * r, 2 * r);
		case DIAMOND -> gc.fillPolygon(new int[] { x, y - r, x + r, y, x, y + r, x - r, y });
		case TRIANGLE -> gc.fillPolygon(new int[] { x, y - r, x + r, y + r, x - r, y + r });
		case INVERTED_TRIANGLE -> gc.fillPolygon(new int[] { x, y + r, x + r, y - r, x - r, y - r });
		case PLUS -> {
			gc.drawLine(x - r, y, x + r, y);
			gc.drawLine(x, y - r, x, y + r);
		}
		case CROSS -> {
			gc.drawLine(x - r, y - r, x + r, y + r);
			gc.drawLine(x - r, y + r, x + r, y - r);
		}
		}
	}

	/** A bar: plain for the first style, hatched for the others. */
	static void fill(GC gc, Rectangle bar, int style) {
		if (bar.width <= 0 || bar.height <= 0) {
			return;
		}
		gc.setBackground(Palette.colour(style));
		gc.fillRectangle(bar);
		if (Math.floorMod(style, Style.count()) != 0) {
			gc.setForeground(Palette.ground());
			Rectangle clip = gc.getClipping();
			gc.setClipping(bar.intersection(clip));
			boolean down = style % 2 == 0;
			for (int shift = -bar.height; shift < bar.width; shift += 7) {
				int left = bar.x + shift;
				gc.drawLine(left, down ? bar.y : bar.y + bar.height, left + bar.height,
						down ? bar.y + bar.height : bar.y);
			}
			gc.setClipping(clip);
		}
	}
}
