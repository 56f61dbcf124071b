/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

class CancellationTest {
	@Test
	void aResultComesEvenWhenItIsLate() throws ProblemException {
		assertEquals("x", Cancellation.NONE.await(CompletableFuture.completedFuture("x")));
		CompletableFuture<String> late = new CompletableFuture<>();
		AtomicInteger looks = new AtomicInteger();
		Cancellation thenDone = () -> {
			if (looks.incrementAndGet() == 2) {
				late.complete("y");
			}
			return false;
		};
		assertEquals("y", thenDone.await(late));
	}

	@Test
	void whatEndedTheWorkEndsTheWaiting() {
		ProblemException problem = new ProblemException(Problem.error("a-code", "it is so", ""));
		assertSame(problem, assertThrows(ProblemException.class, () -> await(problem)));
		RuntimeException unchecked = new IllegalArgumentException("no");
		assertSame(unchecked, assertThrows(IllegalArgumentException.class, () -> await(unchecked)));
		Error error = new StackOverflowError();
		assertSame(error, assertThrows(StackOverflowError.class, () -> await(error)));
		IOException other = new IOException();
		assertSame(other, assertThrows(IllegalStateException.class, () -> await(other)).getCause());
	}

	private static void await(Throwable end) throws ProblemException {
		Cancellation.NONE.await(CompletableFuture.failedFuture(end));
	}

	@Test
	void aCancellationIsHeardWhileTheWorkGoesOn() {
		CompletableFuture<String> endless = new CompletableFuture<>();
		AtomicInteger looks = new AtomicInteger();
		Cancellation atTheThirdLook = () -> looks.incrementAndGet() >= 3;
		assertThrows(CancellationException.class, () -> atTheThirdLook.await(endless));
		assertFalse(endless.isDone());
	}

	@Test
	void anInterruptEndsTheWaitingAndStays() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> Cancellation.NONE.await(new CompletableFuture<>()));
		assertTrue(Thread.interrupted());
	}
}
