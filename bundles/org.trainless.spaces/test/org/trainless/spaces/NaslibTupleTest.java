/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

class NaslibTupleTest {
	@Test
	void everyTupleIsReadBackAsItsCell() throws ProblemException {
		NatsTopologySpace space = new NatsTopologySpace();
		for (int index = 0; index < space.size(); index += 7) {
			Cell cell = space.at(index);
			assertEquals(cell, space.parse(NaslibTuple.of(cell).orElseThrow()));
		}
	}

	@Test
	void edgesAreOrderedBySource() throws ProblemException {
		Cell cell = new NatsTopologySpace()
				.parse("|skip_connect~0|+|none~0|nor_conv_3x3~1|+|nor_conv_1x1~0|avg_pool_3x3~1|none~2|");
		assertEquals(Optional.of("(0, 1, 3, 2, 4, 1)"), NaslibTuple.of(cell));
	}

	@Test
	void otherCellsHaveNone() {
		assertEquals(Optional.empty(), NaslibTuple.of(new Cell(List.of(Operation.CONV_1X1))));
	}
}
