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
		return shade(Themes.look().series(index));
	}

	/**
	 * @return ground of plots and tables
	 */
	public static Color ground() {
		return shade(Themes.look().ground());
	}

	/**
	 * @return text, axes and edges on that ground
	 */
	public static Color text() {
		return shade(Themes.look().text());
	}

	/**
	 * @return words on that ground that say what is wrong
	 */
	public static Color problem() {
		return shade(Themes.look().problem());
	}

	/**
	 * @return what should step back: grid lines, dead edges
	 */
	public static Color faint() {
		return shade(Themes.look().faint());
	}

	/**
	 * @return ground of headers of tables
	 */
	public static Color header() {
		return shade(Themes.look().header());
	}

	/**
	 * @return ground of every second row
	 */
	public static Color stripe() {
		return shade(Themes.look().stripe());
	}

	/**
	 * @return ground of rows that are selected
	 */
	public static Color chosen() {
		return shade(Themes.look().chosen());
	}

	/**
	 * @return ground of rows of what is selected in another view
	 */
	public static Color linked() {
		return shade(Themes.look().linked());
	}

	private static Color shade(int rgb) {
		return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
	}
}
