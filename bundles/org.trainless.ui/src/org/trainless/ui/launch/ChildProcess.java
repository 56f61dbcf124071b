/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.io.BufferedReader;
import java.io.File;
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

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

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

	private List<String> command(RunOrder order, Path area) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		command.addAll(List.of("-Xmx2g", "-XX:MaxNewSize=96m", "-XX:+UseParallelGC", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"--enable-native-access=ALL-UNNAMED", //$NON-NLS-1$
				"-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-Djava.awt.headless=true")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		pass(command, "java.util.logging.config.file"); //$NON-NLS-1$
		pass(command, "org.apache.aries.spifly.auto.consumers"); //$NON-NLS-1$
		pass(command, "org.apache.aries.spifly.auto.providers"); //$NON-NLS-1$
		String shared = System.getProperty("osgi.sharedConfiguration.area"); //$NON-NLS-1$
		command.add("-Dosgi.sharedConfiguration.area=" //$NON-NLS-1$
				+ (shared == null ? System.getProperty("osgi.configuration.area") : shared)); //$NON-NLS-1$
		command.add("-Dosgi.install.area=" + System.getProperty("osgi.install.area")); //$NON-NLS-1$ //$NON-NLS-2$
		command.add("-jar"); //$NON-NLS-1$
		command.add(launcher().getPath());
		command.addAll(List.of("-nosplash", "-configuration", area.toString(), "-data", "@none")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		String development = System.getProperty("osgi.dev"); //$NON-NLS-1$
		if (development != null) {
			command.addAll(List.of("-dev", development)); //$NON-NLS-1$
		}
		command.addAll(List.of("-application", "org.trainless.cli.app", "run", order.file().toString(), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				"--out", order.directory().toString(), "--jobs", Integer.toString(jobs))); //$NON-NLS-1$ //$NON-NLS-2$
		if (order.resume()) {
			command.add("--resume"); //$NON-NLS-1$
		}
		if (!store.isBlank()) {
			command.addAll(List.of("--store", store)); //$NON-NLS-1$
		}
		return command;
	}

	private static void pass(List<String> command, String property) {
		String value = System.getProperty(property);
		if (value != null) {
			command.add("-D" + property + "=" + value); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	private static File launcher() throws IOException {
		Bundle bundle = Platform.getBundle("org.eclipse.equinox.launcher"); //$NON-NLS-1$
		if (bundle == null) {
			throw new IOException(Messages.ChildProcess_noLauncher);
		}
		return FileLocator.getBundleFileLocation(bundle)
				.orElseThrow(() -> new IOException(Messages.ChildProcess_noLauncher));
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
