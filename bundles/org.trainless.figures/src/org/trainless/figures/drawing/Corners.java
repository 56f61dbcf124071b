/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.figures.drawing;

import java.util.ArrayList;
import java.util.List;

import org.trainless.figures.drawing.Mark.Place;

/** Where lines bend and end: the same for windows and for files. */
public final class Corners {
	private static final double ARROW_WIDTH = 0.42;

	private Corners() {
	}

	/**
	 * A rounded corner.
	 *
	 * @param from where the line leaves its way to the corner
	 * @param at   the corner
	 * @param to   where it is on its way again
	 */
	public record Corner(Place from, Place at, Place to) {
	}

	/**
	 * @param places of a line
	 * @param i      one of them, neither the first nor the last
	 * @param radius how round it is to be; less where there is no room
	 * @return the corner there
	 */
	public static Corner at(List<Place> places, int i, double radius) {
		Place at = places.get(i);
		return new Corner(towards(at, places.get(i - 1), radius), at, towards(at, places.get(i + 1), radius));
	}

	private static Place towards(Place from, Place to, double distance) {
		double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
		double share = length == 0 ? 0 : Math.min(distance, length / 2) / length;
		return new Place(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
	}

	/**
	 * @param line a line
	 * @return its places, the last one moved back to where its arrow head begins
	 */
	public static List<Place> shortened(Mark.Line line) {
		List<Place> places = new ArrayList<>(line.places());
		int last = places.size() - 1;
		Place end = places.get(last);
		Place before = places.get(last - 1);
		double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
		if (line.arrow() > 0 && length > 0) {
			double share = Math.min(1, line.arrow() / length);
			places.set(last,
					new Place(end.x() + (before.x() - end.x()) * share, end.y() + (before.y() - end.y()) * share));
		}
		return places;
	}

	/**
	 * @param line a line with an arrow head
	 * @return the corners of the head
	 */
	public static List<Place> arrow(Mark.Line line) {
		Place end = line.places().get(line.places().size() - 1);
		Place before = line.places().get(line.places().size() - 2);
		double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
		if (length == 0) {
			return List.of(end, end, end);
		}
		double x = (end.x() - before.x()) / length * line.arrow();
		double y = (end.y() - before.y()) / length * line.arrow();
		return List.of(end, new Place(end.x() - x - y * ARROW_WIDTH, end.y() - y + x * ARROW_WIDTH),
				new Place(end.x() - x + y * ARROW_WIDTH, end.y() - y - x * ARROW_WIDTH));
	}

	/**
	 * @param shape a hexagon
	 * @return its corners
	 */
	public static List<Place> hexagon(Mark.Shape shape) {
		double tip = shape.height() / 3;
		double right = shape.x() + shape.width();
		double middle = shape.y() + shape.height() / 2;
		double bottom = shape.y() + shape.height();
		return List.of(new Place(shape.x() + tip, shape.y()), new Place(right - tip, shape.y()),
				new Place(right, middle), new Place(right - tip, bottom), new Place(shape.x() + tip, bottom),
				new Place(shape.x(), middle));
	}
}
