/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;
import org.trainless.search.runner.SearchOutcome.Ending;
import org.trainless.search.runner.Searches.Counting;
import org.trainless.search.runner.Searches.Course;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class SearchRunnerTest {

	@ParameterizedTest
	@ValueSource(strings = { "random", "regularized-evolution", "local-search" })
	void drivesAStrategyAsByHand(String name) throws ProblemException, IOException {
		for (int batch : new int[] { 1, 4 }) {
			Course course = Searches.run(Searches.search(name, new Counting(Landscape.coarse(1))).withBatch(batch),
					Runnable::run, List.of(), Cancellation.NONE);
			Played played = Played.of(Searches.strategy(name, Searches.DOMAIN), batch, Landscape.coarse(1));
			assertEquals(played.architectures().stream().map(Architecture::text).toList(),
					course.written().stream().map(Trial::architecture).toList());
			assertEquals(played.evaluations().stream().map(Evaluation::score).toList(),
					course.written().stream().map(Trial::score).toList());
			assertEquals(new SearchOutcome(course.result(), Ending.DONE), course.outcome());
			assertEquals(played.reason(), course.result().ended());
		}
	}

	@Test
	void trialsSayAllThereIsToSay() throws ProblemException, IOException {
		Course course = Searches.run(Searches.search("regularized-evolution", new Counting(Landscape.rugged(1))));
		double elapsed = 0;
		for (int n = 0; n < course.written().size(); n++) {
			Trial trial = course.written().get(n);
			Architecture architecture = Domains.NATS.at(trial.index());
			assertEquals(n, trial.number());
			assertEquals(Searches.NAME, trial.search());
			assertEquals(Searches.SEED, trial.seed());
			assertEquals("objective", trial.objective());
			assertEquals(architecture.text(), trial.architecture());
			assertEquals(Landscape.rugged(1).applyAsDouble(architecture), trial.score().value());
			assertEquals(OptionalDouble.of(90 + Landscape.rugged(1).applyAsDouble(architecture)), trial.accuracy());
			assertEquals(0, trial.trainingSeconds());
			assertTrue(trial.elapsedSeconds() > elapsed);
			elapsed = trial.elapsedSeconds();
		}
		assertTrue(course.result().seconds() > elapsed && elapsed < 1, "the clock ticks a millisecond at a time");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 8 })
	void aRepeatIsAnsweredFromMemory(int batch) throws ProblemException, IOException {
		Domain few = Domains.cells("skip_connect >= 5");
		Counting counting = new Counting(Landscape.rugged(1));
		Map<String, Integer> lookups = new HashMap<>();
		Search search = Searches.search(Searches.evolution(few, 20, 200), counting).withBatch(batch).withAccuracy(a -> {
			lookups.merge(a.text(), 1, Integer::sum);
			return OptionalDouble.empty();
		});
		Course course = Searches.run(search, Runnable::run, List.of(), Cancellation.NONE);
		Set<String> seen = new HashSet<>();
		for (Trial trial : course.written()) {
			boolean repeat = !seen.add(trial.architecture());
			assertEquals(repeat, trial.cached(), trial::toString);
			assertEquals(repeat ? 0 : 0.25, trial.seconds(), trial::toString);
		}
		assertEquals(200, course.written().size());
		assertEquals(seen, counting.calls.keySet());
		assertEquals(seen.size(), counting.total());
		assertEquals(Set.of(1), new HashSet<>(lookups.values()));
		assertEquals(seen.size(), course.result().distinct());
	}

	@Test
	void memoriesOfObjectivesAreApart() throws ProblemException, IOException {
		Counting counting = new Counting(Landscape.rugged(1));
		Course course = Searches.run(Searches.search("warm", counting));
		List<Trial> own = course.written().stream().filter(t -> t.objective().equals("objective")).toList();
		assertEquals(20, course.written().size() - own.size());
		assertEquals(40, own.size());
		for (Trial trial : own.subList(0, 5)) {
			assertFalse(trial.cached(), "scored by the other objective before");
			assertEquals(Landscape.rugged(1).applyAsDouble(Domains.NATS.at(trial.index())), trial.score().value());
		}
		assertEquals(60, course.result().evaluations());
		assertTrue(course.result().distinct() < 60);
		assertEquals("objective", course.result().best().orElseThrow().objective());
	}

	@Test
	void scoresFromAStoreSaySo() throws ProblemException, IOException {
		Course course = Searches.run(Searches.search("random", (a, c) -> new Evaluated(Landscape.score(1), 0, true)));
		assertTrue(course.written().stream().allMatch(Trial::cached));
	}

	@Test
	void theIncumbentIsTheEarliestOfTheBest() throws ProblemException, IOException {
		Course course = Searches.run(Searches.search("exhaustive", new Counting(Landscape.coarse(2))));
		double best = course.written().stream().mapToDouble(t -> t.score().value()).max().orElseThrow();
		Trial earliest = course.written().stream().filter(t -> t.score().value() == best).findFirst().orElseThrow();
		assertTrue(course.written().stream().filter(t -> t.score().value() == best).count() > 1);
		SearchResult result = course.result();
		assertSame(earliest, result.best().orElseThrow());
		assertEquals(course.written().stream().filter(t -> !t.score().isFinite()).count(), result.nonFinite());
		assertTrue(result.nonFinite() > 0);
		assertEquals(List.of(50L, 50L), List.of(result.evaluations(), result.distinct()));
		assertEquals("budget of 50 evaluations spent", result.ended());
	}

	@Test
	void lowerMayBeBetter() throws ProblemException, IOException {
		Strategy strategy = Searches.strategy("exhaustive", Domains.cells("skip_connect == 5"));
		Course course = Searches.run(Search.of("low", 1, Domains.NATS, strategy,
				Map.of("objective", new SearchObjective(new Counting(Landscape.rugged(1)), false))));
		double least = course.written().stream().mapToDouble(t -> t.score().value()).min().orElseThrow();
		assertEquals(least, course.result().best().orElseThrow().score().value());
	}

	@Test
	void withoutAFiniteScoreThereIsNoIncumbent() throws ProblemException, IOException {
		Course course = Searches.run(Searches.search("random", new Counting(a -> Double.NaN)));
		assertTrue(course.result().best().isEmpty());
		assertEquals(60, course.result().nonFinite());
	}

	@Test
	void anArchitectureWithoutFeasibleNeighbourEndsTheSearchWithAMessage() throws ProblemException, IOException {
		Domain one = Domains.cells("skip_connect == 6");
		Course course = Searches
				.run(Searches.search(Searches.evolution(one, 10, 200), new Counting(Landscape.rugged(1))));
		assertEquals(10, course.result().evaluations());
		assertEquals(1, course.result().distinct());
		assertEquals("no neighbour of " + one.at(0).text() + " is feasible", course.result().ended());
		assertEquals(Ending.DONE, course.outcome().ending());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5 })
	void aSinkThatFailsEndsTheSearch(int batch) {
		IOException full = new IOException("no space left on device");
		List<Trial> written = new ArrayList<>();
		List<Trial> told = new ArrayList<>();
		Counting counting = new Counting(Landscape.rugged(1));
		SearchRunner runner = new SearchRunner(Searches.search("random", counting).withBatch(batch), task -> {
		}, System::nanoTime);
		assertSame(full, assertThrows(IOException.class, () -> runner.run(List.of(), trial -> {
			if (trial.number() == 7) {
				throw full;
			}
			written.add(trial);
		}, (trial, replayed) -> told.add(trial), Cancellation.NONE)));
		assertEquals(7, written.size());
		assertEquals(written, told);
		assertEquals(8, counting.total());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5 })
	void whatAnEvaluatorThrowsEndsTheSearch(int batch) {
		for (Exception failure : List.of(new ProblemException(Problem.error("no-data", "the file is gone", "")),
				new IllegalStateException("a defect"), new CancellationException("nobody cancelled"))) {
			List<Trial> written = new ArrayList<>();
			SearchRunner runner = new SearchRunner(Searches.search("random", (architecture, cancellation) -> {
				if (written.size() == 3) {
					switch (failure) {
					case ProblemException problem -> throw problem;
					case RuntimeException defect -> throw defect;
					default -> throw new AssertionError(failure);
					}
				}
				return new Evaluated(Landscape.score(1), 1, false);
			}).withBatch(batch), task -> {
			}, System::nanoTime);
			assertSame(failure, assertThrows(Exception.class,
					() -> runner.run(List.of(), written::add, SearchListener.NONE, Cancellation.NONE)));
			assertEquals(3, written.size());
		}
	}

	@Test
	void isUsedOnce() throws ProblemException, IOException {
		SearchRunner runner = new SearchRunner(Searches.search("random", new Counting(a -> 1)), Searches.NO_EXECUTOR,
				System::nanoTime);
		runner.run(List.of(), trial -> {
		}, SearchListener.NONE, Cancellation.NONE);
		assertThrows(IllegalStateException.class, () -> runner.run(List.of(), trial -> {
		}, SearchListener.NONE, Cancellation.NONE));
	}

	/** Says whatever it is told to say. */
	private static Strategy saying(Step... steps) {
		return new Strategy() {
			private int next;

			@Override
			public Step ask() {
				return steps[next++];
			}

			@Override
			public void tell(Evaluation evaluation) {
				// learns nothing
			}
		};
	}

	@Test
	void aStrategyThatBreaksItsContractIsNamed() {
		Architecture cell = Domains.NATS.at(0);
		Step first = new Step.Propose(new Proposal(0, cell, "objective"));
		Step gap = new Step.Propose(new Proposal(2, cell, "objective"));
		Step unknown = new Step.Propose(new Proposal(0, cell, "cheap"));
		Map<String, Strategy> broken = Map.of("nothing is outstanding", saying(new Step.Wait()),
				"proposal 2 follows proposal 0", saying(first, gap), "'cheap'", saying(unknown));
		broken.forEach((message, strategy) -> {
			String said = assertThrows(IllegalStateException.class,
					() -> Searches.run(Searches.search(strategy, new Counting(a -> 1)))).getMessage();
			assertTrue(said.contains(message), said);
		});
	}

	@Test
	void aSearchNeedsItsObjectiveAndABatch() {
		Search search = Searches.search("random", new Counting(a -> 1));
		assertThrows(IllegalArgumentException.class, () -> search.withBatch(0));
		assertThrows(IllegalArgumentException.class,
				() -> Search.of("", 1, search.space(), search.strategy(), Map.of()));
		assertThrows(IllegalArgumentException.class, () -> new Evaluated(Landscape.score(1), -1, false));
	}
}
