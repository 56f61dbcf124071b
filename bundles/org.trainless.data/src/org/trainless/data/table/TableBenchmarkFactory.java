/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.util.ArrayList;
import java.util.List;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.BenchmarkFactory;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;
import org.trainless.data.file.FileProblems;

/**
 * Opens a CSV file as a benchmark.
 */
public final class TableBenchmarkFactory implements BenchmarkFactory {
	private static final double PER_CENT = 100;

	@Override
	public Benchmark open(Parameters parameters, SearchSpace space) throws ProblemException {
		TableQuery query = TableQuery.of(parameters, "accuracy", "time");
		Table table = Table.read(query);
		double scale = parameters.optionalText("scale").orElse("percent").equals("fraction") ? PER_CENT : 1;
		check(table, scale);
		return new TableBenchmark(table, KeyedRows.of(table, space), scale, meaning(parameters, query));
	}

	private static void check(Table table, double scale) throws ProblemException {
		String column = table.columns().get(table.valueColumn());
		double greatest = 0;
		long values = 0;
		for (Row row : table.rows()) {
			double value = row.number(table.valueColumn());
			if (!Double.isNaN(value)) {
				if (!(value >= 0 && value * scale <= PER_CENT)) {
					throw table.problem(row, "not-an-accuracy",
							value + " in " + column + " is not an accuracy "
									+ (scale == 1 ? "in per cent, from 0 to 100" : "as a fraction, from 0 to 1"),
							"check that 'accuracy' names the right column, and 'scale'");
				}
				greatest = Math.max(greatest, value);
				values++;
			}
		}
		if (values == 0) {
			throw FileProblems.wrongContent(table.file(), "no row that is wanted has an accuracy in " + column,
					"check 'accuracy' and 'where'");
		}
		if (scale == 1 && values > 1 && greatest <= 1) {
			throw FileProblems.wrongContent(table.file(),
					"no accuracy in " + column + " is above 1 %, so they seem to be fractions",
					"set 'scale: fraction'");
		}
	}

	private static Meaning meaning(Parameters parameters, TableQuery query) {
		String dataset = parameters.optionalText("dataset").orElse("");
		String set = parameters.optionalText("set").orElse("");
		int epochs = (int) parameters.optionalInteger("epochs").orElse(0);
		String trials = parameters.optionalText("trials").orElse("");
		boolean test = parameters.has("test") ? parameters.bool("test") : !set.equals("x-valid");
		List<String> parts = new ArrayList<>();
		if (!set.isEmpty()) {
			parts.add(set);
		}
		if (epochs > 0) {
			parts.add(epochs + " epochs");
		}
		if (!trials.isEmpty()) {
			parts.add(trials);
		}
		if (parts.isEmpty()) {
			String column = query.value().matches("[0-9]+") ? "column " + query.value() : query.value();
			parts.add(column + " of " + query.file().getFileName());
		}
		String text = parameters.optionalText("meaning").orElse(String.join(", ", parts));
		return new Meaning(dataset, set, test, epochs, trials, text);
	}
}
