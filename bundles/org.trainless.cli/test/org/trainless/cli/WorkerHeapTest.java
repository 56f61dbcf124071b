/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class WorkerHeapTest {
	private static final long GIGA = 1L << 30;

	@Test
	void aSmallMachineKeepsWhatThisProcessMayTake() {
		assertEquals(List.of("-XX:NewSize=64m", "-XX:MaxNewSize=64m", "-Xmx2048m"),
				WorkerHeap.options(2, 2 * GIGA, 4 * GIGA));
	}

	@Test
	void moreCoresHaveMoreRoom() {
		assertEquals(List.of("-XX:NewSize=2048m", "-XX:MaxNewSize=2048m", "-Xmx65536m"),
				WorkerHeap.options(64, 2 * GIGA, 256 * GIGA));
	}

	@Test
	void whoAskedForMoreGetsIt() {
		assertEquals("-Xmx12288m", WorkerHeap.options(4, 12 * GIGA, 16 * GIGA).get(2));
	}
}
