/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A signal in the middle of an evaluation that takes many seconds, which nobody may wait for. The first cell is done
 * quickly, so that there is something that must not be lost.
 */
class CancelTest {
	/** Of this seed the first cell connects nothing, the second one has three convolutions. */
	private static final String EXPERIMENT = """
			format: 1
			name: cancelled
			dataset: { id: dead-leaves, batch: 1536 }
			space: nats-tss
			seeds: { first: 341, count: 1 }
			searches:
			  - name: random
			    strategy: { id: random, evaluations: 2 }
			    proxy: naswot
			""";
	private static final String PIPED = "table:path=pipe,key=arch,accuracy=c10";
	private static final String CELLS = """
			|none~0|+|none~0|none~1|+|none~0|none~1|avg_pool_3x3~2|
			|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|
			|nor_conv_1x1~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|
			""";

	/**
	 * The promise is a second until the work is left, and what is measured is more: until the process is gone with all
	 * that it had started and written. It is a fraction of this when nothing else is going on.
	 */
	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	@TempDir
	private Path folder;
	private Path areas;
	private Process process;

	@BeforeEach
	void write() throws IOException {
		areas = Files.createDirectory(folder.resolve("areas"));
		Files.writeString(folder.resolve("cancelled.nas.yaml"), EXPERIMENT);
		Files.writeString(folder.resolve("cells.txt"), CELLS);
	}

	@AfterEach
	void end() {
		if (process != null) {
			Product.kill(process);
		}
	}

	private void start(String... arguments) throws IOException {
		process = Product.start(folder, Map.of("TMPDIR", areas.toString()),
				Stream.of(arguments).filter(a -> !a.isEmpty()).toArray(String[]::new));
	}

	/** Sends a signal to the start script, as a supervisor does, and waits for its end. */
	private Product.Ended endBy(String signal, boolean isolated) throws Exception {
		assertEquals(isolated ? 1 : 0, Workers.of(process).count(), "workers");
		List<ProcessHandle> started = process.descendants().toList();
		assertFalse(started.isEmpty());
		Product.signal(signal, process.pid());
		Duration busy = untilItEnds();
		Product.Ended ended = Product.ended(folder, process);
		assertTrue(busy.compareTo(AT_ONCE) < 0, "ended after " + busy + ": " + ended);
		started.forEach(p -> assertFalse(p.isAlive(), "left behind: " + p.info()));
		try (Stream<Path> left = Files.list(areas)) {
			assertEquals(List.of(), left.toList());
		}
		return ended;
	}

	/**
	 * Waits, and asks for a processor all the while: how much it got is the time that the other process, too, had to
	 * answer. This clock stands still while the machine is busy with something else, which is not what is measured.
	 */
	private Duration untilItEnds() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long begin = threads.getCurrentThreadCpuTime();
		while (process.isAlive() && threads.getCurrentThreadCpuTime() - begin < 10 * AT_ONCE.toNanos()) {
			Thread.onSpinWait();
		}
		return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130, ''", "TERM, 143, --in-process" })
	void aRunEndsAtOnceAndGoesOnLater(String signal, int code, String option) throws Exception {
		Path run = folder.resolve("run");
		start("run", "cancelled.nas.yaml", "--out", run.toString(), option);
		Product.awaitFirstTrial(process, run);
		Product.Ended ended = endBy(signal, option.isEmpty());
		assertEquals(code, ended.code(), ended.err());
		assertTrue(Files.readString(run.resolve("log")).contains("run interrupted after 1 "), ended.err());
		List<String> trials = Files.readAllLines(run.resolve("trials.jsonl"));
		assertEquals(1, trials.size(), "the second evaluation was not waited for");
		String runs = Product.run(folder, "runs", folder.toString(), "--json").out();
		assertTrue(runs.contains("\"state\":\"interrupted\""), runs);

		Product.Ended resumed = Product.run(folder, "run", "cancelled.nas.yaml", "--out", run.toString(), "--resume");
		assertEquals(0, resumed.code(), resumed.err());
		List<String> all = Files.readAllLines(run.resolve("trials.jsonl"));
		assertEquals(2, all.size());
		assertEquals(trials.get(0), all.get(0));
		assertTrue(Files.exists(run.resolve("summary.csv")));
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130, ''", "INT, 130, --in-process" })
	void aTableIsGivenUpAtOnceAndItsScoresAreKept(String signal, int code, String option) throws Exception {
		Path store = folder.resolve("scores.sqlite");
		start("score", "--proxy", "naswot", "--architectures", "cells.txt", "--seed", "1", "--batch", "1536", "--jobs",
				"1", "--store", store.toString(), "--out", "scores.csv", option);
		Product.await("a score", process, () -> scores(store) > 0);
		Product.Ended ended = endBy(signal, option.isEmpty());
		assertEquals(code, ended.code(), ended.err());
		assertTrue(ended.err().contains("interrupted"), ended.err());
		assertEquals(1, scores(store), "the other evaluations were not waited for");
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(),
					files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("scores.csv")).toList());
		}
	}

	/** What only reads has nothing to lose, and may be in the middle of a file that goes on for as long as it likes. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "doctor piped.nas.yaml", "correlate scores.csv --benchmark " + PIPED,
			"query 6111 --benchmark " + PIPED, "validate pipe",
			"score --proxy params --architectures pipe --seed 1" + " --out other.csv" })
	void whatReadsIsNotWaitedFor(String command) throws Exception {
		Path pipe = folder.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		Files.writeString(folder.resolve("scores.csv"), "index,architecture,proxy,score,seconds,reason\n0,"
				+ CELLS.lines().findFirst().orElseThrow() + ",params,1,1,\n");
		Files.writeString(folder.resolve("piped.nas.yaml"),
				EXPERIMENT + "benchmark: { id: table, path: pipe, key: arch, accuracy: c10 }\n");
		start(command.split(" "));
		// opening it waits for one who reads
		try (OutputStream nothing = opened(pipe)) {
			started(command.startsWith("score"));
			Product.Ended ended = endBy("INT", command.startsWith("score"));
			assertEquals(130, ended.code(), ended.err());
		}
		assertFalse(Files.exists(folder.resolve("other.csv")));
	}

	private static OutputStream opened(Path pipe) throws Exception {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return Files.newOutputStream(pipe);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}).get(1, TimeUnit.MINUTES);
	}

	/** A worker is started ahead, beside what is read. */
	private void started(boolean worker) throws IOException {
		Product.await("a worker", process, () -> !worker || Workers.of(process).count() == 1);
	}

	private static long scores(Path store) {
		try {
			return Files.exists(store) ? Long.parseLong(Store.query(store, "SELECT count(*) FROM scores").get(0).get(0))
					: 0;
		} catch (SQLException e) {
			// it is being made
			return 0;
		}
	}
}
