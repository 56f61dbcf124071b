/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

/** Reads and writes rows of the tables. Transactions are the caller's. */
final class ScoreRows {
	/**
	 * A score with all that the file says of it.
	 *
	 * @param identity     under what it holds
	 * @param architecture text of the representative
	 * @param score        the score
	 * @param seconds      what the evaluation took
	 * @param written      when, in ISO 8601
	 */
	record Row(ScoreIdentity identity, String architecture, Score score, double seconds, String written) {
	}

	private ScoreRows() {
	}

	static OptionalLong find(Connection connection, ScoreIdentity identity) throws SQLException {
		String where = String.join(" = ? AND ", ScoreIdentity.COLUMNS) + " = ?";
		try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM identity WHERE " + where)) {
			set(statement, identity);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
			}
		}
	}

	private static void set(PreparedStatement statement, ScoreIdentity identity) throws SQLException {
		int parameter = 1;
		for (Object value : identity.values()) {
			statement.setObject(parameter++, value);
		}
	}

	/** What does not fit its checksum is no score: it will be computed again. */
	static Map<String, Score> load(Connection connection, ScoreIdentity identity) throws SQLException {
		Map<String, Score> scores = new HashMap<>();
		OptionalLong id = find(connection, identity);
		if (id.isEmpty()) {
			return scores;
		}
		try (PreparedStatement statement = connection.prepareStatement(
				"SELECT architecture, value, reason, detail, checksum FROM score WHERE identity = ?")) {
			statement.setLong(1, id.getAsLong());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					whole(row, identity).ifPresent(score -> scores.put(score.getKey(), score.getValue()));
				}
			}
		}
		return scores;
	}

	/** The architecture and its score, if they fit the checksum. */
	static Optional<Map.Entry<String, Score>> whole(ResultSet row, ScoreIdentity identity) throws SQLException {
		String architecture = row.getString("architecture");
		Optional<Score> score = StoreFile.score(row);
		if (architecture == null || score.isEmpty()
				|| row.getLong("checksum") != StoreFile.checksum(identity, architecture, score.get())) {
			return Optional.empty();
		}
		return Optional.of(Map.entry(architecture, score.get()));
	}

	/**
	 * Reads everything in a fixed order.
	 *
	 * @param rows told every row that is whole
	 * @return how many are not
	 */
	static long each(Connection connection, Consumer<Row> rows) throws SQLException {
		Map<Long, ScoreIdentity> identities = new HashMap<>();
		String columns = String.join(", ", ScoreIdentity.COLUMNS);
		long damaged = 0;
		// in one statement: between two another process may add scores of an identity that the first has not seen
		try (PreparedStatement statement = connection.prepareStatement("SELECT score.*, " + columns
				+ " FROM score JOIN identity ON identity.id = score.identity ORDER BY " + columns + ", architecture");
				ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				long id = row.getLong("identity");
				ScoreIdentity identity = identities.get(id);
				if (identity == null) {
					identity = identity(row);
					identities.put(id, identity);
				}
				Optional<Map.Entry<String, Score>> score = whole(row, identity);
				if (score.isEmpty()) {
					damaged++;
				} else {
					rows.accept(new Row(identity, score.get().getKey(), score.get().getValue(),
							row.getDouble("seconds"), row.getString("written")));
				}
			}
		}
		return damaged;
	}

	static ScoreIdentity identity(ResultSet row) throws SQLException {
		return new ScoreIdentity(row.getString("space"), row.getString("equivalence"), row.getString("proxy"),
				row.getString("provider"), row.getString("version"), row.getString("parameters"), row.getString("task"),
				row.getString("dataset"), row.getInt("batch"), row.getLong("seed"), row.getString("engine"),
				row.getString("device"), row.getString("precision"));
	}

	/** Adds rows; a row that is there is replaced. */
	static void insert(Connection connection, Iterable<Row> rows) throws SQLException {
		Map<ScoreIdentity, Long> ids = new HashMap<>();
		try (PreparedStatement insert = connection.prepareStatement(
				"INSERT OR REPLACE INTO score (identity, architecture, value, reason, detail, seconds, written, checksum)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
			for (Row row : rows) {
				Long id = ids.get(row.identity());
				if (id == null) {
					id = id(connection, row.identity());
					ids.put(row.identity(), id);
				}
				Score score = row.score();
				insert.setLong(1, id);
				insert.setString(2, row.architecture());
				if (Double.isNaN(score.value())) {
					insert.setNull(3, Types.REAL);
				} else {
					insert.setDouble(3, score.value());
				}
				insert.setString(4, score.reason().map(NonFinite::id).orElse(null));
				insert.setString(5, score.detail().isEmpty() ? null : score.detail());
				insert.setDouble(6, row.seconds());
				insert.setString(7, row.written());
				insert.setLong(8, StoreFile.checksum(row.identity(), row.architecture(), score));
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	private static long id(Connection connection, ScoreIdentity identity) throws SQLException {
		OptionalLong there = find(connection, identity);
		if (there.isPresent()) {
			return there.getAsLong();
		}
		String columns = String.join(", ", ScoreIdentity.COLUMNS);
		String marks = String.join(", ", Collections.nCopies(ScoreIdentity.COLUMNS.size(), "?"));
		try (PreparedStatement insert = connection
				.prepareStatement("INSERT INTO identity (" + columns + ") VALUES (" + marks + ")")) {
			set(insert, identity);
			insert.executeUpdate();
		}
		return find(connection, identity).orElseThrow();
	}
}
