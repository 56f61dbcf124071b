/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.space.Architecture;

/**
 * Accuracies from a column of a table.
 *
 * @param table   the table
 * @param rows    its rows by architecture
 * @param scale   per cent in one unit of the column
 * @param meaning which accuracy that is
 */
record TableBenchmark(Table table, KeyedRows rows, double scale, Meaning meaning) implements Benchmark {
	@Override
	public OptionalDouble accuracy(Architecture architecture) {
		OptionalDouble value = number(architecture, table.valueColumn());
		return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * scale) : value;
	}

	@Override
	public OptionalDouble trainingSeconds(Architecture architecture) {
		return table.extraColumn().isPresent() ? number(architecture, table.extraColumn().getAsInt())
				: OptionalDouble.empty();
	}

	private OptionalDouble number(Architecture architecture, int column) {
		Optional<Row> row = rows.find(architecture);
		return row.isEmpty() || !Double.isFinite(row.get().number(column)) ? OptionalDouble.empty()
				: OptionalDouble.of(row.get().number(column));
	}

	@Override
	public Map<String, Double> all(Architecture architecture) {
		Map<String, Double> all = new LinkedHashMap<>();
		accuracy(architecture).ifPresent(value -> all.put("accuracy (%): " + meaning.text(), value));
		rows.find(architecture).ifPresent(row -> {
			for (int column = 0; column < table.columns().size(); column++) {
				boolean isKey = table.keyColumn().isPresent() && table.keyColumn().getAsInt() == column;
				if (!isKey && column != table.valueColumn() && !Double.isNaN(row.number(column))) {
					all.put(table.columns().get(column), row.number(column));
				}
			}
		});
		return all;
	}
}
