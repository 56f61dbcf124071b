/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SignsRoomTest {
	private static final Plane LARGE = new Plane(2, 8, 8, 8);
	private static final Plane SMALL = LARGE.reduced(8);

	private final SignsRoom room = new SignsRoom();

	@Test
	void memoryThatIsGivenBackServesAgainAndSmallerPlanesToo() {
		Activation first = room.take(LARGE);
		first.close();
		first.close();
		try (Activation again = room.take(SMALL); Activation other = room.take(SMALL)) {
			assertSame(first.memory, again.memory);
			assertNotSame(again.memory, other.memory, "two open activations share memory");
			assertEquals(SMALL.size(), other.memory.length, "was made for the small plane");
		}
	}

	@Test
	void whatIsTooSmallMakesWayForWhatIsLargeEnough() {
		float[] small;
		try (Activation activation = room.take(SMALL)) {
			small = activation.memory;
		}
		float[] large;
		try (Activation activation = room.take(LARGE)) {
			large = activation.memory;
		}
		try (Activation one = room.take(SMALL); Activation two = room.take(SMALL)) {
			assertSame(large, one.memory);
			assertNotSame(small, two.memory);
		}
	}
}
