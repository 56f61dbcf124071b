/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

/**
 * The SQLite file of a score store: how it is opened, what it holds, and what its errors mean.
 * <p>
 * Schema {@value #SCHEMA}, in {@code PRAGMA user_version}: a table {@code identity} with a row for each
 * {@link ScoreIdentity}; a table {@code score} with a row for each identity and representative; and a view
 * {@code scores} that joins them, for people and pandas. {@code value} is null for NaN and has infinities as such;
 * {@code reason} says why it is not finite. {@code checksum} is a CRC-32 over the identity, the architecture and the
 * score: SQLite has no checksums of its own, and a byte that has changed on the disk must not become a score.
 */
final class StoreFile {
	static final int SCHEMA = 1;
	/** "TLSS" in the file's header says that it is ours. */
	static final int APPLICATION = 0x544C5353;
	/** What SQLite adds to the name of a file for those beside it. */
	private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");
	private static final int BUSY_MILLISECONDS = 30_000;
	private static final int TRIES = 100;
	private static final int MILLISECONDS_BETWEEN_TRIES = 50;

	private StoreFile() {
	}

	/** Opens a file that exists, or makes a new one. */
	static Connection openOrCreate(Path file) throws ProblemException {
		try {
			if (file.toAbsolutePath().getParent() != null) {
				Files.createDirectories(file.toAbsolutePath().getParent());
			}
		} catch (IOException e) {
			throw problem("unwritable-store", "the folder of the score store cannot be made" + why(e),
					"check permissions, or name another file with --store", file, e);
		}
		return connect(file, true);
	}

	/** Names of exceptions tell people nothing. */
	private static String why(IOException e) {
		return switch (e) {
		case AccessDeniedException denied -> ": permission denied";
		case FileAlreadyExistsException file -> ": " + file.getFile() + " is not a folder";
		case FileSystemException other -> other.getReason() == null ? "" : ": " + other.getReason();
		default -> e.getMessage() == null ? "" : ": " + e.getMessage();
		};
	}

	/** Opens a file that exists. */
	static Connection open(Path file) throws ProblemException {
		if (!Files.exists(file)) {
			throw problem("no-store", "there is no score store", "name its file with --store", file, null);
		}
		return connect(file, false);
	}

	private static Connection connect(Path file, boolean create) throws ProblemException {
		if (Files.isDirectory(file)) {
			throw problem("foreign-store", "this is a folder, not a score store", "name a file with --store", file,
					null);
		}
		if (Files.exists(file) && !Files.isWritable(file)) {
			throw problem("unwritable-store", "the score store cannot be written",
					"check its permissions, or name another file with --store", file, null);
		}
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(BUSY_MILLISECONDS);
		config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
		config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
		Connection connection = null;
		try {
			connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
			prepare(connection, file, create);
			return connection;
		} catch (SQLException e) {
			close(connection, e);
			throw explain(e, file);
		} catch (ProblemException | RuntimeException e) {
			close(connection, e);
			throw e;
		}
	}

	private static void close(Connection connection, Exception failure) {
		try {
			if (connection != null) {
				connection.close();
			}
		} catch (SQLException e) {
			failure.addSuppressed(e);
		}
	}

	/** The file, and those that SQLite keeps beside it, also beside what a link leads to. */
	static List<Path> parts(Path file) {
		List<Path> parts = new ArrayList<>();
		for (Path store : List.of(file.toAbsolutePath().normalize(), real(file))) {
			parts.add(store);
			BESIDE.forEach(b -> parts.add(store.resolveSibling(store.getFileName() + b)));
		}
		return parts;
	}

	/** Whether both are one file, by whatever name; also of files that are not there yet. */
	static boolean isSame(Path one, Path other) {
		try {
			if (Files.exists(one) && Files.exists(other)) {
				return Files.isSameFile(one, other);
			}
		} catch (IOException e) {
			// what their names say must do
			return real(one).equals(real(other));
		}
		return real(one).equals(real(other));
	}

	/** Follows links as far as there are files. */
	private static Path real(Path file) {
		Path whole = file.toAbsolutePath();
		try {
			return whole.toRealPath();
		} catch (IOException e) {
			Path parent = whole.getParent();
			return parent == null || whole.getFileName() == null ? whole.normalize()
					: real(parent).resolve(whole.getFileName()).normalize();
		}
	}

	private static void prepare(Connection connection, Path file, boolean create)
			throws SQLException, ProblemException {
		if (!isOurs(connection, file)) {
			if (!create) {
				throw problem("empty-store", "the file is empty",
						"the first run that uses it makes a score store of it", file, null);
			}
			useWriteAheadLog(connection);
			connection.setAutoCommit(false);
			// another process may have been quicker
			if (!isOurs(connection, file)) {
				createSchema(connection);
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
		useWriteAheadLog(connection);
	}

	/** Whether the file holds our tables; false when it holds nothing at all. */
	private static boolean isOurs(Connection connection, Path file) throws SQLException, ProblemException {
		long application = number(connection, "PRAGMA application_id");
		if (application == 0 && number(connection, "SELECT count(*) FROM sqlite_master") == 0) {
			return false;
		}
		// asked again: another process may have made the tables between the two questions
		if (application != APPLICATION && number(connection, "PRAGMA application_id") != APPLICATION) {
			throw foreign(file);
		}
		long schema = number(connection, "PRAGMA user_version");
		if (schema > SCHEMA) {
			throw problem("newer-store",
					"the score store has schema " + schema + ", this version reads up to " + SCHEMA,
					"use a newer version of Trainless, or name another file with --store", file, null);
		}
		if (schema < SCHEMA || number(connection,
				"SELECT count(*) FROM sqlite_master WHERE name IN ('identity', 'score', 'scores')") != 3) {
			throw damaged(file, "its tables are missing", null);
		}
		return true;
	}

	/** The change is refused at once, without waiting, while another process is making it. */
	private static void useWriteAheadLog(Connection connection) throws SQLException {
		for (int i = 1;; i++) {
			try (Statement statement = connection.createStatement()) {
				statement.execute("PRAGMA journal_mode=WAL");
				return;
			} catch (SQLException e) {
				if (code(e) != SQLiteErrorCode.SQLITE_BUSY || i == TRIES) {
					throw e;
				}
				try {
					Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
				} catch (InterruptedException interrupted) {
					Thread.currentThread().interrupt();
					throw e;
				}
			}
		}
	}

	private static void createSchema(Connection connection) throws SQLException {
		String identity = String.join(", ", ScoreIdentity.COLUMNS);
		try (Statement statement = connection.createStatement()) {
			statement.execute("""
					CREATE TABLE identity (id INTEGER PRIMARY KEY, space TEXT NOT NULL, equivalence TEXT NOT NULL,
					proxy TEXT NOT NULL, provider TEXT NOT NULL, version TEXT NOT NULL, parameters TEXT NOT NULL,
					task TEXT NOT NULL, dataset TEXT NOT NULL, batch INTEGER NOT NULL, seed INTEGER NOT NULL,
					engine TEXT NOT NULL, device TEXT NOT NULL, precision TEXT NOT NULL, UNIQUE (%s))"""
					.formatted(identity));
			// no type for value: SQLite would store whole numbers of a REAL column as integers and lose the sign of -0
			statement.execute("""
					CREATE TABLE score (identity INTEGER NOT NULL REFERENCES identity (id), architecture TEXT NOT NULL,
					value, reason TEXT, detail TEXT, seconds REAL NOT NULL, written TEXT NOT NULL,
					checksum INTEGER NOT NULL, PRIMARY KEY (identity, architecture)) WITHOUT ROWID""");
			statement.execute("CREATE VIEW scores AS SELECT " + identity
					+ ", architecture, value, reason, detail, seconds, written"
					+ " FROM score JOIN identity ON identity.id = score.identity");
			statement.execute("PRAGMA application_id=" + APPLICATION);
			statement.execute("PRAGMA user_version=" + SCHEMA);
		}
	}

	static long number(Connection connection, String query) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			return row.next() ? row.getLong(1) : 0;
		}
	}

	/** Reads the score from a row that has value, reason and detail; empty when it is not one. */
	static Optional<Score> score(ResultSet row) throws SQLException {
		double value = row.getDouble("value");
		if (row.wasNull()) {
			value = Double.NaN;
		}
		String reason = row.getString("reason");
		String detail = row.getString("detail");
		Optional<NonFinite> why = Arrays.stream(NonFinite.values()).filter(r -> r.id().equals(reason)).findFirst();
		if (Double.isFinite(value) != why.isEmpty() || reason != null && why.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Score(value, why, detail == null ? "" : detail));
	}

	/** What a damaged row does not fit. */
	static long checksum(ScoreIdentity identity, String architecture, Score score) {
		CRC32 crc = new CRC32();
		crc.update((identity.values() + "\n" + architecture + "\n" + Double.doubleToLongBits(score.value())
				+ score.reason().map(NonFinite::id).orElse("") + "\n" + score.detail())
				.getBytes(StandardCharsets.UTF_8));
		return crc.getValue();
	}

	private static SQLiteErrorCode code(SQLException e) {
		SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
		return code == null ? SQLiteErrorCode.UNKNOWN_ERROR : code;
	}

	/** What an error of SQLite means for people. */
	static ProblemException explain(SQLException e, Path file) {
		return switch (code(e)) {
		case SQLITE_NOTADB -> foreign(file);
		case SQLITE_CORRUPT, SQLITE_FORMAT -> damaged(file, e.getMessage(), e);
		case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
			problem("unwritable-store", "the score store cannot be written: " + e.getMessage(),
					"check permissions of the file and its folder, or name another file with --store", file, e);
		case SQLITE_FULL -> problem("unwritable-store", "the disk of the score store is full",
				"free space, or name another file with --store", file, e);
		case SQLITE_BUSY,
				SQLITE_LOCKED ->
			problem("busy-store",
					"the score store has been locked by another process for " + BUSY_MILLISECONDS / 1000 + " s",
					"wait for it to end, or name another file with --store", file, e);
		default -> problem("unreadable-store", "the score store cannot be used: " + e.getMessage(),
				"it must lie on a local disk; name another file with --store", file, e);
		};
	}

	/** What nobody foresaw, and no error of SQLite. */
	static ProblemException failed(Path file, Throwable cause) {
		return problem("failed-store", "the score store has failed: " + cause,
				"run again; if it happens again, name another file with --store", file, cause);
	}

	static ProblemException damaged(Path file, String how, Exception cause) {
		return problem("damaged-store", "the score store is damaged: " + how,
				"restore it from a copy, or delete it: its scores can be computed again", file, cause);
	}

	private static ProblemException foreign(Path file) {
		return problem("foreign-store", "this is not a score store of Trainless", "name another file with --store",
				file, null);
	}

	private static ProblemException problem(String code, String message, String remedy, Path file, Throwable cause) {
		return new ProblemException(Problem.error(code, message, remedy).in(file.toString()), cause);
	}
}
