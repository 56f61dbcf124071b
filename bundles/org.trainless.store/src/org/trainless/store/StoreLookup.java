/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.trainless.api.problem.ProblemException;

/** Asks a store what it knows of one architecture, without keeping it open. */
public final class StoreLookup {
	private StoreLookup() {
	}

	/**
	 * Reads all scores of an architecture, whatever they depend on besides. What is damaged is left out. Takes a few
	 * milliseconds, also while others write.
	 *
	 * @param file            the store
	 * @param space           id of the search space
	 * @param representatives what the architecture's scores are kept under, by name of the equivalence
	 * @return the scores by proxy, its parameters, the images, the minibatch and the seed; empty when there is no store
	 * @throws ProblemException when the file is damaged, of a newer version, or no score store
	 */
	public static List<StoredScore> of(Path file, String space, Map<String, String> representatives)
			throws ProblemException {
		if (!Files.exists(file)) {
			return List.of();
		}
		try (Connection connection = StoreFile.open(file)) {
			return read(connection, space, representatives);
		} catch (SQLException e) {
			throw StoreFile.explain(e, file);
		}
	}

	private static List<StoredScore> read(Connection connection, String space, Map<String, String> representatives)
			throws SQLException {
		List<StoredScore> found = new ArrayList<>();
		// few identities and the primary key of each of their scores: in this order no table is read through
		try (PreparedStatement statement = connection.prepareStatement("""
				SELECT identity.*, score.architecture, score.value, score.reason, score.detail, score.seconds,
				score.checksum FROM identity CROSS JOIN score ON score.identity = identity.id
				WHERE identity.space = ? AND identity.equivalence = ? AND score.architecture = ?""")) {
			for (Map.Entry<String, String> representative : representatives.entrySet()) {
				statement.setString(1, space);
				statement.setString(2, representative.getKey());
				statement.setString(3, representative.getValue());
				try (ResultSet row = statement.executeQuery()) {
					while (row.next()) {
						ScoreIdentity identity = ScoreRows.identity(row);
						double seconds = row.getDouble("seconds");
						ScoreRows.whole(row, identity)
								.ifPresent(s -> found.add(new StoredScore(identity, s.getValue(), seconds)));
					}
				}
			}
		}
		found.sort(java.util.Comparator.comparing((StoredScore s) -> s.identity().proxy())
				.thenComparing(s -> s.identity().version()).thenComparing(s -> s.identity().parameters())
				.thenComparing(s -> s.identity().dataset()).thenComparing(s -> s.identity().batch())
				.thenComparing(s -> s.identity().seed()));
		return found;
	}
}
