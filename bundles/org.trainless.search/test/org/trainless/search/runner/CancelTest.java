/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.search.runner.SearchOutcome.Ending;
import org.trainless.search.runner.Searches.Counting;
import org.trainless.search.runner.Searches.Course;
import org.trainless.search.testing.Landscape;

@Timeout(60)
class CancelTest {
	private static final long PROMPT_MILLISECONDS = 1000;

	@ParameterizedTest
	@CsvSource({ "1,0", "1,1", "1,25", "4,0", "4,1", "4,25" })
	void leavesALogThatResumesToTheSameTrace(int batch, int after) throws ProblemException, IOException {
		Course whole = Searches.run(
				Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))).withBatch(batch),
				Runnable::run, List.of(), Cancellation.NONE);
		AtomicInteger evaluations = new AtomicInteger();
		Counting counting = new Counting(Landscape.rugged(1));
		Evaluator counted = (architecture, cancellation) -> {
			cancellation.check();
			evaluations.incrementAndGet();
			return counting.evaluate(architecture, cancellation);
		};
		Course part = Searches.run(Searches.search("regularized-evolution", counted).withBatch(batch), Runnable::run,
				List.of(), () -> evaluations.get() >= after);
		assertEquals(Ending.CANCELLED, part.outcome().ending());
		assertEquals("cancelled", part.result().ended());
		assertTrue(part.written().stream().filter(trial -> !trial.cached()).count() <= after);
		assertEquals(whole.trace().subList(0, part.written().size()), part.trace());
		assertEquals(part.written().size(), part.result().evaluations());
		Course rest = Searches.run(
				Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))).withBatch(batch),
				Runnable::run, part.written(), Cancellation.NONE);
		assertEquals(whole.trace(), rest.trace());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void endsALongEvaluation(int batch) throws InterruptedException, ExecutionException, TimeoutException {
		AtomicBoolean cancelled = new AtomicBoolean();
		CountDownLatch begun = new CountDownLatch(1);
		Evaluator endless = (architecture, cancellation) -> {
			begun.countDown();
			while (true) {
				cancellation.check();
				Thread.onSpinWait();
			}
		};
		try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
			Future<Course> course = pool.submit(() -> Searches.run(Searches.search("random", endless).withBatch(batch),
					pool, List.of(), cancelled::get));
			begun.await();
			cancelled.set(true);
			assertEquals(Ending.CANCELLED, course.get(PROMPT_MILLISECONDS, TimeUnit.MILLISECONDS).outcome().ending());
		}
	}

	/** The executor's thread is deep in something that cannot be ended; the runner does not wait for it. */
	@Test
	void doesNotWaitForTheExecutor() throws InterruptedException, ExecutionException, TimeoutException {
		AtomicBoolean cancelled = new AtomicBoolean();
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		Evaluator deaf = (architecture, cancellation) -> {
			if (begun.getCount() == 0) {
				return new Evaluated(Landscape.score(1), 1, false);
			}
			begun.countDown();
			try {
				release.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			return new Evaluated(Landscape.score(1), 1, false);
		};
		try (ExecutorService pool = Executors.newFixedThreadPool(1);
				ExecutorService runners = Executors.newFixedThreadPool(1)) {
			Future<Course> course = runners
					.submit(() -> Searches.run(Searches.search("random", deaf).withBatch(2), task -> {
						pool.execute(task);
						try {
							// only when the pool has begun, so that the runner has to wait for it
							begun.await();
						} catch (InterruptedException e) {
							throw new IllegalStateException(e);
						}
					}, List.of(), cancelled::get));
			begun.await();
			cancelled.set(true);
			Course done = course.get(PROMPT_MILLISECONDS, TimeUnit.MILLISECONDS);
			assertEquals(Ending.CANCELLED, done.outcome().ending());
			assertEquals(List.of(), done.written());
			release.countDown();
		}
	}

	@Test
	void anInterruptIsACancellation() throws ProblemException, IOException {
		Counting counting = new Counting(Landscape.rugged(1));
		Evaluator interrupting = (architecture, cancellation) -> {
			if (counting.total() == 5) {
				Thread.currentThread().interrupt();
			}
			return counting.evaluate(architecture, cancellation);
		};
		try {
			Course course = Searches.run(Searches.search("random", interrupting));
			assertEquals(Ending.CANCELLED, course.outcome().ending());
			assertTrue(course.written().size() >= 5 && course.written().size() <= 6);
			assertTrue(Thread.currentThread().isInterrupted(), "the interrupt is kept for the caller");
		} finally {
			Thread.interrupted();
		}
	}

	@Test
	void endsALongReplay() throws ProblemException, IOException {
		List<Trial> log = Searches.run(Searches.search("random", new Counting(Landscape.rugged(1)))).written();
		AtomicInteger looks = new AtomicInteger();
		Course course = assertTimeoutPreemptively(Duration.ofSeconds(60),
				() -> Searches.run(Searches.search("random", new Counting(Landscape.rugged(1))), Searches.NO_EXECUTOR,
						log, () -> looks.incrementAndGet() > 20));
		assertEquals(Ending.CANCELLED, course.outcome().ending());
		assertEquals(List.of(), course.written());
		assertTrue(!course.replayed().isEmpty() && course.replayed().size() < log.size());
	}
}
