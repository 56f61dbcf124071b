/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Architecture;
import org.trainless.search.runner.SearchOutcome.Ending;
import org.trainless.search.runner.Searches.Counting;
import org.trainless.search.runner.Searches.Course;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;

class BudgetTest {
	private static final TrainingCost COST = a -> 10 + 10 * Landscape.rugged(5).applyAsDouble(a);

	/** Knows the training time of every other cell. */
	private static final class HalfTimed implements Benchmark {
		@Override
		public Meaning meaning() {
			return new Meaning("", "", true, 0, "", "");
		}

		@Override
		public OptionalDouble accuracy(Architecture architecture) {
			return OptionalDouble.empty();
		}

		@Override
		public OptionalDouble trainingSeconds(Architecture architecture) {
			return Domains.NATS.indexOf(architecture) % 2 == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
		}

		@Override
		public Map<String, Double> all(Architecture architecture) {
			return Map.of();
		}
	}

	private static Course run(Search search) throws ProblemException, IOException {
		return Searches.run(search, Runnable::run, List.of(), Cancellation.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "30,1", "30,7", "3,16" })
	void ofEvaluationsIsExact(int evaluations, int batch) throws ProblemException, IOException {
		Course course = run(Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))).withBatch(batch)
				.withBudget(Budget.evaluations(evaluations)));
		assertEquals(evaluations, course.written().size());
		assertEquals(Ending.BUDGET, course.outcome().ending());
		assertEquals("budget of " + evaluations + " evaluations spent", course.result().ended());
	}

	@Test
	void ofEvaluationsCountsRepeatsButNoWarmUp() throws ProblemException, IOException {
		Course warm = run(
				Searches.search("warm", new Counting(Landscape.rugged(1))).withBudget(Budget.evaluations(12)));
		assertEquals(32, warm.written().size());
		Course repeats = run(Searches.search(Searches.evolution(Domains.cells("skip_connect >= 5"), 20, 200),
				new Counting(Landscape.rugged(1))).withBudget(Budget.evaluations(100)));
		assertEquals(100, repeats.written().size());
		assertTrue(repeats.result().distinct() <= 25);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void ofTrainingTimeEndsWithTheEvaluationThatReachesIt(int batch) throws ProblemException, IOException {
		Course course = run(Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))).withBatch(batch)
				.withCost(COST).withBudget(Budget.trainingSeconds(300)));
		double sum = 0;
		for (Trial trial : course.written()) {
			assertTrue(sum < 300, "went on after the budget was spent");
			sum += COST.seconds(Domains.NATS.at(trial.index()));
			assertEquals(sum, trial.trainingSeconds());
		}
		assertTrue(sum >= 300);
		assertEquals("budget of 300 s of training time spent", course.result().ended());
	}

	@Test
	void repeatsCostTrainingTimeButAWarmUpDoesNot() throws ProblemException, IOException {
		Search repeating = Searches.search(Searches.evolution(Domains.cells("skip_connect == 6"), 10, 50),
				new Counting(Landscape.rugged(1)));
		Course repeats = run(repeating.withCost(a -> 2.5));
		assertEquals(25, repeats.written().get(9).trainingSeconds());
		Course warm = run(Searches.search("warm", new Counting(Landscape.rugged(1))).withCost(a -> 2));
		assertEquals(0, warm.written().get(19).trainingSeconds());
		assertEquals(80, warm.written().get(59).trainingSeconds());
	}

	@Test
	void anUnknownTrainingTimeIsAProblem() {
		ProblemException e = assertThrows(ProblemException.class, () -> run(Searches
				.search("random", new Counting(Landscape.rugged(1))).withCost(TrainingCost.of(new HalfTimed()))));
		assertEquals("no-training-time", e.problems().get(0).code());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void ofWallTimeLooksAtTheClockBeforeEachProposal(int batch) throws ProblemException, IOException {
		AtomicLong now = new AtomicLong(42);
		Evaluator second = (architecture, cancellation) -> {
			now.addAndGet(1_000_000_000);
			return new Evaluated(Landscape.score(1), 1, false);
		};
		Search search = Searches.search(Searches.strategy("exhaustive", Searches.DOMAIN), second).withBatch(batch)
				.withBudget(Budget.seconds(9.5));
		Course course = Searches.run(search, Runnable::run, now::get, List.of(), Cancellation.NONE);
		assertEquals(10, course.written().size());
		assertEquals("budget of 9.5 s spent", course.result().ended());
		assertEquals(10, course.result().seconds());
		assertEquals(batch == 1 ? 1 : 4, course.written().get(0).elapsedSeconds());
	}

	@Test
	void theFirstOfSeveralEndsTheSearch() {
		Budget both = Budget.evaluations(10).and(Budget.seconds(5)).and(Budget.trainingSeconds(100));
		assertTrue(both.exhausted(new Spent(9, 4.9, 99)).isEmpty());
		assertEquals("budget of 10 evaluations spent", both.exhausted(new Spent(10, 0, 0)).orElseThrow());
		assertEquals("budget of 5 s spent", both.exhausted(new Spent(0, 5, 0)).orElseThrow());
		assertEquals("budget of 100 s of training time spent", both.exhausted(new Spent(0, 0, 100)).orElseThrow());
		assertTrue(Budget.NONE.exhausted(new Spent(Long.MAX_VALUE, 1e300, 1e300)).isEmpty());
	}

	@Test
	void mustAllowSomething() {
		assertThrows(IllegalArgumentException.class, () -> Budget.evaluations(0));
		assertThrows(IllegalArgumentException.class, () -> Budget.seconds(0));
		assertThrows(IllegalArgumentException.class, () -> Budget.trainingSeconds(Double.NaN));
	}
}
