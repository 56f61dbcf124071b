/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;
import org.trainless.figures.drawing.Drawing;
import org.trainless.figures.drawing.Mark;
import org.trainless.figures.drawing.Mark.Form;
import org.trainless.figures.drawing.Mark.Line;
import org.trainless.figures.drawing.Mark.Place;
import org.trainless.figures.drawing.Mark.Shape;
import org.trainless.figures.drawing.Mark.Stroke;
import org.trainless.figures.drawing.Mark.Words;
import org.trainless.ui.charts.cell.OperationLook.Look;

/**
 * Draws a cell: its tensors as nodes, its operations on the edges between them.
 *
 * @param layout   where everything is
 * @param look     colours
 * @param selected the edge that is chosen, or -1
 * @param marked   edges that differ from those of another cell
 */
record CellDrawing(CellLayout layout, Look look, int selected, Set<Integer> marked) {
	/** Room for the title. */
	static final double TITLE_HEIGHT = 26;

	private static final double TEXT = 11;
	private static final double RADIUS = 9;
	private static final double ARROW = 8;
	private static final double HALO = 11;
	private static final double RING = 4;

	CellDrawing {
		Objects.requireNonNull(layout);
		Objects.requireNonNull(look);
		marked = Set.copyOf(marked);
	}

	/**
	 * @param shown a cell
	 * @param title stands above it
	 * @return the drawing
	 */
	Drawing of(ShownCell shown, String title) {
		Cell cell = shown.cell();
		List<Mark> marks = new ArrayList<>();
		marks.add(new Words(title, layout.width() / 2, TITLE_HEIGHT / 2 + 2, TEXT + 1, true, look.text()));
		for (int edge : marked) {
			marks.add(new Line(below(layout.edges().get(edge).places()), RADIUS, Stroke.solid(look.marked(), HALO), 0));
		}
		// what is alive is drawn over what is not
		for (boolean live : new boolean[] { false, true }) {
			for (int edge = 0; edge < shown.edges(); edge++) {
				if (cell.isLive(edge) == live) {
					line(cell, edge, marks);
				}
			}
		}
		for (int edge = 0; edge < shown.edges(); edge++) {
			label(cell, edge, marks);
		}
		for (int node = 0; node < cell.nodes(); node++) {
			node(cell, node, marks);
		}
		return new Drawing(layout.width(), layout.height() + TITLE_HEIGHT, look.ground(), marks);
	}

	private static Place below(Place place) {
		return new Place(place.x(), place.y() + TITLE_HEIGHT);
	}

	private static List<Place> below(List<Place> places) {
		return places.stream().map(CellDrawing::below).toList();
	}

	private void line(Cell cell, int edge, List<Mark> marks) {
		Operation operation = cell.operations().get(edge);
		OperationLook drawn = OperationLook.of(operation);
		boolean live = cell.isLive(edge);
		int colour = live ? drawn.colour(look) : look.faint();
		double width = live ? drawn.width() : Math.min(drawn.width(), 1.2);
		marks.add(new Line(below(layout.edges().get(edge).places()), RADIUS, new Stroke(colour, width, drawn.dashes()),
				operation == Operation.NONE ? 0 : ARROW));
	}

	private void label(Cell cell, int edge, List<Mark> marks) {
		Operation operation = cell.operations().get(edge);
		OperationLook drawn = OperationLook.of(operation);
		boolean live = cell.isLive(edge);
		int colour = live ? drawn.colour(look) : look.faint();
		Place at = below(layout.edges().get(edge).label());
		double width = CellLayout.LABEL_WIDTH - 2 * RING;
		double height = CellLayout.LABEL_HEIGHT - RING;
		if (edge == selected) {
			marks.add(shape(Form.BOX, at, width + 2 * RING, height + 2 * RING, look.ground(),
					Optional.of(new Stroke(look.text(), 2, List.of(2f, 1f)))));
		}
		int ground = marked.contains(edge) ? look.marked() : look.ground();
		Optional<Stroke> outline = operation == Operation.NONE ? Optional.empty()
				: Optional.of(live ? Stroke.solid(colour, operation == Operation.CONV_3X3 ? 2.6 : 1.6)
						: new Stroke(colour, 1, List.of(3f, 2f)));
		marks.add(shape(drawn.form(), at, width, height, ground, outline));
		String text = operation != Operation.NONE && !live ? NLS.bind(Messages.CellDrawing_dead, drawn.label())
				: drawn.label();
		if (marked.contains(edge)) {
			text = NLS.bind(Messages.CellDrawing_different, text);
		}
		int words = live || marked.contains(edge) ? look.text() : look.faint();
		marks.add(new Words(text, at.x(), at.y(), TEXT, live, words));
	}

	private void node(Cell cell, int node, List<Mark> marks) {
		boolean live = cell.isFed(node) && cell.isUsed(node);
		int colour = live ? look.text() : look.faint();
		int last = cell.nodes() - 1;
		String name = node == 0 ? Messages.CellDrawing_input
				: node == last ? Messages.CellDrawing_output : Integer.toString(node);
		marks.add(shape(Form.PILL, below(layout.nodes().get(node)), CellLayout.NODE_WIDTH, CellLayout.NODE_HEIGHT,
				look.ground(),
				Optional.of(live ? Stroke.solid(colour, 1.6) : new Stroke(colour, 1.2, List.of(3f, 2f)))));
		Place at = below(layout.nodes().get(node));
		marks.add(new Words(name, at.x(), at.y(), TEXT, true, colour));
	}

	private static Shape shape(Form form, Place middle, double width, double height, int fill,
			Optional<Stroke> stroke) {
		return new Shape(form, middle.x() - width / 2, middle.y() - height / 2, width, height, Optional.of(fill),
				stroke);
	}
}
