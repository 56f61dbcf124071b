/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.trainless.api.problem.Problem;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;

/**
 * The file {@code log} of a run directory, for people: a line with its time for whatever happens but single trials. A
 * run that is resumed adds to it. Hears what is told to a listener and passes it on. That the log cannot be written is
 * one warning and does not stop the run. Thread-safe.
 */
final class RunLog implements RunListener, AutoCloseable {
	/** Name of the file. */
	static final String NAME = "log";

	private final Path file;
	private final Writer writer;
	private final InstantSource clock;
	private final RunListener listener;
	private boolean failed;

	/**
	 * @param directory run directory
	 * @param clock     gives the times
	 * @param listener  hears all of it too
	 * @throws IOException when the log cannot be opened
	 */
	RunLog(Path directory, InstantSource clock, RunListener listener) throws IOException {
		this.file = directory.resolve(NAME);
		this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
		this.clock = clock;
		this.listener = listener;
	}

	/** Adds a line. */
	void add(String line) {
		Problem problem = null;
		synchronized (this) {
			try {
				writer.write(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line.replaceAll("\\R", " ")
						+ System.lineSeparator());
				writer.flush();
			} catch (IOException e) {
				problem = failed ? null
						: Problem.warning("log-failed", "cannot be written: " + e.getMessage(),
								"free space; the results do not need it").in(file.toString());
				failed = true;
			}
		}
		if (problem != null) {
			listener.problem(problem);
		}
	}

	@Override
	public void searchStarted(String search, long seed) {
		add("'" + search + "', seed " + seed + ": begun");
		listener.searchStarted(search, seed);
	}

	@Override
	public void trial(Trial trial) {
		listener.trial(trial);
	}

	@Override
	public void incumbent(Trial trial) {
		listener.incumbent(trial);
	}

	@Override
	public void searchEnded(SearchResult result) {
		add(String.format(Locale.ROOT, "'%s', seed %d: ended after %d evaluations in %.1f s, best %s: %s",
				result.search(), result.seed(), result.evaluations(), result.seconds(),
				result.best().map(t -> t.score().value() + " of " + t.index()).orElse("none"), result.ended()));
		listener.searchEnded(result);
	}

	@Override
	public void progress(RunProgress progress) {
		listener.progress(progress);
	}

	@Override
	public void problem(Problem problem) {
		add(problem.toLine());
		listener.problem(problem);
	}

	@Override
	public void close() throws IOException {
		synchronized (this) {
			if (failed) {
				// what was not written then cannot be written now
				return;
			}
			writer.close();
		}
	}
}
