/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.jfree.svg.SVGGraphics2D;
import org.trainless.figures.drawing.Mark.Place;

/**
 * Makes pictures of drawings: PNG for slides, SVG for papers, with its text as text. The same drawing gives the same
 * bytes. Thread-safe.
 */
public final class DrawingWriter {
	private static final String PREFIX = "drawing"; //$NON-NLS-1$

	/**
	 * @param drawing what to draw
	 * @return a whole SVG document, UTF-8
	 */
	public String svg(Drawing drawing) {
		SVGGraphics2D graphics = new SVGGraphics2D(drawing.width(), drawing.height());
		// names of definitions are else taken from a clock
		graphics.setDefsKeyPrefix(PREFIX);
		draw(drawing, graphics);
		return graphics.getSVGDocument();
	}

	/**
	 * @param drawing what to draw
	 * @param scale   pixels per point, for example 2 for slides
	 * @return a PNG file
	 */
	public byte[] png(Drawing drawing, double scale) {
		BufferedImage image = new BufferedImage((int) Math.ceil(drawing.width() * scale),
				(int) Math.ceil(drawing.height() * scale), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			graphics.scale(scale, scale);
			draw(drawing, graphics);
		} finally {
			graphics.dispose();
		}
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ImageIO.write(image, "png", out); //$NON-NLS-1$
			return out.toByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void draw(Drawing drawing, Graphics2D graphics) {
		graphics.setColor(new Color(drawing.ground()));
		// a little more, as sizes need not be whole pixels
		graphics.fill(new Rectangle2D.Double(0, 0, drawing.width() + 1, drawing.height() + 1));
		for (Mark mark : drawing.marks()) {
			switch (mark) {
			case Mark.Line line -> line(line, graphics);
			case Mark.Shape shape -> shape(shape, graphics);
			case Mark.Words words -> words(words, graphics);
			}
		}
	}

	private static void stroke(Mark.Stroke stroke, Graphics2D graphics) {
		float width = (float) stroke.width();
		float[] dashes = new float[stroke.dashes().size()];
		for (int i = 0; i < dashes.length; i++) {
			dashes[i] = stroke.dashes().get(i) * width;
		}
		graphics.setColor(new Color(stroke.colour()));
		graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
				dashes.length == 0 ? null : dashes, 0));
	}

	private static void line(Mark.Line line, Graphics2D graphics) {
		List<Place> places = Corners.shortened(line);
		Path2D path = new Path2D.Double();
		path.moveTo(places.get(0).x(), places.get(0).y());
		for (int i = 1; i < places.size() - 1; i++) {
			Corners.Corner corner = Corners.at(places, i, line.radius());
			path.lineTo(corner.from().x(), corner.from().y());
			path.quadTo(corner.at().x(), corner.at().y(), corner.to().x(), corner.to().y());
		}
		Place end = places.get(places.size() - 1);
		path.lineTo(end.x(), end.y());
		stroke(line.stroke(), graphics);
		graphics.draw(path);
		if (line.arrow() > 0) {
			graphics.fill(closed(Corners.arrow(line)));
		}
	}

	private static Path2D closed(List<Place> places) {
		Path2D path = new Path2D.Double();
		path.moveTo(places.get(0).x(), places.get(0).y());
		places.stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
		path.closePath();
		return path;
	}

	private static void shape(Mark.Shape shape, Graphics2D graphics) {
		java.awt.Shape outline = switch (shape.form()) {
		case BOX -> new Rectangle2D.Double(shape.x(), shape.y(), shape.width(), shape.height());
		case PILL -> new RoundRectangle2D.Double(shape.x(), shape.y(), shape.width(), shape.height(), shape.height(),
				shape.height());
		case ELLIPSE -> new Ellipse2D.Double(shape.x(), shape.y(), shape.width(), shape.height());
		case HEXAGON -> closed(Corners.hexagon(shape));
		};
		shape.fill().ifPresent(fill -> {
			graphics.setColor(new Color(fill));
			graphics.fill(outline);
		});
		shape.stroke().ifPresent(stroke -> {
			stroke(stroke, graphics);
			graphics.draw(outline);
		});
	}

	private static void words(Mark.Words words, Graphics2D graphics) {
		Font font = new Font(Font.SANS_SERIF, words.bold() ? Font.BOLD : Font.PLAIN, 1)
				.deriveFont((float) words.size());
		graphics.setFont(font);
		graphics.setColor(new Color(words.colour()));
		Rectangle2D bounds = font.getStringBounds(words.text(), graphics.getFontRenderContext());
		graphics.drawString(words.text(), (float) (words.x() - bounds.getWidth() / 2),
				(float) (words.y() - bounds.getHeight() / 2 - bounds.getY()));
	}
}
