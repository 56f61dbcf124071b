/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;
import org.trainless.figures.drawing.Mark.Place;
import org.trainless.spaces.NatsTopologySpace;
import org.trainless.ui.charts.cell.CellLayout;
import org.trainless.ui.charts.cell.ShownCell;

/** Cells are changed edge by edge, and laid out so that nothing lies on something else. */
class CellModelTest {
	private static final NatsTopologySpace SPACE = new NatsTopologySpace();

	private final ShownCell cell = ShownCell.of("nats-tss", SPACE, SPACE.at(1462));

	@Test
	void anEdgeIsChangedAndTheOthersStay() {
		for (int edge = 0; edge < cell.edges(); edge++) {
			for (Operation operation : Operation.values()) {
				ShownCell changed = cell.with(edge, operation.id());
				assertEquals(operation, changed.cell().operations().get(edge));
				for (int other = 0; other < cell.edges(); other++) {
					if (other != edge) {
						assertEquals(cell.cell().operations().get(other), changed.cell().operations().get(other));
					}
				}
				assertEquals(operation == cell.cell().operations().get(edge) ? Set.of() : Set.of(edge),
						cell.differences(changed));
			}
		}
		assertSame(cell, cell.with(0, "no such operation"));
	}

	@Test
	void cyclingThereAndBackIsNothing() {
		assertNotEquals(cell, cell.cycled(2, 1));
		assertEquals(cell, cell.cycled(2, 1).cycled(2, -1));
		ShownCell around = cell;
		for (int i = 0; i < Operation.values().length; i++) {
			around = around.cycled(4, 1);
		}
		assertEquals(cell, around);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 6 })
	void labelsOfCellsOfAnySizeLieApartAndOnTheirLines(int nodes) {
		Cell any = new Cell(Collections.nCopies(nodes * (nodes - 1) / 2, Operation.CONV_1X1));
		CellLayout layout = CellLayout.of(any, false);
		assertEquals(nodes, layout.nodes().size());
		assertEquals(any.operations().size(), layout.edges().size());
		for (int i = 0; i < layout.edges().size(); i++) {
			Place label = layout.edges().get(i).label();
			assertEquals(i, layout.edgeAt(label.x(), label.y()));
			assertTrue(label.x() > 0 && label.x() < layout.width() && label.y() > 0 && label.y() < layout.height());
			List<Place> places = layout.edges().get(i).places();
			// edges lead down, from their source to their target
			assertTrue(places.get(0).y() > layout.nodes().get(any.source(i)).y());
			assertTrue(places.get(places.size() - 1).y() < layout.nodes().get(any.target(i)).y());
			Place middle = new Place((places.get(0).x() + places.get(1).x()) / 2,
					(places.get(0).y() + places.get(1).y()) / 2);
			assertEquals(i, layout.edgeAt(middle.x(), middle.y()));
		}
		assertEquals(-1, layout.edgeAt(-100, -100));
	}
}
