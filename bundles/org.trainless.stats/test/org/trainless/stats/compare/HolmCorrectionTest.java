/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
	/** What R says: {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}. */
	@Test
	void isThatOfR() {
		assertArrayEquals(new double[] { 0.03, 0.06, 0.06, 0.02 }, HolmCorrection.adjust(0.01, 0.04, 0.03, 0.005),
				1e-12);
		assertArrayEquals(new double[] { 1, 1, 0.003 }, HolmCorrection.adjust(0.6, 0.9, 0.001), 1e-12);
	}

	@Test
	void oneTestIsItself() {
		assertArrayEquals(new double[] { 0.04 }, HolmCorrection.adjust(0.04));
		assertEquals(0, HolmCorrection.adjust().length);
	}

	@Test
	void onlyProbabilities() {
		assertThrows(IllegalArgumentException.class, () -> HolmCorrection.adjust(0.1, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> HolmCorrection.adjust(1.5));
	}
}
