/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;

/**
 * Makes pictures of figures: PNG for slides, SVG for papers, with its text as text. Needs no display. The same figure
 * gives the same bytes. Thread-safe.
 */
public final class FigureWriter {
	private static final String PREFIX = "figure"; //$NON-NLS-1$

	private final boolean dark;

	/**
	 * @param dark true for a dark ground
	 */
	public FigureWriter(boolean dark) {
		this.dark = dark;
		// else the label of the vertical axis is outlines, not text
		TextUtils.setUseDrawRotatedStringWorkaround(false);
	}

	/**
	 * @param figure what to draw
	 * @param width  in points
	 * @param height in points
	 * @return a whole SVG document, UTF-8
	 */
	public String svg(Figure figure, int width, int height) {
		SVGGraphics2D graphics = new SVGGraphics2D(width, height);
		// names of definitions are else taken from a clock
		graphics.setDefsKeyPrefix(PREFIX);
		draw(figure, graphics, width, height);
		return graphics.getSVGDocument();
	}

	/**
	 * @param figure what to draw
	 * @param width  in points
	 * @param height in points
	 * @param scale  pixels per point, for example 2 for slides
	 * @return a PNG file
	 */
	public byte[] png(Figure figure, int width, int height, double scale) {
		BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			graphics.scale(scale, scale);
			draw(figure, graphics, width, height);
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

	private void draw(Figure figure, Graphics2D graphics, int width, int height) {
		JFreeChart chart = new FigureChart(dark, new Font(Font.SANS_SERIF, Font.PLAIN, 12)).of(figure);
		graphics.setColor((Color) chart.getBackgroundPaint());
		graphics.fillRect(0, 0, width, height);
		chart.draw(graphics, new Rectangle(width, height));
	}
}
