/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.core.registry.Contributions;
import org.trainless.core.testing.Installation;

class FeasibleCountTest {
	private final Contributions contributions;

	FeasibleCountTest() throws IOException {
		contributions = new Installation().contributions;
	}

	private FeasibleCount count(String constraint) throws ProblemException {
		return FeasibleCount.of(contributions, "nats-tss", constraint, Cancellation.NONE);
	}

	@Test
	void countsAsCombinatoricsDoes() throws ProblemException {
		// six edges, five operations
		assertEquals(new FeasibleCount(4096, 15_625, false), count("skip_connect <= 0"));
		assertEquals(new FeasibleCount(4096 + 6 * 1024, 15_625, false), count("skip_connect <= 1"));
		assertEquals(new FeasibleCount(0, 15_625, false), count("skip_connect > 6"));
		assertEquals(new FeasibleCount(15_625, 15_625, false), count("skip_connect >= 0"));
	}

	@Test
	void saysWhenItDependsOnTheImages() throws ProblemException {
		FeasibleCount count = count("params < 1e6");
		assertTrue(count.dependsOnTask());
		assertTrue(count.feasible() > 0 && count.feasible() < count.size());
	}

	@Test
	void refusesWhatIsNoConstraintAndEndsWhenCancelled() {
		assertThrows(ProblemException.class, () -> count("skip_connect <="));
		assertThrows(ProblemException.class,
				() -> FeasibleCount.of(contributions, "nowhere", "skip_connect <= 1", Cancellation.NONE));
		assertThrows(CancellationException.class,
				() -> FeasibleCount.of(contributions, "nats-tss", "skip_connect <= 1", () -> true));
	}
}
