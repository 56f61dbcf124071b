/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.trainless.api.export.Exporter;
import org.trainless.api.export.Results;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;

/**
 * One row for each search and seed, for {@code pandas.read_csv}. The column {@code schema} is the version of the
 * columns.
 */
public final class SummaryCsv implements Exporter {
	private static final int SCHEMA = 1;
	private static final String HEADER = "schema,search,seed,evaluations,distinct,non_finite,seconds,best_index,best_architecture,"
			+ "best_score,best_accuracy,ended\n";

	@Override
	public String fileName() {
		return "summary.csv";
	}

	@Override
	public void export(Results results, OutputStream out) throws IOException {
		StringBuilder text = new StringBuilder(HEADER);
		for (SearchResult result : results.results()) {
			Optional<Trial> best = result.best();
			List<String> cells = List
					.of(Integer.toString(SCHEMA), quoted(result.search()), Long.toString(result.seed()),
							Long.toString(result.evaluations()), Long.toString(result.distinct()),
							Long.toString(result.nonFinite()), Double.toString(result.seconds()),
							best.map(t -> Long.toString(t.index())).orElse(""),
							best.map(t -> quoted(t.architecture())).orElse(""),
							best.map(t -> Double.toString(t.score().value())).orElse(""),
							best.filter(t -> t.accuracy().isPresent())
									.map(t -> Double.toString(t.accuracy().getAsDouble())).orElse(""),
							quoted(result.ended()));
			text.append(String.join(",", cells)).append('\n');
		}
		out.write(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** As RFC 4180 has it. */
	private static String quoted(String text) {
		return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
