/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Transform;
import org.trainless.figures.drawing.Corners;
import org.trainless.figures.drawing.Drawing;
import org.trainless.figures.drawing.Mark;
import org.trainless.figures.drawing.Mark.Place;

/** Paints drawings in a window, as large as there is room. To be disposed of with the window. */
final class SwtPainter {
	private static final int POINTS_PER_INCH = 72;

	private record FontKey(int height, boolean bold) {
	}

	private final Device device;
	private final FontData base;
	private final Map<FontKey, Font> fonts = new HashMap<>();

	SwtPainter(Font base) {
		this.device = base.getDevice();
		this.base = base.getFontData()[0];
	}

	/**
	 * @param gc      where to paint
	 * @param drawing what to paint
	 * @param x       left
	 * @param y       top
	 * @param scale   pixels for a point of the drawing
	 */
	void paint(GC gc, Drawing drawing, double x, double y, double scale) {
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		Transform before = new Transform(device);
		Transform transform = new Transform(device);
		try {
			gc.getTransform(before);
			gc.getTransform(transform);
			transform.translate((float) x, (float) y);
			transform.scale((float) scale, (float) scale);
			gc.setTransform(transform);
			for (Mark mark : drawing.marks()) {
				switch (mark) {
				case Mark.Line line -> line(gc, line);
				case Mark.Shape shape -> shape(gc, shape);
				case Mark.Words words -> words(gc, words);
				}
			}
		} finally {
			gc.setTransform(before);
			transform.dispose();
			before.dispose();
		}
	}

	private static Color colour(int rgb) {
		return new Color(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
	}

	private static void stroke(GC gc, Mark.Stroke stroke) {
		Color colour = colour(stroke.colour());
		gc.setForeground(colour);
		LineAttributes line = new LineAttributes((float) stroke.width(), SWT.CAP_FLAT, SWT.JOIN_ROUND);
		if (!stroke.dashes().isEmpty()) {
			line.style = SWT.LINE_CUSTOM;
			line.dash = new float[stroke.dashes().size()];
			for (int i = 0; i < line.dash.length; i++) {
				line.dash[i] = (float) (stroke.dashes().get(i) * stroke.width());
			}
		}
		gc.setLineAttributes(line);
	}

	private void line(GC gc, Mark.Line line) {
		List<Place> places = Corners.shortened(line);
		Path path = new Path(device);
		try {
			path.moveTo((float) places.get(0).x(), (float) places.get(0).y());
			for (int i = 1; i < places.size() - 1; i++) {
				Corners.Corner corner = Corners.at(places, i, line.radius());
				path.lineTo((float) corner.from().x(), (float) corner.from().y());
				path.quadTo((float) corner.at().x(), (float) corner.at().y(), (float) corner.to().x(),
						(float) corner.to().y());
			}
			Place end = places.get(places.size() - 1);
			path.lineTo((float) end.x(), (float) end.y());
			stroke(gc, line.stroke());
			gc.drawPath(path);
		} finally {
			path.dispose();
		}
		if (line.arrow() > 0) {
			gc.setBackground(colour(line.stroke().colour()));
			fill(gc, closed(Corners.arrow(line)));
		}
	}

	private static void fill(GC gc, Path path) {
		gc.fillPath(path);
		path.dispose();
	}

	private Path closed(List<Place> places) {
		Path path = new Path(device);
		path.moveTo((float) places.get(0).x(), (float) places.get(0).y());
		places.stream().skip(1).forEach(p -> path.lineTo((float) p.x(), (float) p.y()));
		path.close();
		return path;
	}

	private Path outline(Mark.Shape shape) {
		float x = (float) shape.x();
		float y = (float) shape.y();
		float width = (float) shape.width();
		float height = (float) shape.height();
		Path path = new Path(device);
		switch (shape.form()) {
		case BOX -> path.addRectangle(x, y, width, height);
		case ELLIPSE -> path.addArc(x, y, width, height, 0, 360);
		case PILL -> {
			path.addArc(x, y, height, height, 90, 180);
			path.addArc(x + width - height, y, height, height, 270, 180);
			path.close();
		}
		case HEXAGON -> {
			path.dispose();
			return closed(Corners.hexagon(shape));
		}
		}
		return path;
	}

	private void shape(GC gc, Mark.Shape shape) {
		Path path = outline(shape);
		try {
			shape.fill().ifPresent(fill -> {
				gc.setBackground(colour(fill));
				gc.fillPath(path);
			});
			shape.stroke().ifPresent(stroke -> {
				stroke(gc, stroke);
				gc.drawPath(path);
			});
		} finally {
			path.dispose();
		}
	}

	private void words(GC gc, Mark.Words words) {
		gc.setFont(font(words));
		gc.setForeground(colour(words.colour()));
		Point size = gc.textExtent(words.text());
		gc.drawText(words.text(), (int) Math.round(words.x() - size.x / 2.0),
				(int) Math.round(words.y() - size.y / 2.0), true);
	}

	private Font font(Mark.Words words) {
		int height = (int) Math.max(1, Math.round(words.size() * POINTS_PER_INCH / device.getDPI().y));
		return fonts.computeIfAbsent(new FontKey(height, words.bold()),
				k -> new Font(device, base.getName(), k.height(), k.bold() ? SWT.BOLD : SWT.NORMAL));
	}

	void dispose() {
		fonts.values().forEach(Font::dispose);
		fonts.clear();
	}
}
