/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cells of one row of a table as RFC 4180 has it, in rows that hold no line ends. */
final class CsvCells {
	private CsvCells() {
	}

	/**
	 * @param cells texts without line ends
	 * @return the row, without a line end
	 */
	static String row(List<String> cells) {
		return cells.stream().map(CsvCells::quoted).collect(Collectors.joining(","));
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	/**
	 * @param row a row without its line end
	 * @return its cells; empty when a quote is not closed or something follows it
	 */
	static Optional<List<String>> of(String row) {
		List<String> cells = new ArrayList<>();
		int at = 0;
		while (at <= row.length()) {
			int end;
			if (at < row.length() && row.charAt(at) == '"') {
				StringBuilder cell = new StringBuilder();
				end = unquoted(row, at + 1, cell);
				if (end < 0 || end < row.length() && row.charAt(end) != ',') {
					return Optional.empty();
				}
				cells.add(cell.toString());
			} else {
				int comma = row.indexOf(',', at);
				end = comma < 0 ? row.length() : comma;
				cells.add(row.substring(at, end));
			}
			at = end + 1;
		}
		return Optional.of(cells);
	}

	/** Reads on to the closing quote and returns the place after it, or -1. */
	private static int unquoted(String row, int from, StringBuilder cell) {
		for (int i = from; i < row.length(); i++) {
			char c = row.charAt(i);
			if (c != '"') {
				cell.append(c);
			} else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
				cell.append('"');
				i++;
			} else {
				return i + 1;
			}
		}
		return -1;
	}
}
