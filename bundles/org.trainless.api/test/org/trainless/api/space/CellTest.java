/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainless.api.space.Operation.AVG_POOL_3X3;
import static org.trainless.api.space.Operation.CONV_1X1;
import static org.trainless.api.space.Operation.CONV_3X3;
import static org.trainless.api.space.Operation.NONE;
import static org.trainless.api.space.Operation.SKIP_CONNECT;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class CellTest {
	private static final Cell CELL = new Cell(List.of(CONV_3X3, NONE, SKIP_CONNECT, AVG_POOL_3X3, CONV_1X1, NONE));

	@Test
	void writesTheBenchmarksString() {
		assertEquals("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|none~2|", CELL.text());
	}

	@Test
	void edgesAreOrderedByTargetThenSource() {
		int position = 0;
		for (int to = 1; to < CELL.nodes(); to++) {
			for (int from = 0; from < to; from++) {
				assertEquals(position, CELL.edge(from, to));
				assertEquals(from, CELL.source(position));
				assertEquals(to, CELL.target(position));
				position++;
			}
		}
		assertEquals(CELL.operations().size(), position);
	}

	@Test
	void anEdgeIsLiveOnlyOnAPathFromInputToOutput() {
		assertTrue(CELL.isLive(CELL.edge(0, 1)));
		assertTrue(CELL.isLive(CELL.edge(0, 3)));
		assertTrue(CELL.isLive(CELL.edge(1, 3)));
		assertFalse(CELL.isLive(CELL.edge(1, 2)), "node 2 leads nowhere");
		assertFalse(CELL.isLive(CELL.edge(0, 2)), "none passes nothing");
	}

	@Test
	void acceptsOnlyFullGraphs() {
		for (int edges = 0; edges <= 45; edges++) {
			List<Operation> operations = Collections.nCopies(edges, NONE);
			if (List.of(1, 3, 6, 10, 15, 21, 28, 36, 45).contains(edges)) {
				assertEquals(edges, new Cell(operations).nodes() * (new Cell(operations).nodes() - 1) / 2);
			} else {
				assertThrows(IllegalArgumentException.class, () -> new Cell(operations), edges + " edges");
			}
		}
	}

	@Test
	void refusesEdgesThatDoNotExist() {
		assertThrows(IndexOutOfBoundsException.class, () -> CELL.edge(1, 1));
		assertThrows(IndexOutOfBoundsException.class, () -> CELL.edge(0, 4));
		assertThrows(IndexOutOfBoundsException.class, () -> CELL.edge(-1, 2));
	}
}
