/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
	/** In 32 bits the first one has no number at all, and the last one as many as a small batch. */
	@ParameterizedTest
	@ValueSource(ints = { 262_144, 131_072, 300_000 })
	void aBatchThatNoArrayHoldsIsRefused(int images) {
		assertThrows(IllegalArgumentException.class, new Plane(images, 32, 32, 16)::size);
	}

	@Test
	void theLargestBatchIsNot() {
		assertEquals((131_072 - Plane.LANES) * 16_384, new Plane(131_072 - Plane.LANES, 32, 32, 16).size());
	}

	@Test
	void anImageThatNoArrayHoldsIsRefused() {
		assertThrows(IllegalArgumentException.class, new FlowPlane(16, 1 << 14, 1 << 13, 1 << 13)::size);
		// of which all but the border is equal
		assertEquals(16 * 2 * 4 * 4, new FlowPlane(16, 1 << 14, 1 << 13, 1).size());
	}

	@Test
	void roomForTheNeighboursOfAnImageIsRefused() {
		FlowPlane plane = new FlowPlane(1 << 17, 64, 64, 32);
		FlowValue value = new FlowValue(plane, new double[0], new FlowRoom());
		assertThrows(IllegalArgumentException.class, () -> value.neighbours(plane));
	}
}
