/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures;

import java.util.List;

/**
 * How a layer looks: a colour that people with any colour vision tell from the others (after Okabe and Ito, "Color
 * Universal Design", 2008, darkened where they are too light for lines on white, and moved apart where the darkened
 * ones came close), and a marker, a line and a hatch as a second cue. Window and files take their styles from here.
 *
 * @param light  colour on a light ground, 0xRRGGBB
 * @param dark   colour on a dark ground
 * @param marker shape of its points
 * @param dashes lengths of dashes and gaps of its line, in line widths; empty is a solid line
 */
public record Style(int light, int dark, Marker marker, List<Float> dashes) {

	/** Shapes of points. */
	public enum Marker {
		/** A disc. */
		CIRCLE,
		/** A square. */
		SQUARE,
		/** A square on its tip. */
		DIAMOND,
		/** A triangle that points up. */
		TRIANGLE,
		/** A triangle that points down. */
		INVERTED_TRIANGLE,
		/** Two strokes, upright. */
		PLUS,
		/** Two strokes, aslant. */
		CROSS,
		/** A disc so small that it is no shape: of what steps back. */
		DOT
	}

	/** Index of what steps back behind everything else; no other style looks like it. */
	public static final int CONTEXT = -1;

	private static final Style FAINT = new Style(0xbdbdbd, 0x6a6a6a, Marker.DOT, List.of(1f, 5f));
	private static final List<Style> ALL = List.of(new Style(0x0072b2, 0x56b4e9, Marker.CIRCLE, List.of()),
			new Style(0xd55e00, 0xff8c42, Marker.SQUARE, List.of(6f, 3f)),
			new Style(0x009e73, 0x2ecc9e, Marker.TRIANGLE, List.of(2f, 2f)),
			new Style(0xaa448c, 0xe696c8, Marker.DIAMOND, List.of(8f, 3f, 2f, 3f)),
			new Style(0x664400, 0xf0be3c, Marker.INVERTED_TRIANGLE, List.of(10f, 4f)),
			new Style(0x332288, 0xffffaa, Marker.PLUS, List.of(4f, 2f, 1f, 2f, 1f, 2f)),
			new Style(0x5a5a5a, 0xc8c8c8, Marker.CROSS, List.of(1f, 3f)));

	public Style {
		dashes = List.copyOf(dashes);
	}

	/**
	 * @return how many styles there are before they begin again
	 */
	public static int count() {
		return ALL.size();
	}

	/**
	 * @param index from 0, beginning again after {@link #count()}; or {@link #CONTEXT}
	 * @return the style
	 */
	public static Style of(int index) {
		return index == CONTEXT ? FAINT : ALL.get(Math.floorMod(index, ALL.size()));
	}

	/**
	 * @param ground true for a dark ground
	 * @return the colour for it, 0xRRGGBB
	 */
	public int colour(boolean ground) {
		return ground ? dark : light;
	}
}
