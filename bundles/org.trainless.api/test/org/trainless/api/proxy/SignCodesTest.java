/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignCodesTest {
	@Test
	void distancesCountBitsThatDiffer() {
		SignCodes codes = new SignCodes(3, 3, 1, new long[] { 0b000, 0b101, 0b111 });
		assertArrayEquals(new int[] { 2, 3, 1 }, codes.distances());
		assertEquals(1, codes.distance(1, 2));
		assertEquals(3, codes.distance(2, 0));
		assertEquals(0, codes.distance(1, 1));
	}

	@Test
	void pairsAreCountedBeyond32BitsOfTheirProduct() {
		assertEquals(0, SignCodes.pairs(0));
		assertEquals(0, SignCodes.pairs(1));
		assertEquals(8128, SignCodes.pairs(128));
		assertEquals(1_073_767_311, SignCodes.pairs(46_342));
		assertEquals(2_147_450_880, SignCodes.pairs(65_536));
	}

	@Test
	void moreImagesThanAnArrayHasPairsAreRefused() {
		for (int images : new int[] { 65_537, 70_000, 100_000 }) {
			SignCodes codes = new SignCodes(images, 1, 1, new long[images]);
			String refused = assertThrows(BatchTooLargeException.class, codes::distances).getMessage();
			assertTrue(refused.startsWith(images + " images are too many for a kernel of " + images + " x " + images),
					refused);
			assertTrue(refused.endsWith("use a smaller batch"), refused);
		}
	}

	/** The product of images and words wraps around to 0. */
	@Test
	void fewerWordsThanUnitsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new SignCodes(1 << 16, 1 << 22, 1 << 16, new long[0]));
	}
}
