/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Parameters;

/**
 * Which cells of a file are wanted. Columns are named by their header, or by their number, counted from 1.
 *
 * @param file      the CSV file
 * @param delimiter what separates cells; empty to look at the first line
 * @param key       column that names the architecture, or {@value #ROW_ORDER}
 * @param value     column of the accuracy or score
 * @param extra     a further column: time or reason
 * @param where     condition on rows
 */
record TableQuery(Path file, Optional<Character> delimiter, String key, String value, Optional<String> extra,
		Optional<Where> where) {
	/** Key that says that rows stand in the order of the space, one for each architecture. */
	static final String ROW_ORDER = "row";

	/**
	 * Keeps the rows that have a certain text in a column.
	 *
	 * @param column which column
	 * @param text   what it must hold
	 */
	record Where(String column, String text) {
	}

	TableQuery {
		Objects.requireNonNull(file);
		Objects.requireNonNull(key);
		Objects.requireNonNull(value);
	}

	/** What benchmark and proxy declare alike, and the name of the parameters in which they differ. */
	static TableQuery of(Parameters parameters, String value, String extra) {
		Optional<Character> delimiter = switch (parameters.optionalText("delimiter").orElse("auto")) {
		case "comma" -> Optional.of(',');
		case "semicolon" -> Optional.of(';');
		case "tab" -> Optional.of('\t');
		default -> Optional.empty();
		};
		return new TableQuery(parameters.path("path"), delimiter, parameters.optionalText("key").orElse("arch"),
				parameters.text(value), parameters.optionalText(extra),
				parameters.group("where").map(w -> new Where(w.text("column"), w.text("equals"))));
	}
}
