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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.core.testing.Installation;
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

	@TempDir
	private Path folder;

	/** Runs the experiment and says so with every trial. */
	static final class Child {
		public static void main(String[] arguments) throws Exception {
			run(Path.of(arguments[0]), new RunListener() {
				@Override
				public void trial(Trial trial) {
					System.out.println(trial.number());
				}
			});
		}
	}

	private static RunOutcome run(Path directory, RunListener listener) throws Exception {
		Installation installation = new Installation();
		try (PreparedRun run = installation.runs.prepare(
				installation.files.read("test.nas.yaml", EXPERIMENT, directory.getParent()), Cancellation.NONE)) {
			return run.execute(
					new RunRequest(directory, true, 2, Optional.of(directory.resolveSibling("scores.sqlite"))),
					listener, Cancellation.NONE);
		}
	}

	private static List<String> trace(List<Trial> trials) {
		return trials.stream()
				.map(t -> t.search() + t.seed() + " " + t.number() + t.objective() + t.architecture() + t.score())
				.toList();
	}

	private static Process start(Path directory) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
						Child.class.getName(), directory.toString()));
		// or it would not be the same engine to this process
		command.addAll(1, VectorModule.options());
		return new ProcessBuilder(command).directory(new File("").getAbsoluteFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	@Test
	void isResumedToTheTraceOfAnUninterruptedRun() throws Exception {
		List<String> expected = trace(
				run(Files.createDirectory(folder.resolve("whole")).resolve("run"), RunListener.NONE).results()
						.trials());
		assertEquals(TRIALS, expected.size());
		Random random = new Random(25);
		int within = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			Path directory = Files.createDirectory(folder.resolve("kill" + kill)).resolve("run");
			Process process = start(directory);
			try (BufferedReader out = process.inputReader()) {
				for (int lines = random.nextInt(TRIALS); lines >= 0; lines--) {
					out.readLine();
				}
				// not always just after a trial is told
				LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(2)));
			} finally {
				process.destroyForcibly().waitFor();
			}
			Path log = directory.resolve("trials.jsonl");
			long there = Files.exists(log) ? Files.readString(log).chars().filter(c -> c == '\n').count() : 0;
			within += there > 0 && there < TRIALS ? 1 : 0;
			RunOutcome resumed = run(directory, RunListener.NONE);
			assertEquals(RunOutcome.Ending.FINISHED, resumed.ending());
			assertEquals(expected, trace(resumed.results().trials()), "killed after " + there + " trials");
			try (StoreMaintenance store = StoreMaintenance.open(directory.resolveSibling("scores.sqlite"))) {
				assertEquals(0, store.info().damaged());
			}
		}
		System.out.println(within + " of " + KILLS + " runs were killed between the first trial and the last");
		assertTrue(within >= KILLS / 2, within + " of " + KILLS + " kills hit the run");
	}
}
