/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Columns aligned for a terminal: texts to the left, numbers to the right. */
final class TextTable {
	/** What a number begins with, what stands where none is known, and what is none. */
	private static final Pattern NUMBER = Pattern
			.compile("[-+\u2212]?(\\d|\\.\\d|\u221e|inf)|[-?\u2013\u2014]?$|(?i:nan)$");

	private final List<List<String>> rows = new ArrayList<>();

	TextTable(String... header) {
		rows.add(List.of(header));
	}

	void row(String... cells) {
		rows.add(List.of(cells));
	}

	List<String> lines() {
		int columns = rows.get(0).size();
		int[] widths = new int[columns];
		for (List<String> row : rows) {
			for (int c = 0; c < columns; c++) {
				widths[c] = Math.max(widths[c], row.get(c).codePointCount(0, row.get(c).length()));
			}
		}
		List<String> lines = new ArrayList<>();
		boolean[] numbers = new boolean[columns];
		for (int c = 0; c < columns; c++) {
			int column = c;
			numbers[c] = rows.stream().skip(1).allMatch(r -> NUMBER.matcher(r.get(column)).lookingAt());
		}
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder();
			for (int c = 0; c < columns; c++) {
				String cell = row.get(c);
				String padding = " ".repeat(widths[c] - cell.codePointCount(0, cell.length()));
				line.append(c == 0 ? "" : "  ").append(numbers[c] ? padding + cell : cell + padding);
			}
			lines.add(line.toString().stripTrailing());
			if (lines.size() == 1) {
				lines.add("-".repeat(java.util.Arrays.stream(widths).sum() + 2 * (columns - 1)));
			}
		}
		return lines;
	}
}
