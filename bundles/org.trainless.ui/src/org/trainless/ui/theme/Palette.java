/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.theme;

import java.util.List;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours that people with any colour vision tell apart (Okabe and Ito, "Color Universal Design", 2008). A colour is
 * never the only cue: whatever uses one also has the marker and the line style of the same index.
 *
 * @since 0.1
 */
public final class Palette {
	private static final List<RGB> LIGHT = List.of(new RGB(0, 114, 178), new RGB(213, 94, 0), new RGB(0, 158, 115),
			new RGB(170, 68, 140), new RGB(176, 122, 0), new RGB(32, 134, 190), new RGB(90, 90, 90));
	private static final List<RGB> DARK = List.of(new RGB(86, 180, 233), new RGB(255, 140, 66), new RGB(46, 204, 158),
			new RGB(230, 150, 200), new RGB(240, 190, 60), new RGB(240, 228, 66), new RGB(200, 200, 200));

	private Palette() {
	}

	/**
	 * @return how many colours there are before they begin again
	 */
	public static int size() {
		return LIGHT.size();
	}

	/**
	 * @param index from 0; begins again after {@link #size()}
	 * @return the colour for the theme that is active
	 */
	public static Color colour(int index) {
		return new Color((Themes.isDark() ? DARK : LIGHT).get(Math.floorMod(index, LIGHT.size())));
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
}
