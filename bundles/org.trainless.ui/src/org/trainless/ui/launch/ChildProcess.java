/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.trainless.core.process.SameInstallation;

/**
 * Makes a run by the command line of this same installation in a process of its own: a crash of the native engine costs
 * neither the workbench nor what is on disk.
 */
final class ChildProcess implements RunMaker {
	private static final int INTERRUPTED = 130;
	private static final int LOOK_MILLIS = 50;
	/** How long a process that was asked to end may take before it is killed; the log is on disk anyway. */
	private static final long PATIENCE_SECONDS = 5;

	private final int jobs;
	private final String store;
	private final Map<String, String> variables;
	private final Consumer<ProcessHandle> started;

	/**
	 * @param jobs      evaluations at once
	 * @param store     score store as the command line takes it; empty for its default
	 * @param variables data paths by name
	 * @param started   told of the process
	 */
	ChildProcess(int jobs, String store, Map<String, String> variables, Consumer<ProcessHandle> started) {
		this.jobs = jobs;
		this.store = store;
		this.variables = Map.copyOf(variables);
		this.started = started;
	}

	@Override
	public Ending make(RunOrder order, Consumer<String> output, BooleanSupplier cancelled) throws InterruptedException {
		Path area = null;
		try {
			area = Files.createTempDirectory("trainless-run"); //$NON-NLS-1$
			ProcessBuilder builder = new ProcessBuilder(command(order, area)).redirectErrorStream(true);
			builder.environment().putAll(variables);
			Process process = builder.start();
			process.getOutputStream().close();
			started.accept(process.toHandle());
			Thread reader = Thread.ofVirtual().start(() -> pass(process, output));
			boolean asked = end(process, cancelled);
			reader.join();
			return ending(process.exitValue(), asked);
		} catch (IOException e) {
			output.accept(e.getMessage());
			return Ending.FAILED;
		} finally {
			if (area != null) {
				delete(area);
			}
		}
	}

	private static Ending ending(int code, boolean asked) {
		if (asked || code == INTERRUPTED) {
			return Ending.CANCELLED;
		}
		if (code == 0) {
			return Ending.FINISHED;
		}
		// the command line ends with small codes of its own; anything else is a signal or a crash
		return code > 0 && code < 128 ? Ending.FAILED : Ending.KILLED;
	}

	private static boolean end(Process process, BooleanSupplier cancelled) throws InterruptedException {
		try {
			while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
				if (cancelled.getAsBoolean()) {
					stop(process);
					return true;
				}
			}
			return false;
		} catch (InterruptedException e) {
			process.destroyForcibly();
			throw e;
		}
	}

	private static void stop(Process process) throws InterruptedException {
		process.destroy();
		if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
		}
	}

	private static void pass(Process process, Consumer<String> output) {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			lines.lines().forEach(output);
		} catch (IOException | UncheckedIOException e) {
			// the process was killed while it spoke; its ending says so
			output.accept(""); //$NON-NLS-1$
		}
	}

	private List<String> command(RunOrder order, Path area) {
		List<String> arguments = new ArrayList<>(List.of("run", order.file().toString(), "--out", //$NON-NLS-1$ //$NON-NLS-2$
				order.directory().toString(), "--jobs", Integer.toString(jobs))); //$NON-NLS-1$
		if (order.resume()) {
			arguments.add("--resume"); //$NON-NLS-1$
		}
		if (!store.isBlank()) {
			arguments.addAll(List.of("--store", store)); //$NON-NLS-1$
		}
		return SameInstallation.command(List.of("-Djava.awt.headless=true"), area, "org.trainless.cli.app", arguments); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void delete(Path area) {
		try (Stream<Path> files = Files.walk(area)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			// left for the system to clear: it holds nothing of anybody's
			area.toFile().deleteOnExit();
		}
	}
}
