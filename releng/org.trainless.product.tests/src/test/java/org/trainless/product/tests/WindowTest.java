/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench as a person meets it: a process, a window, a mouse. */
class WindowTest {
	private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
	private static final long LOOK_MILLIS = 250;

	@TempDir
	private Path folder;

	private final String display = System.getenv("DISPLAY");
	private Process workbench;

	@BeforeEach
	void needsADisplay() {
		if (System.getenv("CI") == null) {
			assumeTrue(display != null, "there is no display; ./mvnw verify starts one");
		}
		assertTrue(display != null, "there is no display");
	}

	@AfterEach
	void end() throws InterruptedException {
		if (workbench != null) {
			workbench.descendants().forEach(ProcessHandle::destroyForcibly);
			workbench.destroyForcibly().waitFor();
		}
	}

	private Process open(Path workspace, String name) throws IOException {
		Path own = Files.createDirectories(folder.resolve(name));
		return Product.start(own, Map.of("DISPLAY", display), "ui", "-data", workspace.toString());
	}

	private String xdotool(String... arguments) throws IOException, InterruptedException {
		String[] command = Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toArray(String[]::new);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		process.waitFor();
		return said.strip();
	}

	private Optional<String> window(String title) throws IOException, InterruptedException {
		return xdotool("search", "--onlyvisible", "--name", title).lines().filter(l -> l.matches("\\d+")).findFirst();
	}

	private static <T> T until(String what, Callable<Optional<T>> look) throws Exception {
		long end = System.nanoTime() + PATIENCE_NANOS;
		while (System.nanoTime() < end) {
			Optional<T> seen = look.call();
			if (seen.isPresent()) {
				return seen.get();
			}
			Thread.sleep(LOOK_MILLIS);
		}
		throw new AssertionError("not seen in time: " + what);
	}

	private static Optional<Path> finishedRun(Path workspace) throws IOException {
		Path runs = workspace.resolve("examples").resolve("runs");
		if (!Files.isDirectory(runs)) {
			return Optional.empty();
		}
		try (Stream<Path> all = Files.list(runs)) {
			return all.filter(r -> Files.exists(r.resolve("summary.csv"))).findFirst();
		}
	}

	@Test
	void theExampleRunsByAClickOnTheWelcomePage() throws Exception {
		Path workspace = folder.resolve("workspace");
		workbench = open(workspace, "first");
		String window = until("the window", () -> window("workspace - Trainless"));
		assertFalse(loadedTheEngine(), "nothing of the engine is loaded before the first run");

		// the first button of the page; where its line is depends a little on the fonts
		Path run = until("a run", () -> {
			for (int y = 320; y <= 420 && !Files.exists(workspace.resolve("examples")); y += 12) {
				xdotool("mousemove", "--window", window, "118", Integer.toString(y), "click", "1");
				Thread.sleep(LOOK_MILLIS);
			}
			return finishedRun(workspace);
		});
		try (Stream<String> trials = Files.lines(run.resolve("trials.jsonl"))) {
			assertEquals(144, trials.count());
		}

		Process second = open(workspace, "second");
		try {
			until("a word about the lock", () -> window("^Workspace *$"));
		} finally {
			second.descendants().forEach(ProcessHandle::destroyForcibly);
			second.destroyForcibly().waitFor();
		}
	}

	private boolean loadedTheEngine() throws IOException {
		for (ProcessHandle process : workbench.descendants().toList()) {
			Path maps = Path.of("/proc", Long.toString(process.pid()), "maps");
			if (Files.isReadable(maps) && Files.readString(maps).contains("libtorch")) {
				return true;
			}
		}
		return false;
	}
}
