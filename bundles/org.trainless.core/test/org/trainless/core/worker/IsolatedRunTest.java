/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.run.Trial;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Task;
import org.trainless.core.run.PreparedRun;
import org.trainless.core.run.RunListener;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunRequest;
import org.trainless.core.score.ArchitectureSet;
import org.trainless.core.score.ScoreRequest;
import org.trainless.core.score.ScoreRow;
import org.trainless.core.scoring.EvaluationFailure;
import org.trainless.core.scoring.Evaluations;
import org.trainless.core.scoring.OwnEvaluations;
import org.trainless.core.scoring.ProxyScorer;
import org.trainless.core.scoring.Scored;
import org.trainless.core.scoring.ScoringProxy;
import org.trainless.core.testing.Crashing;
import org.trainless.core.testing.Installation;
import org.trainless.core.testing.WorkerProcess;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.torch.EngineUnavailableException;

/** Runs whose evaluations are made by real processes, which really crash. */
class IsolatedRunTest {
	private static final int EVERY = 4;
	private static final String EXPERIMENT = """
			format: 1
			name: crashing
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			seeds: { first: 1, count: 2 }
			searches:
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 3, sample: 2, evaluations: 6 }
			    proxy: { id: test-crashing, how: NONE, every: %d }
			  - name: random
			    strategy: { id: random, evaluations: 4 }
			    proxy: l2_norm
			    batch: 2
			""".formatted(EVERY);
	private static final String REAL = EXPERIMENT.replace("l2_norm", "naswot");

	@TempDir
	private Path folder;
	private Installation installation;
	private final WorkerProcess workers = new WorkerProcess();

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
	}

	/** Nothing outlives the run that started it. */
	@AfterEach
	void noWorkerIsLeft() {
		workers.started.forEach(p -> assertFalse(p.isAlive()));
	}

	private RunOutcome run(String text, String directory, int jobs, boolean resume, Optional<WorkerLauncher> launcher,
			List<Problem> problems) throws ProblemException {
		RunListener listener = new RunListener() {
			@Override
			public void problem(Problem problem) {
				// broken exporters that are installed for other tests are not of interest here
				if (problem.code().startsWith("worker-")) {
					problems.add(problem);
				}
			}
		};
		try (PreparedRun run = installation.runs.prepare(installation.files.read("test.nas.yaml", text, folder),
				Cancellation.NONE)) {
			return run.execute(new RunRequest(folder.resolve(directory), resume, jobs,
					Optional.of(folder.resolve(directory + ".sqlite")), launcher), listener, Cancellation.NONE);
		}
	}

	private List<Problem> heard() {
		return Collections.synchronizedList(new ArrayList<>());
	}

	private static List<String> trace(RunOutcome outcome) {
		return outcome.results().trials().stream()
				.map(t -> t.search() + t.seed() + " " + t.number() + " " + t.architecture() + " " + t.score()).toList();
	}

	@Test
	void scoresAreThoseOfThisProcessBitForBit() throws Exception {
		RunOutcome own = run(REAL, "own", 1, false, Optional.empty(), heard());
		List<Problem> problems = heard();
		RunOutcome isolated = run(REAL, "isolated", 2, false, Optional.of(workers), problems);
		assertEquals(trace(own), trace(isolated));
		assertEquals(List.of(), problems);
		assertEquals(1, workers.started.size());
		String provenance = Files.readString(folder.resolve("isolated/provenance.json"));
		assertTrue(
				provenance.contains(
						"\"engine-version\": \"pytorch-2.7.1, passes " + ProxyEvaluator.VERSION + " by vectors\""),
				provenance);
	}

	@ParameterizedTest
	@CsvSource({ "POINTER, SIGSEGV, 2", "KILL, SIGKILL, 1" })
	void anArchitectureThatCrashesIsRecordedAsFailedAndNothingElseChanges(String way, String cause, int jobs)
			throws Exception {
		String text = EXPERIMENT.replace("NONE", way);
		List<Problem> problems = heard();
		RunOutcome crashed = run(text, "crashed", jobs, false, Optional.of(workers), problems);
		assertEquals(RunOutcome.Ending.FINISHED, crashed.ending());
		List<Trial> trials = crashed.results().trials();
		int failed = 0;
		for (Trial trial : trials) {
			Score score = trial.score();
			if (trial.search().equals("evolution") && Crashing.crashes(trial.architecture(), EVERY)) {
				failed++;
				assertEquals(Optional.of(NonFinite.FAILED), score.reason());
				assertEquals(cause + " ended the process during the evaluation of " + trial.architecture()
						+ " by test-crashing", score.detail());
				assertTrue(
						problems.stream().anyMatch(
								p -> p.code().equals("worker-crash") && p.message().contains(trial.architecture())),
						problems.toString());
			} else {
				assertTrue(score.isFinite() || score.reason().get() != NonFinite.FAILED, trial.toString());
			}
		}
		assertTrue(failed > 0, failed + " of " + trials.size() + " trials failed");
		// every score that did not fail is that of an undisturbed process
		ScoreRequest again = new ScoreRequest("nats-tss", List.of(proxy("test-crashing")), dataset(), 4, 1,
				new ArchitectureSet.Listed(trials.stream().filter(t -> t.search().equals("evolution") && t.seed() == 1)
						.filter(t -> t.score().isFinite()).map(this::architecture).toList()),
				1, Optional.empty());
		List<ScoreRow> rows = new ArrayList<>();
		installation.scores.score(again, rows::add, Progress.NONE, Cancellation.NONE);
		assertEquals(trials.stream().filter(t -> t.search().equals("evolution") && t.seed() == 1).map(Trial::score)
				.filter(Score::isFinite).toList(), rows.stream().map(ScoreRow::score).toList());
		// the trace does not depend on what went on beside it
		RunOutcome other = run(text, "other", 3 - jobs, false, Optional.of(workers), heard());
		assertEquals(trace(crashed), trace(other));
	}

	private Architecture architecture(Trial trial) {
		try {
			return installation.space().at(trial.index());
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private Selection proxy(String line) throws ProblemException {
		return installation.files.selection(ContributionKind.PROXY, "test", line, folder, List.of());
	}

	private Selection dataset() throws ProblemException {
		return installation.files.selection(ContributionKind.DATASET, "test", "noise", folder, List.of());
	}

	/** A failed trial is a trial: it is replayed, not evaluated again. */
	@Test
	void aRunWithACrashIsResumedToItsOwnTrace() throws Exception {
		String text = EXPERIMENT.replace("NONE", "EXIT");
		RunOutcome whole = run(text, "whole", 1, false, Optional.of(workers), heard());
		Path log = Files.createDirectory(folder.resolve("cut")).resolve("trials.jsonl");
		for (String file : List.of("resolved.nas.yaml", "provenance.json")) {
			Files.copy(folder.resolve("whole").resolve(file), log.resolveSibling(file));
		}
		List<String> lines = Files.readAllLines(folder.resolve("whole/trials.jsonl"));
		int crash = 0;
		while (!lines.get(crash).contains("\"failed\"")) {
			crash++;
		}
		Files.write(log, lines.subList(0, crash + 1));
		int before = workers.started.size();
		RunOutcome resumed = run(text, "cut", 2, true, Optional.of(workers), heard());
		assertEquals(trace(whole), trace(resumed));
		assertTrue(workers.started.size() > before);
	}

	/** What kills a worker from outside is nobody's fault. */
	@Test
	void aDeathThatDoesNotComeAgainChangesNothing() throws Exception {
		RunOutcome calm = run(EXPERIMENT, "calm", 1, false, Optional.empty(), heard());
		Path once = Files.createFile(folder.resolve("once"));
		List<Problem> problems = heard();
		RunOutcome hit = run(EXPERIMENT.replace("how: NONE", "how: KILL, once: \"" + once + "\""), "hit", 2, false,
				Optional.of(workers), problems);
		assertEquals(trace(calm), trace(hit));
		assertFalse(Files.exists(once));
		assertEquals(2, workers.started.size());
		assertEquals(List.of("worker-died"), problems.stream().map(Problem::code).toList());
		assertTrue(problems.get(0).message().contains("SIGKILL"), problems.toString());
		assertTrue(Files.readString(folder.resolve("hit/log")).contains("died by SIGKILL"));
	}

	@Test
	void theReportOfTheJavaRuntimeIsKeptInTheRunDirectory() throws Exception {
		List<Problem> problems = heard();
		run(EXPERIMENT.replace("NONE", "POINTER"), "run", 1, false, Optional.of(workers), problems);
		try (Stream<Path> files = Files.list(folder.resolve("run"))) {
			List<Path> reports = files.filter(f -> f.getFileName().toString().startsWith("crash-")).toList();
			assertFalse(reports.isEmpty());
			for (Path report : reports) {
				assertTrue(problems.stream().anyMatch(p -> p.message().contains("(report in " + report + ")")),
						report + " in " + problems);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "ABORT, SIGABRT", "EXIT, exit code 7" })
	void theReasonSaysHowTheProcessEnded(String way, String cause) throws Exception {
		List<ScoreRow> rows = new ArrayList<>();
		installation.scores.score(new ScoreRequest("nats-tss", List.of(proxy("test-crashing:every=1,how=" + way)),
				dataset(), 4, 3, new ArchitectureSet.Sample(1), 1, Optional.empty(),
				Optional.of(new Isolation(workers, folder))), rows::add, Progress.NONE, Cancellation.NONE);
		assertEquals(cause + " ended the process during the evaluation of " + rows.get(0).architecture()
				+ " by test-crashing", rows.get(0).score().detail());
		assertEquals(2, workers.started.size(), "once in company, once alone");
	}

	@Test
	void aProxyThatAlwaysCrashesEndsIt() throws Exception {
		List<Problem> problems = heard();
		try (Evaluations evaluations = new IsolatedEvaluations(new OwnEvaluations(installation.engine),
				new Isolation(workers, folder), installation.engine.runnersOfWorkers().version(), "nats-tss", 2,
				problems::add);
				Evaluations.Evaluation evaluation = evaluations.under(new Evaluations.Conditions(installation.space(),
						Task.CIFAR10,
						List.of(ScoringProxy.of(installation.contributions, proxy("test-crashing:every=1,how=EXIT"))),
						() -> {
							throw new AssertionError("no images are needed");
						}, new Seed(1)))) {
			Architecture first = installation.space().at(1);
			EvaluationFailure failure = assertThrows(EvaluationFailure.class,
					() -> evaluation.evaluate(first, Cancellation.NONE));
			assertTrue(failure.isTold());
			assertEquals(List.of("worker-died", "worker-crash"), problems.stream().map(Problem::code).toList());
			Architecture second = installation.space().at(2);
			Problem problem = assertThrows(ProblemException.class, () -> evaluation.evaluate(second, Cancellation.NONE))
					.problems().get(0);
			assertEquals("worker-dies", problem.code());
			assertTrue(problem.message().contains("the last 2 evaluations") && problem.message().contains("exit code 7")
					&& problem.message().contains(second.text() + " by test-crashing"), problem.message());
			assertTrue(problem.remedy().contains("--resume"), problem.remedy());
		}
	}

	@Test
	void whereMemoryRunsOutNothingIsScored() throws Exception {
		List<Problem> problems = heard();
		try (Evaluations evaluations = new IsolatedEvaluations(new OwnEvaluations(installation.engine),
				new Isolation(workers, folder), installation.engine.runnersOfWorkers().version(), "nats-tss", 1,
				problems::add);
				Evaluations.Evaluation evaluation = evaluations.under(new Evaluations.Conditions(installation.space(),
						Task.CIFAR10,
						List.of(ScoringProxy.of(installation.contributions, proxy("test-crashing:every=1,how=HEAP"))),
						() -> {
							throw new AssertionError("no images are needed");
						}, new Seed(1)))) {
			Architecture cell = installation.space().at(1);
			Problem problem = assertThrows(ProblemException.class, () -> evaluation.evaluate(cell, Cancellation.NONE))
					.problems().get(0);
			assertEquals("no-memory", problem.code());
			assertTrue(problem.message().contains("OutOfMemoryError")
					&& problem.message().contains(cell.text() + " by test-crashing"), problem.message());
			assertTrue(problem.remedy().contains("smaller batch"), problem.remedy());
			assertEquals(2, workers.started.size(), "once in company, once alone");
		}
	}

	/** They are tried together and then each alone, which is still one architecture. */
	@Test
	void proxiesOfOnePassThatCrashCountOnce() throws Exception {
		ScoringProxy first = ScoringProxy.of(installation.contributions, proxy("test-crashing:every=1,how=EXIT"));
		ScoringProxy second = ScoringProxy.of(installation.contributions, proxy("test-crashing:every=1,how=KILL"));
		List<Problem> problems = heard();
		try (Evaluations evaluations = new IsolatedEvaluations(new OwnEvaluations(installation.engine),
				new Isolation(workers, folder), installation.engine.runnersOfWorkers().version(), "nats-tss", 2,
				problems::add);
				ProxyScorer scorer = new ProxyScorer(installation.space(), Task.CIFAR10, List.of(first, second), () -> {
					throw new AssertionError("no images are needed");
				}, new Seed(1), evaluations, List.of(Optional.empty(), Optional.empty()), problems::add)) {
			List<Scored> scores = scorer.score(installation.space().at(1), Cancellation.NONE);
			assertEquals(List.of(Optional.of(NonFinite.FAILED), Optional.of(NonFinite.FAILED)),
					scores.stream().map(s -> s.score().reason()).toList());
			assertTrue(scores.get(0).score().detail().startsWith("exit code 7 "), scores.toString());
			assertTrue(scores.get(1).score().detail().startsWith("SIGKILL "), scores.toString());
			Problem problem = assertThrows(ProblemException.class,
					() -> scorer.score(installation.space().at(2), Cancellation.NONE)).problems().get(0);
			assertEquals("worker-dies", problem.code());
		}
	}

	@Test
	void aProcessThatDoesNotEvenBeginEndsTheRunAtOnce() throws IOException {
		List<Process> started = new ArrayList<>();
		WorkerLauncher broken = reports -> {
			Process process = new ProcessBuilder("sh", "-c", "kill -ILL $$").start();
			started.add(process);
			return new WorkerLauncher.Started(process, reports);
		};
		ProblemException e = assertThrows(ProblemException.class,
				() -> run(EXPERIMENT, "run", 1, false, Optional.of(broken), heard()));
		assertEquals("worker-unavailable", e.problems().get(0).code());
		assertTrue(e.getMessage().contains("SIGILL"), e.getMessage());
		assertTrue(started.size() <= 2 * 4, started.size() + " were started");
		assertEquals("", Files.readString(folder.resolve("run/trials.jsonl")));
		WorkerLauncher missing = reports -> new WorkerLauncher.Started(new ProcessBuilder("/no/such/java").start(),
				reports);
		ProblemException none = assertThrows(ProblemException.class,
				() -> run(EXPERIMENT, "none", 1, false, Optional.of(missing), heard()));
		assertEquals("worker-unavailable", none.problems().get(0).code());
	}

	/** Scores are kept under the passes that were asked for. */
	@Test
	void aWorkerWithOtherPassesIsRefused() throws Exception {
		String own = installation.engine.runnersOfWorkers().version();
		try (Evaluations evaluations = new IsolatedEvaluations(new OwnEvaluations(installation.engine),
				new Isolation(workers, folder), "passes of tomorrow", "nats-tss", 2, heard()::add);
				Evaluations.Evaluation evaluation = evaluations.under(new Evaluations.Conditions(installation.space(),
						Task.CIFAR10, List.of(ScoringProxy.of(installation.contributions, proxy("l2_norm"))), () -> {
							throw new AssertionError("no images are needed");
						}, new Seed(1)))) {
			EngineUnavailableException e = assertThrows(EngineUnavailableException.class,
					() -> evaluation.evaluate(installation.space().at(1), Cancellation.NONE));
			assertTrue(e.getMessage().contains(own) && e.getMessage().contains("passes of tomorrow"), e.getMessage());
		}
	}

	/** One that crashes does not take those with it that share its pass. */
	@Test
	void aTableHasTheScoresOfTheOtherProxies() throws Exception {
		List<ScoreRow> rows = new ArrayList<>();
		installation.scores.score(new ScoreRequest("nats-tss",
				List.of(proxy("l2_norm"), proxy("test-crashing:how=EXIT,every=4"), proxy("params")), dataset(), 4, 3,
				new ArchitectureSet.Sample(6), 2, Optional.empty(), Optional.of(new Isolation(workers, folder))),
				rows::add, Progress.NONE, Cancellation.NONE);
		List<ScoreRow> own = new ArrayList<>();
		installation.scores.score(
				new ScoreRequest("nats-tss", List.of(proxy("l2_norm"), proxy("test-crashing:every=4"), proxy("params")),
						dataset(), 4, 3, new ArchitectureSet.Sample(6), 2, Optional.empty()),
				own::add, Progress.NONE, Cancellation.NONE);
		int failed = 0;
		for (int i = 0; i < own.size(); i++) {
			ScoreRow row = rows.get(i);
			if (row.proxy().equals("test-crashing") && Crashing.crashes(row.architecture(), 4)) {
				failed++;
				assertTrue(row.score().detail().startsWith("exit code 7 ended the process"), row.toString());
			} else {
				assertEquals(own.get(i).score(), row.score());
			}
		}
		assertTrue(failed > 0);
	}
}
