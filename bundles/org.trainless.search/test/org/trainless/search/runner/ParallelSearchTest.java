/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.search.runner.Searches.Counting;
import org.trainless.search.runner.Searches.Course;
import org.trainless.search.testing.Landscape;

@Timeout(120)
class ParallelSearchTest {
	/** Takes as long as chance will have it, so that answers come in any order. */
	private static Evaluator uneven(Evaluator evaluator) {
		return (architecture, cancellation) -> {
			for (int i = ThreadLocalRandom.current().nextInt(20_000); i > 0; i--) {
				Thread.onSpinWait();
			}
			return evaluator.evaluate(architecture, cancellation);
		};
	}

	@ParameterizedTest
	@CsvSource({ "random", "exhaustive", "regularized-evolution", "local-search", "warm" })
	void theTraceDoesNotDependOnThreads(String strategy) throws ProblemException, IOException {
		for (int batch : new int[] { 1, 3, 8 }) {
			Course expected = Searches.run(
					Searches.search(strategy, new Counting(Landscape.coarse(1))).withBatch(batch), Runnable::run,
					List.of(), Cancellation.NONE);
			for (int threads : new int[] { 1, 2, 8 }) {
				try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
					Counting counting = new Counting(Landscape.coarse(1));
					Course course = Searches.run(Searches.search(strategy, uneven(counting)).withBatch(batch), pool,
							List.of(), Cancellation.NONE);
					assertEquals(expected.trace(), course.trace(), batch + " at once, " + threads + " threads");
					assertTrue(counting.calls.values().stream().allMatch(calls -> calls == 1), "evaluated twice");
				}
			}
		}
	}

	@Test
	void theBatchIsPartOfTheTrace() throws ProblemException, IOException {
		List<Course> courses = new ArrayList<>();
		for (int batch : new int[] { 1, 4 }) {
			courses.add(Searches.run(
					Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))).withBatch(batch),
					Runnable::run, List.of(), Cancellation.NONE));
		}
		assertNotEquals(courses.get(0).trace(), courses.get(1).trace());
	}

	@Test
	void aBatchIsEvaluatedAtOnce() throws ProblemException, IOException {
		CyclicBarrier all = new CyclicBarrier(4);
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		Evaluator together = (architecture, cancellation) -> {
			threads.add(Thread.currentThread());
			try {
				all.await(60, TimeUnit.SECONDS);
			} catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
				throw new IllegalStateException("the others never came", e);
			}
			return new Evaluated(Landscape.score(1), 1, false);
		};
		// the calling thread is the fourth
		try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
			Search search = Searches.search(Searches.strategy("exhaustive", Searches.DOMAIN), together).withBatch(4)
					.withBudget(Budget.evaluations(4));
			assertEquals(4, Searches.run(search, pool, List.of(), Cancellation.NONE).written().size());
		}
		assertEquals(4, threads.size());
		assertTrue(threads.contains(Thread.currentThread()));
	}

	@Test
	void runnersMayOccupyTheirOwnExecutor() throws InterruptedException, ExecutionException {
		AtomicInteger now = new AtomicInteger();
		List<Integer> most = Collections.synchronizedList(new ArrayList<>());
		Evaluator watched = (architecture, cancellation) -> {
			most.add(now.incrementAndGet());
			try {
				return uneven(new Counting(Landscape.rugged(1))).evaluate(architecture, cancellation);
			} finally {
				now.decrementAndGet();
			}
		};
		try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
			List<Future<Course>> courses = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				courses.add(
						pool.submit(() -> Searches.run(Searches.search("regularized-evolution", watched).withBatch(5),
								pool, List.of(), Cancellation.NONE)));
			}
			for (Future<Course> course : courses) {
				assertEquals(courses.get(0).get().trace(), course.get().trace());
			}
		}
		assertTrue(Collections.max(most) <= 2, "more evaluations at once than threads");
	}

	@Test
	void anExecutorThatDoesNothingOnlyCostsTime() throws ProblemException, IOException {
		Course expected = Searches.run(Searches.search("random", new Counting(Landscape.rugged(1))));
		Course lazy = Searches.run(Searches.search("random", new Counting(Landscape.rugged(1))).withBatch(4), task -> {
		}, List.of(), Cancellation.NONE);
		Course closed = Searches.run(Searches.search("random", new Counting(Landscape.rugged(1))).withBatch(4),
				task -> {
					throw new RejectedExecutionException("closed");
				}, List.of(), Cancellation.NONE);
		assertEquals(expected.trace(), lazy.trace());
		assertEquals(expected.trace(), closed.trace());
	}
}
