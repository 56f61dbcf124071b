/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that evaluates for a run, as it is in the built product. */
class IsolationTest {
	private static final String EXPERIMENT = """
			format: 1
			name: isolated
			dataset: { id: dead-leaves, batch: 8 }
			space: nats-tss
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 60 }
			    proxy: naswot
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void write() throws IOException {
		Files.writeString(folder.resolve("isolated.nas.yaml"), EXPERIMENT);
	}

	private static List<String> trace(Path run) throws IOException {
		return Files.readAllLines(run.resolve("trials.jsonl")).stream()
				.map(l -> l.replaceAll("\"(elapsed_seconds|seconds|cached)\":[^,}]*", "")).sorted().toList();
	}

	/** Waits for the first trial: from then on the worker is evaluating. */
	private static ProcessHandle worker(Process run, Path directory) throws IOException {
		Product.awaitFirstTrial(run, directory);
		Optional<ProcessHandle> worker = Workers.of(run).findFirst();
		assertTrue(worker.isPresent(), "no worker among " + run.descendants().map(ProcessHandle::info).toList());
		return worker.get();
	}

	@Test
	void aSignalThatEndsTheWorkerIsNamedAndChangesNoScore() throws Exception {
		Path own = folder.resolve("own");
		assertEquals(0,
				Product.run(folder, "run", "isolated.nas.yaml", "--out", own.toString(), "--in-process").code());
		Path hit = folder.resolve("hit");
		Process run = Product.start(folder, Map.of(), "run", "isolated.nas.yaml", "--out", hit.toString());
		long worker = worker(run, hit).pid();
		Product.signal("SEGV", worker);
		Product.Ended ended = Product.ended(folder, run);
		assertEquals(0, ended.code(), ended.err());
		assertTrue(ended.err().contains("the process that evaluates died by SIGSEGV"), ended.err());
		assertTrue(ended.err().contains(" by naswot"), ended.err());
		assertTrue(Files.exists(hit.resolve("crash-" + worker + ".log")), "the report is kept");
		assertEquals(trace(own), trace(hit));
	}

	@Test
	void theWorkerEndsWithTheRunThatIsKilled() throws Exception {
		Path directory = folder.resolve("run");
		Process run = Product.start(folder, Map.of(), "run", "isolated.nas.yaml", "--out", directory.toString());
		ProcessHandle worker = worker(run, directory);
		worker.parent().orElseThrow().destroyForcibly();
		worker.onExit().get(1, TimeUnit.MINUTES);
		assertEquals(137, Product.ended(folder, run).code());
	}

	/** All that there are before it ends. */
	private static Map<Long, ProcessHandle> workers(Process run) throws InterruptedException {
		Map<Long, ProcessHandle> workers = new HashMap<>();
		while (!run.waitFor(5, TimeUnit.MILLISECONDS)) {
			Workers.of(run).forEach(p -> workers.put(p.pid(), p));
		}
		return workers;
	}

	/** It is started ahead, before anybody knows what the file says. */
	@Test
	void noWorkerIsLeftOfARunThatDoesNotBegin() throws Exception {
		Files.writeString(folder.resolve("broken.nas.yaml"), EXPERIMENT.replace("naswot", "naswott"));
		Path areas = Files.createDirectory(folder.resolve("areas"));
		Process run = Product.start(folder, Map.of("TMPDIR", areas.toString()), "run", "broken.nas.yaml");
		Map<Long, ProcessHandle> workers = workers(run);
		Product.Ended ended = Product.ended(folder, run);
		assertEquals(3, ended.code(), ended.err());
		assertTrue(ended.err().contains("naswott"), ended.err());
		assertTrue(ended.err().lines().noneMatch(l -> l.contains("worker") || l.contains("process")), ended.err());
		assertEquals(1, workers.size(), workers.toString());
		workers.values().forEach(w -> assertFalse(w.isAlive(), "left behind: " + w.info()));
		try (Stream<Path> left = Files.list(areas)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void theWorkerThatWasStartedAheadIsTheOneThatEvaluates() throws Exception {
		Process run = Product.start(folder, Map.of(), "run", "isolated.nas.yaml", "--jobs", "2", "--out",
				folder.resolve("run").toString());
		Map<Long, ProcessHandle> workers = workers(run);
		assertEquals(0, Product.ended(folder, run).code());
		assertEquals(1, workers.size(), workers.toString());
	}
}
