/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.BatchTooLargeException;

class HammingKernelTest {
	@Test
	void moreImagesThanMemoryHoldsAreRefusedBeforeAnyIsTaken() {
		for (int images : new int[] { 47_000, 60_000, 70_000, 100_000 }) {
			String refused = assertThrows(BatchTooLargeException.class, () -> HammingKernel.checkSize(images, 2L << 30))
					.getMessage();
			assertTrue(refused.startsWith(images + " images are too many for a kernel of " + images + " x " + images),
					refused);
			assertTrue(refused.endsWith("use a smaller batch"), refused);
		}
		assertEquals(
				"12000 images are too many for a kernel of 12000 x 12000 numbers: it takes 1.9 GB of memory, and"
						+ " there are 1.0 GB; use a smaller batch",
				assertThrows(BatchTooLargeException.class, () -> HammingKernel.checkSize(12_000, 1L << 30))
						.getMessage());
		assertDoesNotThrow(() -> HammingKernel.checkSize(12_000, 2L << 30));
	}
}
