/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.core.testing.Installation;
import org.trainless.core.testing.TestProxies;
import org.trainless.engine.fast.VectorModule;
import org.trainless.store.StoreMaintenance;

/** A run in a process of its own that is killed at any moment. */
class KilledRunTest {
	private static final int KILLS = 25;
	private static final String EXPERIMENT = """
			format: 1
			name: killed
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			seeds: { first: 1, count: 3 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 500 }
			    proxy: test-counting
			    batch: 4
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 20, sample: 5, evaluations: 500 }
			    proxy: test-counting
			    constraint: skip_connect <= 1
			""";
	private static final int TRIALS = 2 * 3 * 500;
	private static final int JOBS = 2;
	private static final String FRESH = "fresh";
	private static final String KNOWN = "known";

	@TempDir
	private Path folder;

	/** Runs the experiment, tells every trial, and stands still after some. */
	static final class Child {
		public static void main(String[] arguments) throws Exception {
			int most = Integer.parseInt(arguments[1]);
			AtomicInteger told = new AtomicInteger();
			run(Path.of(arguments[0]), new RunListener() {
				@Override
				public void trial(Trial trial) {
					System.out.println(trial.cached() ? KNOWN : FRESH);
					while (told.incrementAndGet() >= most) {
						LockSupport.park();
					}
				}
			});
		}
	}

	private static RunOutcome run(Path directory, RunListener listener) throws Exception {
		Installation installation = new Installation();
		try (PreparedRun run = installation.runs.prepare(
				installation.files.read("test.nas.yaml", EXPERIMENT, directory.getParent()), Cancellation.NONE)) {
			return run.execute(
					new RunRequest(directory, true, JOBS, Optional.of(directory.resolveSibling("scores.sqlite"))),
					listener, Cancellation.NONE);
		}
	}

	private static List<String> trace(List<Trial> trials) {
		return trials.stream()
				.map(t -> t.search() + t.seed() + " " + t.number() + t.objective() + t.architecture() + t.score())
				.toList();
	}

	/** With the best compiler, without which passes would be others, but waiting for it as the start script does. */
	private static Process start(Path directory, int most) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-XX:Tier4InvocationThreshold=50000",
						"-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
						"-XX:Tier4BackEdgeThreshold=400000", "-cp", System.getProperty("java.class.path"),
						Child.class.getName(), directory.toString(), Integer.toString(most)));
		// or it would not be the same engine to this process
		command.addAll(1, VectorModule.options());
		return new ProcessBuilder(command).directory(new File("").getAbsoluteFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	private static long stored(Path directory) throws ProblemException {
		Path file = directory.resolveSibling("scores.sqlite");
		if (!Files.exists(file)) {
			return 0;
		}
		try (StoreMaintenance store = StoreMaintenance.open(file)) {
			assertEquals(0, store.info().damaged());
			return store.info().scores();
		}
	}

	private static int evaluations() {
		return TestProxies.COUNTS.values().stream().mapToInt(AtomicInteger::get).sum();
	}

	/**
	 * Kills at any moment, or once what was told has had its second to get into the store: that is waited for, so that
	 * a busy machine may take longer.
	 *
	 * @return the trials that were told
	 */
	private static List<String> kill(Path directory, Random random, boolean patient) throws Exception {
		int trials = 1 + random.nextInt(TRIALS);
		Process process = start(directory, patient ? trials : Integer.MAX_VALUE);
		List<String> told = new ArrayList<>();
		try (BufferedReader out = process.inputReader()) {
			try {
				for (int i = 0; i < trials; i++) {
					told.add(out.readLine());
				}
				if (patient) {
					long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
					while (stored(directory) < Collections.frequency(told, FRESH)) {
						assertTrue(System.nanoTime() < deadline, "what was told is not in the store");
						Thread.onSpinWait();
					}
				} else {
					// not always just after a trial is told
					LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(2)));
				}
			} finally {
				// its handle, which leaves open what it has said
				process.toHandle().destroyForcibly();
				process.waitFor();
			}
			out.lines().forEach(told::add);
		}
		return told;
	}

	/** Nothing that was told is lost, and nothing is evaluated again whose score has had its second in the store. */
	@Test
	void isResumedToTheTraceOfAnUninterruptedRun() throws Exception {
		TestProxies.COUNTS.clear();
		List<String> expected = trace(
				run(Files.createDirectory(folder.resolve("whole")).resolve("run"), RunListener.NONE).results()
						.trials());
		assertEquals(TRIALS, expected.size());
		int all = evaluations();
		Random random = new Random(25);
		int within = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			Path directory = Files.createDirectory(folder.resolve("kill" + kill)).resolve("run");
			List<String> told = kill(directory, random, kill % 5 == 0);
			Path log = directory.resolve("trials.jsonl");
			long logged = Files.exists(log) ? Files.readString(log).chars().filter(c -> c == '\n').count() : 0;
			within += logged > 0 && logged < TRIALS ? 1 : 0;
			String when = "killed after " + told.size() + " trials were told, " + logged + " logged";
			assertTrue(told.size() <= logged && logged <= told.size() + JOBS, when);
			long stored = stored(directory);
			TestProxies.COUNTS.clear();
			RunOutcome resumed = run(directory, RunListener.NONE);
			assertEquals(RunOutcome.Ending.FINISHED, resumed.ending());
			assertEquals(expected, trace(resumed.results().trials()), when);
			assertTrue(evaluations() <= all - stored,
					when + ", " + stored + " of " + all + " scores stored, then " + evaluations() + " evaluations");
			// what the log knew need not be there, but all is whole
			assertTrue(stored(directory) >= stored);
		}
		System.out.println(within + " of " + KILLS + " runs were killed between the first trial and the last");
		assertTrue(within >= KILLS / 2, within + " of " + KILLS + " kills hit the run");
	}
}
