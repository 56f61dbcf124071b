/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;

@Timeout(60)
class OpeningTest {
	/** Tells when it is closed. */
	private static final class Resource implements AutoCloseable {
		private final CountDownLatch closed = new CountDownLatch(1);

		@Override
		public void close() {
			closed.countDown();
		}
	}

	private final Resource resource = new Resource();

	@Test
	void whatIsOpenedBelongsToTheCaller() throws ProblemException {
		assertSame(resource, Opening.of(() -> resource, Cancellation.NONE));
		assertEquals(1, resource.closed.getCount());
	}

	@Test
	void whyItCannotBeOpenedIsToldAsItIs() {
		ProblemException missing = new ProblemException(Problem.error("missing", "it is not there", "fetch it"));
		assertSame(missing, assertThrows(ProblemException.class, () -> Opening.of(() -> {
			throw missing;
		}, Cancellation.NONE)));
		assertThrows(StackOverflowError.class, () -> Opening.of(() -> {
			throw new StackOverflowError();
		}, Cancellation.NONE));
	}

	@Test
	void aCancellationIsHeardWhileItIsOpenedAndNothingStaysOpen() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch given = new CountDownLatch(1);
		assertThrows(CancellationException.class, () -> Opening.of(() -> {
			begun.countDown();
			await(given);
			return resource;
		}, () -> begun.getCount() == 0));
		assertFalse(resource.closed.await(0, TimeUnit.SECONDS), "it is not even open");
		given.countDown();
		assertTrue(resource.closed.await(30, TimeUnit.SECONDS));
	}

	/** The thread that opens is not disturbed: code of others need not bear that. */
	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
