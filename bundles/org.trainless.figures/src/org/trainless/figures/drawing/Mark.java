/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures.drawing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One thing in a drawing. */
public sealed interface Mark {

	/**
	 * A place.
	 *
	 * @param x to the right
	 * @param y down
	 */
	record Place(double x, double y) {
	}

	/**
	 * How a line is drawn.
	 *
	 * @param colour 0xRRGGBB
	 * @param width  its width
	 * @param dashes lengths of dashes and gaps, in line widths; empty is a solid line
	 */
	record Stroke(int colour, double width, List<Float> dashes) {
		public Stroke {
			dashes = List.copyOf(dashes);
		}

		/**
		 * @param colour 0xRRGGBB
		 * @param width  its width
		 * @return a solid stroke
		 */
		public static Stroke solid(int colour, double width) {
			return new Stroke(colour, width, List.of());
		}
	}

	/**
	 * A line through places, its corners rounded.
	 *
	 * @param places at least two
	 * @param radius of its corners
	 * @param stroke how it is drawn
	 * @param arrow  length of the arrow head at its end; 0 for none
	 */
	record Line(List<Place> places, double radius, Stroke stroke, double arrow) implements Mark {
		public Line {
			places = List.copyOf(places);
			Objects.requireNonNull(stroke);
			if (places.size() < 2) {
				throw new IllegalArgumentException("a line goes from one place to another"); //$NON-NLS-1$
			}
		}
	}

	/** Outlines. */
	enum Form {
		/** A rectangle. */
		BOX,
		/** A rectangle with half circles at its sides. */
		PILL,
		/** An ellipse. */
		ELLIPSE,
		/** A rectangle with points at its sides. */
		HEXAGON
	}

	/**
	 * A shape.
	 *
	 * @param form   its outline
	 * @param x      left
	 * @param y      top
	 * @param width  its width
	 * @param height its height
	 * @param fill   colour within, 0xRRGGBB, if any
	 * @param stroke its outline, if any
	 */
	record Shape(Form form, double x, double y, double width, double height, Optional<Integer> fill,
			Optional<Stroke> stroke) implements Mark {
		public Shape {
			Objects.requireNonNull(form);
			Objects.requireNonNull(fill);
			Objects.requireNonNull(stroke);
		}
	}

	/**
	 * Words, centred at a place.
	 *
	 * @param text   one line
	 * @param x      middle
	 * @param y      middle
	 * @param size   height of the font
	 * @param bold   whether it is bold
	 * @param colour 0xRRGGBB
	 */
	record Words(String text, double x, double y, double size, boolean bold, int colour) implements Mark {
		public Words {
			Objects.requireNonNull(text);
		}
	}
}
