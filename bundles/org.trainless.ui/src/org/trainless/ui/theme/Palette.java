/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import org.eclipse.swt.graphics.Color;
import org.trainless.figures.Style;

/**
 * Colours that people with any colour vision tell apart (Okabe and Ito, "Color Universal Design", 2008). A colour is
 * never the only cue: whatever uses one also has the marker and the line style of the same index, see {@link Style}.
 *
 * @since 0.1
 */
public final class Palette {
	private Palette() {
	}

	/**
	 * @return how many colours there are before they begin again
	 */
	public static int size() {
		return Style.count();
	}

	/**
	 * @param index from 0; begins again after {@link #size()}
	 * @return the colour for the theme that is active
	 */
	public static Color colour(int index) {
		return shade(Style.of(index).colour(false), Style.of(index).colour(true));
	}

	/**
	 * @return ground of plots and tables
	 */
	public static Color ground() {
		return Themes.isDark() ? new Color(0x2f, 0x2f, 0x2f) : new Color(255, 255, 255);
	}

	/**
	 * @return text, axes and edges on that ground
	 */
	public static Color text() {
		if (Themes.isHighContrast()) {
			return Themes.isDark() ? new Color(255, 255, 255) : new Color(0, 0, 0);
		}
		return Themes.isDark() ? new Color(0xd8, 0xd8, 0xd8) : new Color(0x20, 0x20, 0x20);
	}

	/**
	 * @return what should step back: grid lines, dead edges
	 */
	public static Color faint() {
		if (Themes.isHighContrast()) {
			return text();
		}
		return Themes.isDark() ? new Color(0x5a, 0x5a, 0x5a) : new Color(0xd0, 0xd0, 0xd0);
	}

	/**
	 * @return ground of headers of tables
	 */
	public static Color header() {
		return Themes.isHighContrast() ? ground() : shade(0xf0f1f3, 0x3c3f41);
	}

	/**
	 * @return ground of every second row
	 */
	public static Color stripe() {
		return Themes.isHighContrast() ? ground() : shade(0xf6f8fa, 0x37393b);
	}

	/**
	 * @return ground of rows that are selected
	 */
	public static Color chosen() {
		return shade(0xa9d3f0, 0x2a6587);
	}

	/**
	 * @return ground of rows of what is selected in another view
	 */
	public static Color linked() {
		return shade(0xd9ecf8, 0x1f4a63);
	}

	private static Color shade(int light, int dark) {
		int rgb = Themes.isDark() ? dark : light;
		return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
	}
}
