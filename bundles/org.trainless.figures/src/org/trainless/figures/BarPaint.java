/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Fills of bars: plain for the first style, hatched for the others, so that colour is not the only cue. */
final class BarPaint {
	private static final int TILE = 8;

	private BarPaint() {
	}

	static Paint of(Color colour, Color ground, int style) {
		if (Math.floorMod(style, Style.count()) == 0) {
			return colour;
		}
		BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = tile.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(colour);
		graphics.fillRect(0, 0, TILE, TILE);
		graphics.setColor(ground);
		boolean down = style % 2 == 0;
		for (int shift = -TILE; shift <= TILE; shift += TILE) {
			graphics.drawLine(shift, down ? 0 : TILE, shift + TILE, down ? TILE : 0);
		}
		graphics.dispose();
		return new TexturePaint(tile, new Rectangle2D.Double(0, 0, TILE, TILE));
	}
}
