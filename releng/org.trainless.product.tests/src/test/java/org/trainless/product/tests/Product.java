/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product of this platform, as it was just built. */
final class Product {
	private static final long PATIENCE_MINUTES = 5;

	private Product() {
	}

	static Path root() {
		return Path.of(System.getProperty("trainless.root")).toAbsolutePath();
	}

	static Path folder() {
		return root().resolve(Path.of("releng", "org.trainless.product", "target", "products", "org.trainless.product",
				"linux", "gtk", "x86_64"));
	}

	/** Our own bundles. */
	static List<Path> bundles() throws IOException {
		try (Stream<Path> plugins = Files.list(folder().resolve("plugins"))) {
			return plugins.filter(p -> p.getFileName().toString().startsWith("org.trainless.")).sorted().toList();
		}
	}

	/** How a process ended and what it said. */
	record Ended(int code, String out, String err) {
	}

	static Process start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
		return start(folder().resolve("trainless"), folder, environment, arguments);
	}

	static Process start(Path launcher, Path folder, Map<String, String> environment, String... arguments)
			throws IOException {
		// whoever started the tests in the background made them, and so their children, deaf to Ctrl-C; env undoes that
		List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", launcher.toString()));
		command.addAll(Arrays.asList(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
		prepare(builder);
		builder.environment().putAll(environment);
		return builder.start();
	}

	/** What every process of the product is told that a test starts. */
	static void prepare(ProcessBuilder builder) {
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().remove("DISPLAY");
		// what an earlier build has computed must not decide how a test goes, and the user's store is not for tests
		builder.environment().put("TRAINLESS_STORE", "none");
	}

	/** What a test waits for. */
	@FunctionalInterface
	interface Condition {
		boolean holds() throws IOException;
	}

	/** Waits for something that a process does before it ends. */
	static void await(String what, Process process, Condition condition) throws IOException {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
		while (!condition.holds()) {
			if (!process.isAlive()) {
				// it may have done it at last
				assertTrue(condition.holds(), "ended without " + what);
				return;
			}
			if (System.nanoTime() > end) {
				kill(process);
				throw new AssertionError("not within " + PATIENCE_MINUTES + " minutes: " + what);
			}
			Thread.onSpinWait();
		}
	}

	/** Waits for the first evaluation of a run: from then on others are going on. */
	static void awaitFirstTrial(Process run, Path directory) throws IOException {
		Path log = directory.resolve("trials.jsonl");
		await("a trial", run, () -> Files.exists(log) && Files.size(log) > 0);
	}

	static void signal(String name, long process) throws IOException, InterruptedException {
		assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(process)).inheritIO().start().waitFor());
	}

	static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
		return ended(folder, start(folder, Map.of(), arguments));
	}

	static Ended ended(Path folder, Process process) throws IOException, InterruptedException {
		if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
			kill(process);
			throw new AssertionError("the product did not end within " + PATIENCE_MINUTES + " minutes");
		}
		return new Ended(process.exitValue(), Files.readString(folder.resolve("out.txt")),
				Files.readString(folder.resolve("err.txt")));
	}
}
