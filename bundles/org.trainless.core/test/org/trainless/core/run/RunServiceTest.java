/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.space.Equivalence;
import org.trainless.core.testing.Installation;
import org.trainless.core.testing.TestProxies;
import org.trainless.experiment.ExperimentResult;
import org.trainless.store.RunDirectory;

class RunServiceTest {
	private static final String EXPERIMENT = """
			format: 1
			name: test
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			seeds: { first: 7, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 5 }
			    proxy: l2_norm
			    batch: 4
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 4, sample: 2, evaluations: 5 }
			    proxy: l2_norm
			    constraint: skip_connect <= 1
			""";
	private static final String CHEAP = EXPERIMENT.replace("l2_norm", "test-counting").replace("evaluations: 5",
			"evaluations: 60");

	@TempDir
	private Path folder;
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
		TestProxies.COUNTS.clear();
	}

	/** All that a run tells of itself. */
	private static class Heard implements RunListener {
		private final List<Trial> trials = Collections.synchronizedList(new ArrayList<>());
		private final List<Trial> incumbents = Collections.synchronizedList(new ArrayList<>());
		private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
		private final List<SearchResult> ended = Collections.synchronizedList(new ArrayList<>());
		private final List<RunProgress> progress = Collections.synchronizedList(new ArrayList<>());

		@Override
		public void trial(Trial trial) {
			trials.add(trial);
		}

		@Override
		public void incumbent(Trial trial) {
			incumbents.add(trial);
		}

		@Override
		public void problem(Problem problem) {
			problems.add(problem);
		}

		@Override
		public void searchEnded(SearchResult result) {
			ended.add(result);
		}

		@Override
		public void progress(RunProgress told) {
			progress.add(told);
		}
	}

	private ExperimentResult read(String text) {
		return installation.files.read("test.nas.yaml", text, folder);
	}

	private RunOutcome run(String text, String directory, int jobs, boolean resume, RunListener listener,
			Cancellation cancellation) throws ProblemException {
		try (PreparedRun run = installation.runs.prepare(read(text), Cancellation.NONE)) {
			return run.execute(new RunRequest(folder.resolve(directory), resume, jobs, Optional.empty()), listener,
					cancellation);
		}
	}

	private RunOutcome run(String text, String directory) throws ProblemException {
		return run(text, directory, 1, false, RunListener.NONE, Cancellation.NONE);
	}

	private static Problem only(ProblemException e) {
		assertEquals(1, e.problems().size(), e.getMessage());
		return e.problems().get(0);
	}

	/** What must not depend on the machine. */
	private static List<String> trace(List<Trial> trials) {
		return trials
				.stream().map(t -> String.join(" ", t.search(), "" + t.seed(), "" + t.number(), t.objective(),
						"" + t.index(), t.architecture(), "" + t.score(), "" + t.trainingSeconds(), "" + t.accuracy()))
				.toList();
	}

	@Test
	void theTraceDependsOnFileAndSeedAndNotOnTheNumberOfJobs() throws ProblemException {
		RunOutcome one = run(EXPERIMENT, "one");
		assertEquals(RunOutcome.Ending.FINISHED, one.ending());
		assertEquals(2 * 3 * 5, one.results().trials().size());
		List<String> expected = trace(one.results().trials());
		assertEquals(expected,
				trace(run(EXPERIMENT, "four", 4, false, RunListener.NONE, Cancellation.NONE).results().trials()));
		assertEquals(expected, trace(run(EXPERIMENT, "again").results().trials()));
		assertNotEquals(expected, trace(run(EXPERIMENT.replace("first: 7", "first: 8"), "other").results().trials()));
		assertTrue(one.results().trials().stream().filter(t -> t.search().equals("evolution"))
				.allMatch(t -> t.architecture().split("skip_connect", -1).length <= 2));
		assertFalse(installation.engine.engine().isStarted(), "no proxy here needs the engine");
	}

	@Test
	void seedsAreDrawsOfTheScoreUnlessOneIsFixed() throws ProblemException {
		String exhaustive = """
				format: 1
				name: draws
				space: nats-tss
				dataset: noise
				seeds: { count: 2 }
				searches:
				  - { name: a, strategy: exhaustive, proxy: l2_norm, budget: { evaluations: 2 } }
				""";
		List<Trial> own = run(exhaustive, "own").results().trials();
		assertEquals(own.get(0).architecture(), own.get(2).architecture());
		assertNotEquals(own.get(0).score(), own.get(2).score());
		List<Trial> fixed = run(exhaustive + "scoring: { seed: 5 }\n", "fixed").results().trials();
		assertEquals(fixed.get(0).score(), fixed.get(2).score());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 20, 200 })
	void aCancelledRunIsResumedToTheSameTrace(int after) throws Exception {
		List<String> expected = trace(run(CHEAP, "whole").results().trials());
		AtomicInteger told = new AtomicInteger();
		RunListener counter = new RunListener() {
			@Override
			public void trial(Trial trial) {
				told.incrementAndGet();
			}
		};
		RunOutcome cancelled = run(CHEAP, "cut", 2, false, counter, () -> told.get() >= after);
		assertEquals(RunOutcome.Ending.CANCELLED, cancelled.ending());
		assertTrue(cancelled.files().isEmpty());
		assertTrue(cancelled.results().trials().size() < expected.size());

		Heard heard = new Heard();
		RunOutcome resumed = run(CHEAP, "cut", 2, true, heard, Cancellation.NONE);
		assertEquals(RunOutcome.Ending.FINISHED, resumed.ending());
		assertEquals(expected, trace(resumed.results().trials()));
		assertEquals(expected.size(), heard.trials.size(), "replayed trials are told too");
		assertEquals(6, heard.ended.size());
		String provenance = Files.readString(folder.resolve("cut/provenance.json"));
		if (after > 0) {
			assertTrue(provenance.contains("\"resumed\""), provenance);
		}

		TestProxies.COUNTS.clear();
		RunOutcome third = run(CHEAP, "cut", 2, true, RunListener.NONE, Cancellation.NONE);
		assertEquals(expected, trace(third.results().trials()));
		assertEquals(Map.of(), TestProxies.COUNTS, "a finished run is only replayed");
	}

	/** Seconds are a budget of this machine: how far they last is its own matter, what is found on the way is not. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void runsWithABudgetOfSecondsHaveACommonPrefix(int batch) throws Exception {
		String text = CHEAP.replace("evaluations: 60 }", "evaluations: 5000 }\n    budget: { seconds: 1 }")
				.replace("    batch: 4\n", "").replace("    proxy:", "    batch: " + batch + "\n    proxy:");
		Map<String, List<String>> fast = bySearch(run(text, "fast", 1, 2, new AtomicInteger(Integer.MAX_VALUE)));
		Map<String, List<String>> slow = bySearch(run(text, "slow", 9, 1, new AtomicInteger(Integer.MAX_VALUE)));
		assertEquals(6, fast.size());
		assertEquals(fast.keySet(), slow.keySet());
		slow.forEach((search, trace) -> assertBegins(fast.get(search), trace));

		// taken up elsewhere: what was there before stays, and its seconds count
		List<Trial> begun = run(text, "moved", 1, 1, new AtomicInteger(50)).results().trials();
		RunOutcome moved = run(text, "moved", 9, 2, new AtomicInteger(Integer.MAX_VALUE));
		assertEquals(RunOutcome.Ending.FINISHED, moved.ending());
		Map<String, List<String>> whole = bySearch(moved);
		whole.forEach((search, trace) -> assertBegins(fast.get(search), trace));
		String first = begun.get(0).search() + begun.get(0).seed();
		assertEquals(50, begun.size());
		assertEquals(trace(begun), whole.get(first).subList(0, 50));
		assertTrue(whole.get(first).size() > slow.get(first).size(), "the first 50 cost little time");
		assertTrue(begun.get(49).elapsedSeconds() < moved.results().trials().get(50).elapsedSeconds());
	}

	/**
	 * Cancelled after some trials. The clock of each thread goes on by so many milliseconds whenever it is looked at,
	 * so that a search does not pay for what others do.
	 */
	private RunOutcome run(String text, String directory, int tick, int jobs, AtomicInteger trials) throws Exception {
		ThreadLocal<AtomicLong> now = ThreadLocal.withInitial(() -> new AtomicLong(tick * 1_000_000_000_000L));
		RunService runs = new RunService(installation.contributions, installation.engine,
				() -> now.get().addAndGet(tick * 1_000_000L));
		try (PreparedRun run = runs.prepare(read(text), Cancellation.NONE)) {
			return run.execute(new RunRequest(folder.resolve(directory), true, jobs, Optional.empty()),
					new RunListener() {
						@Override
						public void trial(Trial trial) {
							trials.decrementAndGet();
						}
					}, () -> trials.get() <= 0);
		}
	}

	private static Map<String, List<String>> bySearch(RunOutcome outcome) {
		Map<String, List<Trial>> trials = outcome.results().trials().stream()
				.collect(Collectors.groupingBy(t -> t.search() + t.seed()));
		return trials.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> trace(e.getValue())));
	}

	private static void assertBegins(List<String> longer, List<String> shorter) {
		assertTrue(shorter.size() > 10 && shorter.size() < longer.size(), shorter.size() + " of " + longer.size());
		assertEquals(longer.subList(0, shorter.size()), shorter);
	}

	@Test
	void searchesOfOneSeedEvaluateEachClassOnce() throws Exception {
		RunOutcome outcome = run(CHEAP + "scoring: { seed: 1 }\n", "run", 3, false, RunListener.NONE,
				Cancellation.NONE);
		Map<String, Integer> counts = new HashMap<>();
		TestProxies.COUNTS.forEach((text, count) -> counts.put(text, count.get()));
		assertTrue(counts.values().stream().allMatch(c -> c == 1), counts.toString());
		for (Trial trial : outcome.results().trials()) {
			String representative = installation.space().representative(
					installation.space().parse(trial.architecture()), Equivalence.VALUE_GRAPH_WITH_HOOKS).text();
			assertTrue(counts.containsKey(representative));
			assertEquals(TestProxies.noise(representative), trial.score().value());
			assertEquals(0, trial.cached() ? trial.seconds() : 0);
		}
	}

	@Test
	void aTrialIsOnDiskBeforeAnybodyIsToldAndProgressCounts() throws ProblemException {
		Path log = folder.resolve("run/trials.jsonl");
		List<String> missing = Collections.synchronizedList(new ArrayList<>());
		Heard heard = new Heard() {
			@Override
			public void trial(Trial trial) {
				super.trial(trial);
				try {
					if (Files.readAllLines(log).stream()
							.noneMatch(line -> line.contains("\"trial\":" + trial.number() + ",")
									&& line.contains("\"seed\":" + trial.seed() + ",")
									&& line.contains("\"" + trial.search() + "\""))) {
						missing.add(trial.toString());
					}
				} catch (IOException e) {
					missing.add(e.toString());
				}
			}
		};
		run(CHEAP, "run", 2, false, heard, Cancellation.NONE);
		assertEquals(List.of(), missing);
		assertEquals(2 * 3 * 60, heard.trials.size());
		assertEquals(360, heard.progress.stream().mapToLong(RunProgress::done).max().orElse(0));
		assertTrue(heard.progress.stream().allMatch(p -> p.total() == 360));
		assertEquals(heard.ended.stream().map(r -> r.best().orElseThrow().score().value()).sorted().toList(),
				last(heard.incumbents).values().stream().map(t -> t.score().value()).sorted().toList());
	}

	private static Map<String, Trial> last(List<Trial> trials) {
		Map<String, Trial> last = new HashMap<>();
		trials.forEach(t -> last.put(t.search() + t.seed(), t));
		return last;
	}

	@Test
	void aProxyThatFailsCostsOnlyItsScores() throws ProblemException {
		Heard heard = new Heard();
		RunOutcome outcome = run(
				CHEAP.replace("test-counting", "test-failing").replace("    constraint: skip_connect <= 1\n", ""),
				"run", 2, false, heard, Cancellation.NONE);
		assertEquals(RunOutcome.Ending.FINISHED, outcome.ending());
		for (Trial trial : outcome.results().trials()) {
			boolean skips = trial.architecture().contains("skip_connect");
			assertEquals(skips ? Optional.of(NonFinite.FAILED) : Optional.empty(), trial.score().reason());
			if (skips) {
				assertTrue(trial.score().detail().contains("no skips please"));
			}
		}
		List<Problem> failures = heard.problems.stream().filter(p -> p.code().equals("proxy-failed")).toList();
		assertFalse(failures.isEmpty());
		assertTrue(failures.size() <= 3, "once for each scoring seed");
		assertTrue(failures.get(0).message().contains("org.trainless.core.test"), failures.get(0).toLine());
		SearchResult any = outcome.results().results().get(0);
		assertTrue(any.nonFinite() > 0);
	}

	@Test
	void brokenExportersCostNothingButTheirFiles() throws IOException, ProblemException {
		Heard heard = new Heard();
		RunOutcome outcome = run(CHEAP, "run", 1, false, heard, Cancellation.NONE);
		assertTrue(outcome.files().contains(folder.resolve("run/count.txt")), outcome.files().toString());
		assertEquals("360", Files.readString(folder.resolve("run/count.txt")));
		assertFalse(Files.exists(folder.resolve("run/broken.txt")));
		assertFalse(Files.exists(folder.resolve("escaped.txt")));
		List<String> lines = heard.problems.stream().map(Problem::toLine).toList();
		for (String id : List.of("test-broken", "test-escaping", "test-missing")) {
			assertEquals(1, lines.stream().filter(l -> l.contains("'" + id + "'")).count(), lines.toString());
		}
		assertTrue(lines.stream().allMatch(l -> l.startsWith("warning: ")), lines.toString());
		assertFalse(Files.list(folder.resolve("run")).anyMatch(p -> p.toString().endsWith(".part")));
	}

	@Test
	void thePlanIsKnownBefore() throws ProblemException {
		try (PreparedRun run = installation.runs.prepare(read(EXPERIMENT), Cancellation.NONE)) {
			RunPlan plan = run.plan();
			assertEquals(3, plan.seeds());
			assertEquals(30, plan.evaluations().orElse(-1));
			assertEquals(15625, plan.searches().get(0).feasible());
			// cells with at most one skip of six edges and five operations: 4^6 + 6·4^5
			assertEquals(4096 + 6 * 1024, plan.searches().get(1).feasible());
			assertTrue(plan.seconds().orElse(0) > 0);
		}
		assertFalse(Files.exists(folder.resolve("runs")));
	}

	private void assertRefused(String text, String code, String at) {
		ExperimentResult read = read(text);
		Problem problem = only(
				assertThrows(ProblemException.class, () -> installation.runs.prepare(read, Cancellation.NONE)));
		assertEquals(code, problem.code(), problem.toLine());
		assertEquals("test.nas.yaml", problem.source(), problem.toLine());
		Position position = problem.position().orElseThrow();
		String line = text.lines().skip(position.line() - 1L).findFirst().orElseThrow();
		assertTrue(line.substring(position.column() - 1).startsWith(at), problem.toLine() + " points at " + line);
	}

	@Test
	void whatCannotRunIsRefusedAtItsPlaceInTheFile() throws Exception {
		Path table = installation.table(folder.resolve("table.csv"));
		assertRefused(EXPERIMENT.replace("skip_connect <= 1", "params < 1000"), "unsatisfiable-constraint",
				"constraint: params < 1000");
		assertRefused(EXPERIMENT.replace("proxy: l2_norm\n    constraint", "proxy: test-impossible\n    constraint"),
				"unsupported-pass", "proxy: test-impossible");
		assertRefused(EXPERIMENT.replace("{ id: noise, batch: 4 }", "{ id: cifar10, path: nowhere }"), "missing-folder",
				"dataset: { id: cifar10");
		String accuracy = EXPERIMENT.replace("proxy: l2_norm\n    batch", "objective: { benchmark: { id: table, path: "
				+ table.getFileName() + ", accuracy: valid } }\n    batch");
		assertRefused(accuracy, "test-accuracy", "objective: { benchmark");
	}

	@Test
	void aBenchmarkIsAnObjectiveAndTheTruth() throws Exception {
		installation.table(folder.resolve("table.csv"));
		String table = "{ id: table, path: table.csv, accuracy: valid, time: seconds, set: x-valid, epochs: 12 }";
		String text = """
				format: 1
				name: bought
				space: nats-tss
				benchmark: %s
				searches:
				  - { name: a, strategy: { id: random, evaluations: 200 }, objective: { benchmark: %s } }
				  - { name: b, strategy: { id: random, evaluations: 200 }, objective: { benchmark: %s }, budget: { evaluations: 5 } }
				"""
				.formatted(table, table, table);
		RunOutcome outcome = run(text, "run");
		List<Trial> trials = outcome.results().trials();
		assertEquals(205, trials.size());
		double spent = 0;
		for (Trial trial : trials.subList(0, 200)) {
			if (trial.index() % 4 == 1) {
				assertEquals(Optional.of(NonFinite.MISSING), trial.score().reason());
				assertTrue(trial.accuracy().isEmpty());
			} else {
				assertEquals(Installation.accuracy(trial.architecture()), trial.score().value());
				assertEquals(trial.score().value(), trial.accuracy().orElseThrow());
				spent += 10 + trial.index() % 7;
			}
			assertEquals(spent, trial.trainingSeconds());
		}
		assertTrue(outcome.results().accuracy().orElseThrow().text().contains("x-valid"));
		assertTrue(outcome.results().results().get(1).ended().contains("budget"));
		assertFalse(installation.engine.engine().isStarted());
	}

	@Test
	void aBudgetOfTrainingTimeNeedsKnownTimes() throws Exception {
		installation.table(folder.resolve("table.csv"), 0);
		String table = "{ id: table, path: table.csv, accuracy: valid, set: x-valid }";
		String text = """
				format: 1
				name: bought
				space: nats-tss
				searches:
				  - { name: a, strategy: { id: random, evaluations: 9 }, objective: { benchmark: %s }, budget: { training-seconds: 50 } }
				"""
				.formatted(table);
		assertEquals("no-training-time", only(assertThrows(ProblemException.class, () -> run(text, "without"))).code());
		RunOutcome with = run(
				text.replace("x-valid", "x-valid, time: seconds").replace("evaluations: 5", "evaluations: 99"), "with");
		assertTrue(with.results().trials().size() <= 5);
	}

	@Test
	void aRunDirectoryIsForOneRunOfOneProcess() throws Exception {
		run(CHEAP, "run");
		assertEquals("run-exists", only(assertThrows(ProblemException.class, () -> run(CHEAP, "run"))).code());
		assertEquals("other-experiment",
				only(assertThrows(ProblemException.class, () -> run(CHEAP.replace("population: 4", "population: 5"),
						"run", 1, true, RunListener.NONE, Cancellation.NONE))).code());
		try (RunDirectory held = RunDirectory.begin(folder.resolve("held"), "x", Map.of(), false)) {
			assertEquals("locked", only(assertThrows(ProblemException.class, () -> run(CHEAP, "held"))).code());
		}
	}

	@Test
	void aRunIsNotResumedOnOtherImagesOrWithOtherProxies() throws Exception {
		run(CHEAP, "run", 1, false, RunListener.NONE, cancelAfterTheFirst());
		Path provenance = folder.resolve("run/provenance.json");
		String good = Files.readString(provenance);
		for (String change : List.of("\"dataset-fingerprint\": \"", "\"proxy test-counting\": \"",
				"\"engine-version\": \"")) {
			assertTrue(good.contains(change), good);
			Files.writeString(provenance, good.replace(change, change + "9"));
			Problem problem = only(assertThrows(ProblemException.class,
					() -> run(CHEAP, "run", 1, true, RunListener.NONE, Cancellation.NONE)));
			assertEquals("other-data", problem.code(), problem.toLine());
		}
		Files.writeString(provenance, good);
		assertEquals(RunOutcome.Ending.FINISHED,
				run(CHEAP, "run", 1, true, RunListener.NONE, Cancellation.NONE).ending());
	}

	@Test
	void aRunIsNotResumedOnAnotherBenchmark() throws Exception {
		Path table = installation.table(folder.resolve("table.csv"), 0);
		String text = CHEAP + "benchmark: { id: table, path: table.csv, key: arch, accuracy: valid }\n";
		run(text, "run", 1, false, RunListener.NONE, cancelAfterTheFirst());
		String good = Files.readString(table);
		Trial first = RunDirectory.trials(folder.resolve("run")).get(0);
		String row = first.architecture() + "," + first.accuracy().getAsDouble() + ",";
		assertTrue(good.contains(row), row);
		Files.writeString(table, good.replace(row, first.architecture() + ",1.5,"));
		Problem problem = only(assertThrows(ProblemException.class,
				() -> run(text, "run", 1, true, RunListener.NONE, Cancellation.NONE)));
		assertEquals("other-data", problem.code());
		assertTrue(problem.message().contains("architecture " + first.index() + " has 1.5 %"), problem.message());
		Files.writeString(table, good);
		assertEquals(RunOutcome.Ending.FINISHED,
				run(text, "run", 1, true, RunListener.NONE, Cancellation.NONE).ending());
	}

	@Test
	void theLogTellsWhatHappenedAndGoesOn() throws Exception {
		run(CHEAP, "run", 1, false, RunListener.NONE, cancelAfterTheFirst());
		Path log = folder.resolve("run/log");
		List<String> begun = Files.readAllLines(log);
		assertTrue(begun.get(0).matches("20\\d\\d-\\S+Z run of 'test' begun: 2 searches, 3 seeds, 1 jobs"),
				begun.get(0));
		assertTrue(begun.get(begun.size() - 1).contains(" run interrupted after "), begun.toString());
		run(CHEAP, "run", 1, true, RunListener.NONE, Cancellation.NONE);
		List<String> all = Files.readAllLines(log);
		assertEquals(begun, all.subList(0, begun.size()));
		assertTrue(all.get(begun.size()).contains(" run of 'test' taken up after "), all.toString());
		assertEquals(6, all.stream().filter(l -> l.contains(": ended after 60 evaluations in ")).count(),
				all.toString());
		assertTrue(all.stream().anyMatch(l -> l.contains("warning: ") && l.contains("test-broken")), all.toString());
		assertTrue(all.get(all.size() - 1).endsWith(" run finished with 360 trials"), all.toString());
	}

	/** The run asks before each proposal: once a trial is there, it is enough. */
	private Cancellation cancelAfterTheFirst() {
		Path log = folder.resolve("run/trials.jsonl");
		return () -> {
			try {
				return Files.exists(log) && Files.size(log) > 0;
			} catch (IOException e) {
				return false;
			}
		};
	}

	@Test
	void aLogThatDoesNotFitIsADivergence() throws Exception {
		run(CHEAP, "run");
		Path log = folder.resolve("run/trials.jsonl");
		List<String> lines = Files.readAllLines(log);
		String architecture = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
		int changed = 3;
		lines.set(changed, lines.get(changed).replaceFirst("\"architecture\":\"[^\"]*\"",
				"\"architecture\":\"" + architecture.replace("|", "\\|") + "\""));
		Files.write(log, lines);
		Problem problem = only(assertThrows(ProblemException.class,
				() -> run(CHEAP, "run", 1, true, RunListener.NONE, Cancellation.NONE)));
		assertEquals("diverged", problem.code());
		assertTrue(problem.message().startsWith("diverged at trial 3"), problem.toLine());
	}

	@Test
	void theRecordSaysWhatIsNeededToProduceTheRunAgain() throws Exception {
		run(CHEAP, "run", 2, false, RunListener.NONE, Cancellation.NONE);
		String provenance = Files.readString(folder.resolve("run/provenance.json"));
		for (String fact : List.of("experiment-sha256", "dataset-fingerprint", "\"search space nats-tss\"",
				"\"strategy regularized-evolution\"", "org.trainless.search 0.1.0", "\"jobs\": 2", "\"finished\"",
				"L64X128MixRandom")) {
			assertTrue(provenance.contains(fact), fact + " in " + provenance);
		}
		String resolved = Files.readString(folder.resolve("run/resolved.nas.yaml"));
		assertEquals(trace(RunDirectory.trials(folder.resolve("run"))).stream().sorted().toList(),
				trace(run(resolved, "again").results().trials()).stream().sorted().toList());
	}
}
