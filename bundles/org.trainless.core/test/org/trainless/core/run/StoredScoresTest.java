/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.core.testing.Installation;
import org.trainless.core.testing.TestProxies;
import org.trainless.engine.PassRunners;
import org.trainless.store.StoreInfo;
import org.trainless.store.StoreMaintenance;
import org.trainless.testdata.ReadOnly;

/** Runs whose scores are kept. */
class StoredScoresTest {
	private static final String EXPERIMENT = """
			format: 1
			name: test
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			seeds: { first: 7, count: 2 }
			searches:
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 20, sample: 5, evaluations: 100 }
			    proxy: test-counting
			""";

	@TempDir
	private Path folder;
	private Installation installation;
	private int runs;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
		TestProxies.COUNTS.clear();
	}

	private Path store() {
		return folder.resolve("cache/scores.sqlite");
	}

	private List<Trial> run(String text, RunListener listener) throws ProblemException {
		return run(installation, text, listener);
	}

	private List<Trial> run(Installation in, String text, RunListener listener) throws ProblemException {
		TestProxies.COUNTS.clear();
		try (PreparedRun run = in.runs.prepare(in.files.read("test.nas.yaml", text, folder), Cancellation.NONE)) {
			return run.execute(new RunRequest(folder.resolve("run" + runs++), false, 2, Optional.of(store())), listener,
					Cancellation.NONE).results().trials();
		}
	}

	private static List<String> trace(List<Trial> trials) {
		return trials.stream()
				.map(t -> t.search() + t.seed() + " " + t.number() + t.architecture() + t.score() + t.trainingSeconds())
				.toList();
	}

	@Test
	void theSecondRunComputesNothingAndGivesTheSameTrace() throws Exception {
		List<Trial> first = run(EXPERIMENT, RunListener.NONE);
		assertEquals(200, first.size());
		assertTrue(TestProxies.COUNTS.size() > 100);
		List<Trial> second = run(EXPERIMENT, RunListener.NONE);
		assertEquals(Map.of(), TestProxies.COUNTS);
		assertEquals(trace(first), trace(second));
		assertTrue(second.stream().allMatch(t -> t.cached() && t.seconds() == 0));
		assertEquals(first.size(), run(EXPERIMENT.replace("count: 2", "count: 3"), RunListener.NONE).stream()
				.filter(t -> t.seed() < 9).count());
		assertFalse(TestProxies.COUNTS.isEmpty(), "the third seed is new");
	}

	/** What else a score depends on; each must be computed. */
	@Test
	void nothingOldIsReturnedWhenWhatItDependsOnChanges() throws Exception {
		List<String> changed = List.of(EXPERIMENT.replace("batch: 4", "batch: 5"),
				EXPERIMENT.replace("{ id: noise,", "{ id: noise, seed: 2,"),
				EXPERIMENT.replace("{ id: noise,", "{ id: dead-leaves,"), EXPERIMENT.replace("first: 7", "first: 9"),
				EXPERIMENT + "scoring: { seed: 1 }\n",
				EXPERIMENT.replace("proxy: test-counting", "proxy: { id: test-counting, tweak: 2 }"));
		run(EXPERIMENT, RunListener.NONE);
		for (String text : changed) {
			run(text, RunListener.NONE);
			assertFalse(TestProxies.COUNTS.isEmpty(), text);
			run(text, RunListener.NONE);
			assertTrue(TestProxies.COUNTS.isEmpty(), text);
		}
		run(new Installation("2"), EXPERIMENT, RunListener.NONE);
		assertFalse(TestProxies.COUNTS.isEmpty(), "another version of the proxy");
		run(EXPERIMENT, RunListener.NONE);
		assertTrue(TestProxies.COUNTS.isEmpty(), "the first version's scores are there still");
	}

	/** They may differ in the last digits. */
	@Test
	void scoresOfOtherPassesAreOthers() throws Exception {
		String text = """
				format: 1
				name: passes
				space: nats-tss
				dataset: { id: noise, batch: 4 }
				searches:
				  - name: random
				    strategy: { id: random, evaluations: 3 }
				    proxy: naswot
				""";
		Installation reference = new Installation("1", PassRunners::reference);
		assertTrue(run(text, RunListener.NONE).stream().noneMatch(Trial::cached));
		assertTrue(run(reference, text, RunListener.NONE).stream().noneMatch(Trial::cached));
		assertTrue(run(reference, text, RunListener.NONE).stream().allMatch(Trial::cached));
		assertTrue(run(text, RunListener.NONE).stream().allMatch(Trial::cached));
	}

	/** A proxy that reads a file depends on what is in it, and not on its name. */
	@Test
	void theContentOfAFileIsAParameter() throws Exception {
		installation.table(folder.resolve("a.csv"), 0);
		Files.copy(folder.resolve("a.csv"), folder.resolve("b.csv"));
		String text = EXPERIMENT.replace("proxy: test-counting",
				"proxy: { id: table, path: a.csv, key: arch, score: valid }");
		List<Trial> first = run(text, RunListener.NONE);
		assertTrue(run(text.replace("a.csv", "b.csv"), RunListener.NONE).stream().allMatch(Trial::cached));
		Files.writeString(folder.resolve("a.csv"),
				Files.readString(folder.resolve("a.csv")).replaceAll("(?m),(\\d)", ",1$1"));
		List<Trial> changed = run(text, RunListener.NONE);
		assertFalse(changed.get(0).cached());
		assertFalse(trace(changed).equals(trace(first)));
	}

	@Test
	void whatFailedIsTriedAgain() throws Exception {
		String text = EXPERIMENT.replace("test-counting", "test-failing");
		List<Trial> first = run(text, RunListener.NONE);
		List<Trial> second = run(text, RunListener.NONE);
		assertEquals(trace(first), trace(second));
		Set<String> seen = new HashSet<>();
		for (Trial trial : second) {
			boolean repeated = !seen.add(trial.seed() + trial.architecture());
			boolean failed = trial.score().reason().equals(Optional.of(NonFinite.FAILED));
			assertEquals(repeated || !failed, trial.cached(), trial.toString());
		}
	}

	@Test
	void aRunGoesOnWithoutAStoreThatCannotBeUsed() throws Exception {
		List<Trial> expected = run(EXPERIMENT, RunListener.NONE);
		byte[] good = Files.readAllBytes(store());
		byte[] torn = Arrays.copyOf(good, good.length / 2);
		for (byte[] bad : List.of("not a store".repeat(200).getBytes(StandardCharsets.UTF_8), torn)) {
			Files.write(store(), bad);
			List<Problem> told = Collections.synchronizedList(new ArrayList<>());
			List<Trial> trials = run(EXPERIMENT, new RunListener() {
				@Override
				public void problem(Problem problem) {
					if (problem.code().endsWith("-store")) {
						told.add(problem);
					}
				}
			});
			assertEquals(trace(expected), trace(trials));
			assertEquals(1, told.size(), told.toString());
			assertTrue(told.get(0).severity() == Severity.WARNING, told.get(0).toLine());
			assertEquals(store().toString(), told.get(0).source());
		}
	}

	/** Runs the experiment in a folder with a store, and says what it found and which problems it had. */
	static final class Child {
		public static void main(String[] arguments) throws Exception {
			StoredScoresTest test = new StoredScoresTest();
			test.folder = Path.of(arguments[0]);
			test.install();
			trace(test.run(EXPERIMENT, new RunListener() {
				@Override
				public void problem(Problem problem) {
					if (problem.code().endsWith("-store")) {
						System.out.println(problem.toLine());
					}
				}
			})).forEach(System.out::println);
		}
	}

	@Test
	@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
	void aRunGoesOnWithoutAStoreThatIsReadOnly() throws Exception {
		List<String> expected = trace(run(EXPERIMENT, RunListener.NONE));
		Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
		Path store = Files.createDirectory(elsewhere.resolve("cache")).resolve("scores.sqlite");
		Files.copy(store(), store);
		byte[] before = Files.readAllBytes(store);
		assertTrue(store.toFile().setWritable(false));
		Process process = new ProcessBuilder(
				ReadOnly.respecting(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
						Child.class.getName(), elsewhere.toString())))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> said = process.inputReader().lines().toList();
		assertEquals(0, process.waitFor());
		assertEquals(store + ": warning: the score store cannot be written; going on without it (check its permissions,"
				+ " or name another file with --store)", said.get(0));
		assertEquals(expected, said.subList(1, said.size()));
		assertTrue(Arrays.equals(before, Files.readAllBytes(store)));
	}

	@Test
	void theStoreSaysWhatItHolds() throws Exception {
		List<Trial> trials = run(EXPERIMENT, RunListener.NONE);
		assertFalse(trials.isEmpty());
		try (StoreMaintenance store = StoreMaintenance.open(store())) {
			StoreInfo info = store.info();
			assertEquals(1, info.groups().size());
			StoreInfo.Group group = info.groups().get(0);
			assertEquals("nats-tss test-counting 1 4 2", group.space() + " " + group.proxy() + " " + group.version()
					+ " " + group.batch() + " " + group.seeds());
			assertEquals(0, info.damaged());
			List<List<String>> rows = new ArrayList<>();
			store.export(rows::add);
			for (List<String> row : rows.subList(1, rows.size())) {
				assertEquals(TestProxies.noise(row.get(rows.get(0).indexOf("architecture"))),
						Double.parseDouble(row.get(rows.get(0).indexOf("score"))));
			}
		}
	}
}
