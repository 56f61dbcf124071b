/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;
import org.trainless.search.runner.SearchOutcome.Ending;
import org.trainless.search.runner.Searches.Counting;
import org.trainless.search.runner.Searches.Course;
import org.trainless.search.testing.Landscape;

class ResumeTest {
	private static Search search(String strategy, int batch, Evaluator evaluator) {
		return Searches.search(strategy, evaluator).withBatch(batch)
				.withCost(a -> 10 + Landscape.rugged(5).applyAsDouble(a));
	}

	private static Course run(Search search, List<Trial> logged) throws ProblemException, IOException {
		return Searches.run(search, Runnable::run, logged, Cancellation.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "random,1", "random,4", "exhaustive,1", "exhaustive,4", "regularized-evolution,1",
			"regularized-evolution,4", "regularized-evolution,50", "local-search,1", "local-search,4", "warm,1",
			"warm,4" })
	void continuesToTheSameTraceFromEveryPrefix(String strategy, int batch) throws ProblemException, IOException {
		Course whole = run(search(strategy, batch, new Counting(Landscape.coarse(1))), List.of());
		for (int length = 0; length <= whole.written().size(); length++) {
			List<Trial> prefix = whole.written().subList(0, length);
			Counting counting = new Counting(Landscape.coarse(1));
			Course rest = run(search(strategy, batch, counting), prefix);
			assertEquals(prefix, rest.replayed());
			assertEquals(whole.trace(), rest.trace(), "resumed after " + length);
			assertEquals(whole.outcome().ending(), rest.outcome().ending());
			assertEquals(whole.result().best().map(Searches::timeless), rest.result().best().map(Searches::timeless));
			assertEquals(List.of(whole.result().evaluations(), whole.result().distinct(), whole.result().nonFinite()),
					List.of(rest.result().evaluations(), rest.result().distinct(), rest.result().nonFinite()));
			assertEquals(whole.result().ended(), rest.result().ended());
			Set<String> known = new HashSet<>();
			prefix.stream().filter(t -> t.objective().equals("objective")).forEach(t -> known.add(t.architecture()));
			assertTrue(counting.calls.keySet().stream().noneMatch(known::contains), "evaluated what was logged");
			assertTrue(counting.calls.values().stream().allMatch(c -> c == 1));
		}
	}

	@Test
	void wallTimeGoesOnWhereItEnded() throws ProblemException, IOException {
		AtomicLong now = new AtomicLong();
		Evaluator second = (architecture, cancellation) -> {
			now.addAndGet(1_000_000_000);
			return new Evaluated(Landscape.score(1), 1, false);
		};
		Search budgeted = Searches.search("exhaustive", second).withBudget(Budget.seconds(20));
		Course whole = Searches.run(budgeted, Runnable::run, now::get, List.of(), Cancellation.NONE);
		assertEquals(20, whole.written().size());
		now.set(987_654_321_000_000L);
		Course rest = Searches.run(Searches.search("exhaustive", second).withBudget(Budget.seconds(20)), Runnable::run,
				now::get, whole.written().subList(0, 13), Cancellation.NONE);
		assertEquals(whole.trace(), rest.trace());
		assertEquals(14, rest.written().get(0).elapsedSeconds());
		assertEquals(20, rest.result().seconds());
	}

	private static Problem diverged(Search search, List<Trial> log) {
		return assertThrows(ProblemException.class, () -> run(search, log)).problems().get(0);
	}

	private static Trial changed(Trial trial, long number, String objective, String architecture, Score score) {
		return new Trial(trial.search(), trial.seed(), number, objective, trial.index(), architecture, score,
				trial.seconds(), trial.cached(), trial.elapsedSeconds(), trial.trainingSeconds(), trial.accuracy());
	}

	@ParameterizedTest
	@CsvSource({ "1", "4" })
	void saysWhereTheLogDiverges(int batch) throws ProblemException, IOException {
		List<Trial> log = new ArrayList<>(
				run(search("regularized-evolution", batch, new Counting(Landscape.rugged(1))), List.of()).written());
		Counting counting = new Counting(Landscape.rugged(1));
		Trial trial = log.get(17);

		log.set(17, changed(trial, 17, "objective", log.get(16).architecture(), trial.score()));
		Problem other = diverged(search("regularized-evolution", batch, counting), log);
		assertEquals("diverged", other.code());
		assertTrue(other.message().startsWith("diverged at trial 17: "), other::toLine);
		assertTrue(other.message().contains(trial.architecture()), other::toLine);

		log.set(17, changed(trial, 17, "warmup", trial.architecture(), trial.score()));
		assertTrue(diverged(search("regularized-evolution", batch, counting), log).message()
				.startsWith("diverged at trial 17: "));

		// another score leads to other children some time later
		log.set(17, changed(trial, 17, "objective", trial.architecture(), Score.of(1000)));
		assertTrue(diverged(search("regularized-evolution", batch, counting), log).message()
				.startsWith("diverged at trial "));
		assertEquals(0, counting.total(), "a log that does not fit costs no evaluation");
	}

	@Test
	void aLogThatIsLongerThanTheSearchDiverges() throws ProblemException, IOException {
		List<Trial> log = new ArrayList<>(
				run(search("random", 1, new Counting(Landscape.rugged(1))), List.of()).written());
		Trial last = log.get(59);
		log.add(changed(last, 60, "objective", last.architecture(), last.score()));
		Problem problem = diverged(search("random", 1, new Counting(Landscape.rugged(1))), log);
		assertTrue(problem.message().startsWith("diverged at trial 60: ")
				&& problem.message().contains("60 evaluations made"), problem::toLine);
	}

	@Test
	void aLogOfAnotherSearchIsRefused() throws ProblemException, IOException {
		List<Trial> log = run(search("random", 1, new Counting(Landscape.rugged(1))), List.of()).written();
		assertEquals("log-mismatch",
				diverged(search("random", 1, new Counting(Landscape.rugged(1))), log.subList(1, 9)).code());
		Trial first = log.get(0);
		Trial foreign = new Trial(first.search(), first.seed() + 1, 0, first.objective(), first.index(),
				first.architecture(), first.score(), 0, false, 0, 0, first.accuracy());
		assertEquals("log-mismatch",
				diverged(search("random", 1, new Counting(Landscape.rugged(1))), List.of(foreign)).code());
	}

	@Test
	void aFinishedSearchEndsAtOnce() throws ProblemException, IOException {
		Course whole = run(search("regularized-evolution", 1, new Counting(Landscape.rugged(1))), List.of());
		Counting counting = new Counting(Landscape.rugged(1));
		Course again = run(search("regularized-evolution", 1, counting), whole.written());
		assertEquals(List.of(), again.written());
		assertEquals(0, counting.total());
		assertEquals(Ending.DONE, again.outcome().ending());
	}
}
