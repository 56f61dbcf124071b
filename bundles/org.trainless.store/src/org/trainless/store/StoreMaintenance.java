/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

/**
 * Looks after a score store: what is in it, joining two, copying it out, throwing away. Not thread-safe; other
 * processes may use the store meanwhile.
 */
public final class StoreMaintenance implements AutoCloseable {
	private final Path file;
	private final Connection connection;

	private StoreMaintenance(Path file, Connection connection) {
		this.file = file;
		this.connection = connection;
	}

	/**
	 * What a merge did.
	 *
	 * @param added     scores that are new here
	 * @param known     scores that were here already
	 * @param different scores that were here with another value, which stays
	 * @param damaged   scores of the other store that are damaged and were left out
	 */
	public record Merged(long added, long known, long different, long damaged) {
	}

	/**
	 * Which scores; a part that is empty does not matter.
	 *
	 * @param space         of that search space
	 * @param proxy         of that proxy
	 * @param version       of that version of the proxy
	 * @param dataset       of the dataset with that fingerprint
	 * @param writtenBefore written before that
	 */
	public record Which(Optional<String> space, Optional<String> proxy, Optional<String> version,
			Optional<String> dataset, Optional<Instant> writtenBefore) {
		public Which {
			Objects.requireNonNull(space);
			Objects.requireNonNull(proxy);
			Objects.requireNonNull(version);
			Objects.requireNonNull(dataset);
			Objects.requireNonNull(writtenBefore);
		}
	}

	/** Some work on the connection. */
	@FunctionalInterface
	private interface Work<T> {
		T run() throws SQLException, ProblemException, IOException;
	}

	/**
	 * @param file a store
	 * @return its maintenance
	 * @throws ProblemException when there is none, or it cannot be used
	 */
	public static StoreMaintenance open(Path file) throws ProblemException {
		return new StoreMaintenance(file, StoreFile.open(file));
	}

	/**
	 * @param file a store, or where one is to be made
	 * @return its maintenance
	 * @throws ProblemException when it cannot be used
	 */
	public static StoreMaintenance openOrCreate(Path file) throws ProblemException {
		return new StoreMaintenance(file, StoreFile.openOrCreate(file));
	}

	/**
	 * Refuses to write over a score store, or over what SQLite keeps beside it.
	 *
	 * @param store  a store; need not be there yet
	 * @param output what is to be written
	 * @param option the option that names the output, for the problem
	 * @throws ProblemException when both are the same file, by whatever name
	 */
	public static void refuseAsOutput(Path store, Path output, String option) throws ProblemException {
		if (StoreFile.parts(store).stream().anyMatch(p -> StoreFile.isSame(p, output))) {
			throw new ProblemException(Problem.error("output-is-store",
					output + " is a file of the score store " + store + ", which would be lost",
					"name another file with " + option).in(option));
		}
	}

	private <T> T guarded(Work<T> work) throws ProblemException {
		try {
			return work.run();
		} catch (SQLException e) {
			throw StoreFile.explain(e, file);
		} catch (IOException e) {
			throw StoreFile.damaged(file, e.toString(), e);
		}
	}

	private <T> T inTransaction(Work<T> work) throws ProblemException {
		return guarded(() -> {
			connection.setAutoCommit(false);
			boolean done = false;
			try {
				T result = work.run();
				connection.commit();
				done = true;
				return result;
			} finally {
				if (!done) {
					connection.rollback();
				}
				connection.setAutoCommit(true);
			}
		});
	}

	/**
	 * Reads the whole store and checks it.
	 *
	 * @return what is in it
	 * @throws ProblemException when it is damaged beyond single scores
	 */
	public StoreInfo info() throws ProblemException {
		return guarded(() -> {
			check();
			long[] whole = { 0 };
			long damaged = ScoreRows.each(connection, row -> whole[0]++);
			List<StoreInfo.Group> groups = new ArrayList<>();
			try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
					SELECT space, proxy, version, parameters, dataset, batch, count(DISTINCT seed), count(*),
					count(reason) FROM scores GROUP BY space, proxy, version, parameters, dataset, batch
					ORDER BY space, proxy, version, parameters, dataset, batch""")) {
				while (row.next()) {
					groups.add(
							new StoreInfo.Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
									row.getString(5), row.getInt(6), row.getInt(7), row.getLong(8), row.getLong(9)));
				}
			}
			return new StoreInfo(file, Files.size(file), (int) StoreFile.number(connection, "PRAGMA user_version"),
					whole[0] + damaged, damaged, groups);
		});
	}

	private void check() throws SQLException, ProblemException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
			if (row.next() && !"ok".equals(row.getString(1))) {
				throw StoreFile.damaged(file, row.getString(1).strip().replaceAll("\\s+", " "), null);
			}
		}
	}

	/**
	 * Refuses to add a store to itself.
	 *
	 * @param from the store whose scores are to be added
	 * @param into the store that is to get them; need not be there yet
	 * @throws ProblemException when one is the other, or a file that SQLite keeps beside it
	 */
	public static void refuseItself(Path from, Path into) throws ProblemException {
		if (StoreFile.parts(from).stream().anyMatch(p -> StoreFile.isSame(p, into))
				|| StoreFile.parts(into).stream().anyMatch(p -> StoreFile.isSame(p, from))) {
			throw new ProblemException(Problem.error("same-store",
					from + " and " + into + " are of one score store: there is nothing to add", "name two stores")
					.in("INTO"));
		}
	}

	/**
	 * Adds the scores of another store, all or none. Where both know a score, this store's stays.
	 *
	 * @param other where from
	 * @return what was done
	 * @throws ProblemException when one of them cannot be used
	 */
	public Merged add(Path other) throws ProblemException {
		refuseItself(other, file);
		List<ScoreRows.Row> theirs = new ArrayList<>();
		long damaged;
		try (StoreMaintenance from = open(other)) {
			damaged = from.guarded(() -> {
				from.check();
				return ScoreRows.each(from.connection, theirs::add);
			});
		}
		guarded(() -> {
			check();
			return null;
		});
		return inTransaction(() -> {
			Map<ScoreIdentity, Map<String, Score>> ours = new HashMap<>();
			List<ScoreRows.Row> fresh = new ArrayList<>();
			long different = 0;
			for (ScoreRows.Row row : theirs) {
				Map<String, Score> known = ours.get(row.identity());
				if (known == null) {
					known = ScoreRows.load(connection, row.identity());
					ours.put(row.identity(), known);
				}
				Score there = known.get(row.architecture());
				if (there == null) {
					fresh.add(row);
				} else if (!there.equals(row.score())) {
					different++;
				}
			}
			ScoreRows.insert(connection, fresh);
			return new Merged(fresh.size(), theirs.size() - fresh.size() - different, different, damaged);
		});
	}

	/**
	 * Writes all scores as rows of a table, in a fixed order.
	 *
	 * @param rows told the names of the columns, then each row; a score that is not finite is {@code inf}, {@code -inf}
	 *             or {@code nan}, as pandas reads it
	 * @return how many damaged scores were left out
	 * @throws ProblemException when the store is damaged beyond single scores
	 */
	public long export(Consumer<List<String>> rows) throws ProblemException {
		List<String> header = new ArrayList<>(ScoreIdentity.COLUMNS);
		header.addAll(List.of("architecture", "score", "reason", "detail", "seconds", "written"));
		rows.accept(header);
		return guarded(() -> ScoreRows.each(connection, row -> {
			List<String> cells = new ArrayList<>();
			row.identity().values().forEach(v -> cells.add(v.toString()));
			cells.add(row.architecture());
			cells.add(text(row.score().value()));
			cells.add(row.score().reason().map(NonFinite::id).orElse(""));
			cells.add(row.score().detail());
			cells.add(Double.toString(row.seconds()));
			cells.add(row.written());
			rows.accept(cells);
		}));
	}

	private static String text(double value) {
		if (Double.isNaN(value)) {
			return "nan";
		}
		return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
	}

	/**
	 * Throws scores away and gives their space back.
	 *
	 * @param which which; all when no part is given
	 * @return how many
	 * @throws ProblemException when the store cannot be written
	 */
	public long prune(Which which) throws ProblemException {
		List<String> conditions = new ArrayList<>();
		List<String> values = new ArrayList<>();
		condition("space = ?", which.space(), conditions, values);
		condition("proxy = ?", which.proxy(), conditions, values);
		condition("version = ?", which.version(), conditions, values);
		condition("dataset = ?", which.dataset(), conditions, values);
		condition("written < ?", which.writtenBefore().map(Instant::toString), conditions, values);
		String where = conditions.isEmpty() ? "1" : String.join(" AND ", conditions);
		long pruned = inTransaction(() -> {
			try (PreparedStatement statement = connection.prepareStatement(
					"DELETE FROM score WHERE (identity, architecture) IN (SELECT score.identity, architecture"
							+ " FROM score JOIN identity ON identity.id = score.identity WHERE " + where + ")");
					Statement rest = connection.createStatement()) {
				for (int i = 0; i < values.size(); i++) {
					statement.setString(i + 1, values.get(i));
				}
				long deleted = statement.executeUpdate();
				rest.executeUpdate("DELETE FROM identity WHERE id NOT IN (SELECT identity FROM score)");
				return deleted;
			}
		});
		return guarded(() -> {
			try (Statement statement = connection.createStatement()) {
				statement.execute("VACUUM");
			}
			return pruned;
		});
	}

	private static void condition(String condition, Optional<String> value, List<String> conditions,
			List<String> values) {
		value.ifPresent(v -> {
			conditions.add(condition);
			values.add(v);
		});
	}

	@Override
	public void close() throws ProblemException {
		guarded(() -> {
			connection.close();
			return null;
		});
	}
}
