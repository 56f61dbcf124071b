/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.Score;

/**
 * Every score that was ever computed, in one SQLite file that any number of processes on this machine may use at once.
 * Scores of one identity are read in one go when they are first asked for; new ones are written by a thread of its own
 * in groups, at least twice a second, so that a killed process loses no more than the last half second.
 * <p>
 * A store never fails a run: what goes wrong once it is open is told, and from then on nothing is written. Thread-safe.
 */
public final class ScoreStore implements AutoCloseable {
	/** How long the first score of a group waits for others. */
	static final long GROUP_MILLISECONDS = 500;
	private static final long CLOSING_MILLISECONDS = TimeUnit.SECONDS.toMillis(60);

	/** Writes a group of scores in one transaction. */
	@FunctionalInterface
	interface GroupWriter {
		void write(Connection connection, List<ScoreRows.Row> group) throws SQLException;
	}

	private final Path file;
	private final Consumer<Problem> problems;
	private final GroupWriter groups;
	private final Connection reading;
	private final Connection writing;
	/** Whoever reads scores holds them; of seeds that are done with nothing stays in memory. */
	private final Map<ScoreIdentity, Reference<KnownScores>> known = new HashMap<>();
	private final Thread writer;
	// guarded by this object's lock
	private List<ScoreRows.Row> pending = new ArrayList<>();
	private long added;
	private long done;
	private boolean hurried;
	private boolean closing;
	private boolean failed;

	private ScoreStore(Path file, Connection reading, Connection writing, Consumer<Problem> problems,
			GroupWriter groups) {
		this.file = file;
		this.problems = problems;
		this.groups = groups;
		this.reading = reading;
		this.writing = writing;
		this.writer = Thread.ofPlatform().name("trainless-score-store").daemon().unstarted(this::writeGroups);
		writer.start();
	}

	/**
	 * Opens a store; makes it when there is none.
	 *
	 * @param file     the file; on a local disk
	 * @param problems told when the store stops working, at most once, possibly from another thread
	 * @return the store
	 * @throws ProblemException when the file is damaged, of a newer version, no score store, or cannot be written
	 */
	public static ScoreStore open(Path file, Consumer<Problem> problems) throws ProblemException {
		return open(file, problems, ScoreStore::write);
	}

	static ScoreStore open(Path file, Consumer<Problem> problems, GroupWriter groups) throws ProblemException {
		Objects.requireNonNull(problems);
		Connection writing = StoreFile.openOrCreate(file);
		try {
			return new ScoreStore(file, StoreFile.open(file), writing, problems, groups);
		} catch (ProblemException e) {
			try {
				writing.close();
			} catch (SQLException other) {
				e.addSuppressed(other);
			}
			throw e;
		}
	}

	/**
	 * @return where it lies
	 */
	public Path file() {
		return file;
	}

	/**
	 * @param identity under what scores hold
	 * @return the scores of that identity; the same object for all who ask while anybody still has it
	 */
	public KnownScores scores(ScoreIdentity identity) {
		synchronized (known) {
			known.values().removeIf(r -> r.refersTo(null));
			Reference<KnownScores> reference = known.get(identity);
			KnownScores scores = reference == null ? null : reference.get();
			if (scores == null) {
				scores = new KnownScores(load(identity), (architecture, score,
						seconds) -> add(new ScoreRows.Row(identity, architecture, score, seconds, now())));
				known.put(identity, new WeakReference<>(scores));
			}
			return scores;
		}
	}

	/** Some of them may have been kept a moment ago through an object that nobody has any more. */
	private Map<String, Score> load(ScoreIdentity identity) {
		flush();
		if (isFailed()) {
			return Map.of();
		}
		try {
			return ScoreRows.load(reading, identity);
		} catch (SQLException | RuntimeException e) {
			fail(e);
			return Map.of();
		}
	}

	private static String now() {
		return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private synchronized void add(ScoreRows.Row row) {
		if (failed || closing) {
			return;
		}
		pending.add(row);
		added++;
		if (pending.size() == 1) {
			notifyAll();
		}
	}

	/**
	 * Waits until everything that was kept so far is in the file, or the store has stopped working.
	 */
	public synchronized void flush() {
		long target = added;
		if (done >= target) {
			return;
		}
		hurried = true;
		notifyAll();
		try {
			while (done < target && !failed && writer.isAlive()) {
				wait(GROUP_MILLISECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** However this ends, unless the store is being closed, it is told: nobody else would notice. */
	private void writeGroups() {
		try {
			for (List<ScoreRows.Row> group = next(); !group.isEmpty(); group = next()) {
				groups.write(writing, group);
				written(group.size());
			}
		} catch (Throwable e) {
			giveUpTransaction(e);
			fail(e);
		}
	}

	/** It would keep all other processes from writing for as long as this store is open. */
	private void giveUpTransaction(Throwable failure) {
		try {
			if (!writing.getAutoCommit()) {
				writing.rollback();
				writing.setAutoCommit(true);
			}
		} catch (SQLException | RuntimeException e) {
			failure.addSuppressed(e);
		}
	}

	/** Waits for the first row and then for those that follow it soon; empty when the store is being closed. */
	private synchronized List<ScoreRows.Row> next() throws InterruptedException {
		while (pending.isEmpty() && !closing) {
			wait();
		}
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GROUP_MILLISECONDS);
		while (!closing && !hurried) {
			long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
			if (left <= 0) {
				break;
			}
			wait(left);
		}
		hurried = false;
		List<ScoreRows.Row> group = pending;
		pending = new ArrayList<>();
		return group;
	}

	private synchronized void written(int rows) {
		done += rows;
		notifyAll();
	}

	private static void write(Connection connection, List<ScoreRows.Row> group) throws SQLException {
		connection.setAutoCommit(false);
		ScoreRows.insert(connection, group);
		connection.commit();
		connection.setAutoCommit(true);
	}

	private synchronized boolean isFailed() {
		return failed;
	}

	private void fail(Throwable e) {
		synchronized (this) {
			if (failed) {
				return;
			}
			failed = true;
			pending.clear();
			notifyAll();
		}
		ProblemException explained = e instanceof SQLException sql ? StoreFile.explain(sql, file)
				: StoreFile.failed(file, e);
		explained.problems().forEach(p -> problems.accept(withoutIt(p)));
	}

	/**
	 * @param problem why a store cannot be used
	 * @return the same as a warning: whoever wanted to use the store goes on without it
	 */
	public static Problem withoutIt(Problem problem) {
		return Problem.warning(problem.code(), problem.message() + "; going on without it", problem.remedy())
				.in(problem.source());
	}

	/** Writes what is left and closes the file. */
	@Override
	public void close() {
		synchronized (this) {
			closing = true;
			notifyAll();
		}
		boolean interrupted = Thread.interrupted();
		try {
			writer.join(CLOSING_MILLISECONDS);
		} catch (InterruptedException e) {
			interrupted = true;
		}
		try (reading; writing) {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		} catch (SQLException e) {
			fail(e);
		}
	}
}
