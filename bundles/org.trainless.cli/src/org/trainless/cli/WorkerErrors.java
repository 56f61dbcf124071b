/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.trainless.engine.fast.VectorModule;

/**
 * Passes on what workers write to standard error, which is for people, but for what Java always says of the vector
 * module. Thread-safe.
 */
final class WorkerErrors implements AutoCloseable {
	/** Workers write in UTF-8 whatever the system's own encoding is, as this process does to its standard error. */
	static final List<String> OPTIONS = List.of("-Dstderr.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

	private final PrintStream out;
	private final Duration patience;
	// guarded by this object's lock
	private final List<Thread> readers = new ArrayList<>();

	/**
	 * @param out      gets it
	 * @param patience how long to wait at most, at the end, for what is still to come
	 */
	WorkerErrors(OutputStream out, Duration patience) {
		this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
		this.patience = patience;
	}

	/**
	 * Begins to pass on what a worker writes, until it ends.
	 *
	 * @param worker that was just started with the {@link #OPTIONS}
	 */
	synchronized void passOn(Process worker) {
		// of those that ended nothing is to come; there may have been many, each ended by a crash
		readers.removeIf(r -> !r.isAlive());
		readers.add(Thread.ofPlatform().name("trainless-worker-errors").daemon().start(() -> read(worker)));
	}

	private void read(Process worker) {
		try (BufferedReader lines = worker.errorReader(StandardCharsets.UTF_8)) {
			String line;
			while ((line = lines.readLine()) != null) {
				if (!line.equals(VectorModule.WARNING)) {
					out.println(line);
				}
			}
		} catch (IOException e) {
			// it was ended
			System.getLogger(WorkerErrors.class.getName()).log(System.Logger.Level.DEBUG, "no more of a worker", e);
		}
	}

	/**
	 * Waits until everything that ended workers wrote is passed on; not for long, as what a worker itself has started
	 * may hold the other end still.
	 */
	@Override
	public synchronized void close() {
		long until = System.nanoTime() + patience.toNanos();
		try {
			for (Thread reader : readers) {
				reader.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
