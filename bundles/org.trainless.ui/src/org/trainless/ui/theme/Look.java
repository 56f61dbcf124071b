/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import org.trainless.figures.Style;

/**
 * The colours of a theme, 0xRRGGBB: what plots, tables and the cell are painted with.
 *
 * @param dark     whether light is written on dark
 * @param contrast least contrast of text with all grounds, see {@link Contrast#ratio(int, int)}
 * @param ground   of plots and tables
 * @param text     on any of the grounds
 * @param faint    what should step back: grid lines
 * @param header   ground of headers of tables
 * @param stripe   ground of every second row
 * @param chosen   ground of rows that are selected
 * @param linked   ground of rows of what is selected in another view
 * @param problem  words that say what is wrong
 * @since 0.1
 */
public record Look(boolean dark, double contrast, int ground, int text, int faint, int header, int stripe, int chosen,
		int linked, int problem) {
	/** Dark on light. */
	public static final Look LIGHT = new Look(false, 4.5, 0xffffff, 0x202020, 0xd0d0d0, 0xf0f1f3, 0xf6f8fa, 0xa9d3f0,
			0xd9ecf8, 0xa83200);
	/** Light on dark. */
	public static final Look DARK = new Look(true, 4.5, 0x2f2f2f, 0xd8d8d8, 0x5a5a5a, 0x3c3f41, 0x37393b, 0x1f567a,
			0x1f4a63, 0xffa06a);
	/** White on black. */
	public static final Look HIGH_CONTRAST = new Look(true, 7, 0x000000, 0xffffff, 0x8c8c8c, 0x000000, 0x000000,
			0x00508c, 0x003c5a, 0xffc8a0);
	/** Black on white, where the system asks for it. */
	public static final Look HIGH_CONTRAST_LIGHT = new Look(false, 7, 0xffffff, 0x000000, 0x767676, 0xffffff, 0xffffff,
			0xa9d3f0, 0xd9ecf8, 0x8a2800);

	/** Least contrast of what is not text. */
	private static final double GRAPHICS = 3;

	/**
	 * @param style see {@link Style#of(int)}
	 * @return the colour of lines, points and bars on the ground
	 */
	public int series(int style) {
		int colour = Style.of(style).colour(dark);
		if (contrast < HIGH_CONTRAST.contrast) {
			return colour;
		}
		return Contrast.atLeast(colour, ground, style == Style.CONTEXT ? GRAPHICS : contrast);
	}
}
