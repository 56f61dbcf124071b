/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;

/**
 * Rows of a table by the architecture that they speak of. Immutable.
 */
final class KeyedRows {
	private final SearchSpace space;
	private final Map<Long, Row> byIndex;

	private KeyedRows(SearchSpace space, Map<Long, Row> byIndex) {
		this.space = space;
		this.byIndex = byIndex;
	}

	/**
	 * @param table the table
	 * @param space whose architectures its keys name, by text or by index
	 * @return its rows
	 * @throws ProblemException when a key names no architecture, or two rows contradict each other
	 */
	static KeyedRows of(Table table, SearchSpace space) throws ProblemException {
		Map<Long, Row> byIndex = HashMap.newHashMap(table.rows().size());
		long next = 0;
		for (Row row : table.rows()) {
			long index = table.keyColumn().isEmpty() ? next++ : index(table, row, space);
			if (index < 0 || index >= space.size()) {
				throw table.problem(row, "unknown-architecture",
						"index " + index + " is not one of the space's 0 to " + (space.size() - 1),
						"check the key, and that the table is of this search space");
			}
			Row other = byIndex.putIfAbsent(index, row);
			if (other != null
					&& Double.compare(row.number(table.valueColumn()), other.number(table.valueColumn())) != 0) {
				throw table.problem(row, "duplicate-key", "the architecture of index " + index + " is also in line "
						+ other.line() + ", with another value", "choose rows by 'where', or remove one of the two");
			}
		}
		return new KeyedRows(space, byIndex);
	}

	private static long index(Table table, Row row, SearchSpace space) throws ProblemException {
		String key = row.key();
		if (key.matches("[0-9]{1,18}")) {
			return Long.parseLong(key);
		}
		try {
			return space.indexOf(space.parse(key));
		} catch (ProblemException e) {
			String why = e.problems().stream().findFirst().map(Problem::message).orElse("");
			throw table.problem(row, "not-an-architecture", "the key '"
					+ (key.length() > 120 ? key.substring(0, 120) + "…" : key) + "' names no architecture: " + why,
					"check that 'key' is the right column");
		}
	}

	Optional<Row> find(Architecture architecture) {
		return Optional.ofNullable(byIndex.get(space.indexOf(architecture)));
	}
}
