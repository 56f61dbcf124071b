/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.trainless.core.process.SameInstallation;
import org.trainless.core.worker.WorkerLauncher;
import org.trainless.engine.fast.VectorModule;

/**
 * Starts workers from this installation, the first of them ahead: it loads its libraries while this process reads what
 * it is to do. One that turns out not to be needed has done nothing, and ends when this is closed. Thread-safe.
 */
final class InstalledWorkers implements WorkerLauncher, AutoCloseable {
	/** Commands that evaluate. */
	private static final Set<String> EVALUATING = Set.of("run", "score");
	/** With one of these they do not, or not in another process. */
	private static final Set<String> NO_WORKER = Set.of("--in-process", "--help", "-h", "--version", "-V");

	private final WorkerErrors errors = new WorkerErrors(System.err, Duration.ofSeconds(1));
	// guarded by this object's lock
	private Started ahead;
	private boolean late;

	/**
	 * Starts a worker ahead if the command will need one.
	 *
	 * @param arguments of this process
	 */
	void ahead(List<String> arguments) {
		// a word too many costs nothing but the time that it would have won
		if (arguments.size() < 2 || !EVALUATING.contains(arguments.get(0))
				|| arguments.stream().anyMatch(NO_WORKER::contains)) {
			return;
		}
		// beside the work of this process
		Thread.ofPlatform().name("trainless-worker-start").daemon().start(this::ahead);
	}

	private synchronized void ahead() {
		try {
			if (!late) {
				// the folder of the run is not known yet, nor whether there will be one
				ahead = process(SameInstallation.area());
			}
		} catch (IOException e) {
			// whoever needs it will learn of it
			System.getLogger(InstalledWorkers.class.getName()).log(System.Logger.Level.DEBUG, "no worker ahead", e);
		}
	}

	@Override
	public synchronized Started start(Path reports) throws IOException {
		late = true;
		Started first = ahead;
		ahead = null;
		return first != null && first.process().isAlive() ? first : process(reports);
	}

	private Started process(Path reports) throws IOException {
		// within the area of this process, which is deleted with all that is in it when this process has ended
		Path area = Files.createTempDirectory(SameInstallation.area(), "worker");
		List<String> options = new ArrayList<>(VectorModule.options());
		options.addAll(WorkerHeap.options());
		options.addAll(WorkerErrors.OPTIONS);
		options.addAll(List.of("-XX:ErrorFile=" + reports.resolve(REPORT), "-XX:-CreateCoredumpOnCrash"));
		List<String> command = SameInstallation.command(options, area, "org.trainless.cli.worker", List.of());
		Process process = new ProcessBuilder(command).start();
		errors.passOn(process);
		return new Started(process, reports);
	}

	/**
	 * Ends the worker that nobody has asked for, and waits for its end: the area of this process is deleted then. The
	 * others were ended; what they last said is passed on.
	 */
	@Override
	public synchronized void close() {
		late = true;
		if (ahead != null) {
			ahead.process().destroyForcibly().onExit().join();
			ahead = null;
		}
		errors.close();
	}
}
