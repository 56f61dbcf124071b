/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;

/**
 * The wanted rows of a CSV file, in memory as numbers.
 *
 * @param file        the file
 * @param columns     names of the columns: the header, or {@code column 1}, {@code column 2}, …
 * @param keyColumn   position of the key; empty when rows are in the order of the space
 * @param valueColumn position of the accuracy or score
 * @param extraColumn position of the further column
 * @param rows        the rows in the order of the file
 */
record Table(Path file, List<String> columns, OptionalInt keyColumn, int valueColumn, OptionalInt extraColumn,
		List<Row> rows) {
	private static final long MAX_BYTES = 1L << 28;
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	static Table read(TableQuery query) throws ProblemException {
		Path file = query.file();
		try {
			if (Files.isDirectory(file)) {
				throw FileProblems.wrongContent(file, "this is a folder, not a CSV file", "set 'path' to the file");
			}
			if (Files.size(file) > MAX_BYTES) {
				throw new ProblemException(Problem
						.error("too-large",
								"the table has " + Files.size(file) + " bytes, more than the " + MAX_BYTES
										+ " that are read into memory",
								"leave out columns that are not needed")
						.in(file.toString()));
			}
			char delimiter = query.delimiter().isPresent() ? query.delimiter().get() : delimiter(file);
			CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).build();
			try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
					CSVParser parser = CSVParser.parse(afterMark(reader), format)) {
				return new Reader(query, parser).table();
			} catch (UncheckedIOException e) {
				throw e.getCause();
			}
		} catch (MalformedInputException e) {
			throw FileProblems.wrongContent(file, "the file is not text in UTF-8", "save it as CSV in UTF-8");
		} catch (IOException e) {
			throw FileProblems.unreadable(file, e);
		}
	}

	/** Spreadsheets begin a file in UTF-8 with a mark, perhaps before a quote. */
	private static BufferedReader afterMark(BufferedReader reader) throws IOException {
		reader.mark(1);
		if (reader.read() != BYTE_ORDER_MARK) {
			reader.reset();
		}
		return reader;
	}

	/** The one of comma, semicolon and tab that the first line has most of; comma when it has none. */
	private static char delimiter(Path file) throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			// a line without end would otherwise be read whole
			char[] start = new char[1 << 14];
			int count = Math.max(0, reader.read(start));
			String first = new String(start, 0, count).lines().findFirst().orElse("");
			char best = ',';
			long most = 0;
			for (char candidate : new char[] { ',', ';', '\t' }) {
				long found = first.chars().filter(c -> c == candidate).count();
				if (found > most) {
					most = found;
					best = candidate;
				}
			}
			return best;
		}
	}

	/**
	 * A problem with a row.
	 *
	 * @param row     which row
	 * @param code    identifier of the kind
	 * @param message what is wrong
	 * @param remedy  what to do
	 * @return the problem, at the row's line
	 */
	ProblemException problem(Row row, String code, String message, String remedy) {
		return problem(file, row.line(), row.offset(), code, message, remedy);
	}

	private static ProblemException problem(Path file, long line, long offset, String code, String message,
			String remedy) {
		Position position = new Position((int) Math.max(1, line), 1, (int) Math.max(0, offset), 0);
		return new ProblemException(Problem.error(code, message, remedy, position).in(file.toString()));
	}

	/** Reads one file. */
	private static final class Reader {
		private final TableQuery query;
		private final Path file;
		private final CSVParser parser;
		private final Iterator<CSVRecord> records;
		/** Where the record begins that is read next. */
		private long line = 1;

		Reader(TableQuery query, CSVParser parser) {
			this.query = query;
			this.file = query.file();
			this.parser = parser;
			this.records = parser.iterator();
		}

		Table table() throws ProblemException {
			CSVRecord first = next();
			while (first != null && isEmpty(first)) {
				first = next();
			}
			if (first == null) {
				throw FileProblems.wrongContent(file, "the table is empty", "check that it is the right file");
			}
			List<String> cells = first.toList();
			boolean header = hasHeader(cells);
			List<String> columns = header ? cells
					: IntStream.rangeClosed(1, cells.size()).mapToObj(i -> "column " + i).toList();
			boolean rowOrder = query.key().equals(TableQuery.ROW_ORDER) && !cells.contains(TableQuery.ROW_ORDER);
			OptionalInt key = rowOrder ? OptionalInt.empty() : OptionalInt.of(column(columns, query.key()));
			int value = column(columns, query.value());
			OptionalInt extra = column(columns, query.extra());
			OptionalInt where = column(columns, query.where().map(TableQuery.Where::column));
			int needed = IntStream.of(value, key.orElse(0), extra.orElse(0), where.orElse(0)).max().orElse(0);
			List<Row> rows = new ArrayList<>();
			if (!header) {
				add(rows, first, 1, columns, key, value, extra, where, needed);
			}
			long start = line;
			for (CSVRecord record = next(); record != null; record = next()) {
				if (!isEmpty(record)) {
					if (header && record.size() != columns.size()) {
						throw problem(file, start, record.getCharacterPosition(), "wrong-columns",
								"the row has " + record.size() + " columns, but the header has " + columns.size(),
								"the file may be truncated or separated by something else");
					}
					add(rows, record, start, columns, key, value, extra, where, needed);
				}
				start = line;
			}
			return new Table(file, List.copyOf(columns), key, value, extra, List.copyOf(rows));
		}

		private CSVRecord next() throws ProblemException {
			try {
				CSVRecord record = records.hasNext() ? records.next() : null;
				line = parser.getCurrentLineNumber() + 1;
				return record;
			} catch (UncheckedIOException e) {
				// the library reports a quote that is never closed, or text after one, as a failure to read
				if (e.getCause() instanceof MalformedInputException) {
					throw e;
				}
				throw problem(file, line, 0, "broken-csv", "this is not well-formed CSV: a quoted cell is broken here",
						"check the quotes");
			} catch (IllegalStateException | IllegalArgumentException e) {
				throw problem(file, line, 0, "broken-csv", "this is not well-formed CSV: " + e.getMessage(),
						"check the quotes");
			}
		}

		private static boolean isEmpty(CSVRecord record) {
			return record.size() == 1 && record.get(0).isBlank();
		}

		/** A file has a header when columns are given by name, or when the first value is not a number. */
		private boolean hasHeader(List<String> cells) {
			boolean named = !isNumber(query.value())
					|| !isNumber(query.key()) && !query.key().equals(TableQuery.ROW_ORDER)
					|| query.extra().isPresent() && !isNumber(query.extra().get())
					|| query.where().isPresent() && !isNumber(query.where().get().column());
			if (named) {
				return true;
			}
			int value = Integer.parseInt(query.value()) - 1;
			return value < cells.size() && !cells.get(value).isBlank() && parse(cells.get(value)).isEmpty();
		}

		private static boolean isNumber(String column) {
			return column.matches("[1-9][0-9]{0,4}");
		}

		private OptionalInt column(List<String> columns, Optional<String> name) throws ProblemException {
			return name.isPresent() ? OptionalInt.of(column(columns, name.get())) : OptionalInt.empty();
		}

		private int column(List<String> columns, String name) throws ProblemException {
			int index = columns.indexOf(name);
			if (index < 0 && isNumber(name)) {
				index = Integer.parseInt(name) - 1;
			}
			if (index < 0 || index >= columns.size()) {
				String known = String.join(", ", columns.subList(0, Math.min(columns.size(), 40)));
				throw problem(file, 1, 0, "unknown-column", "the table has no column '" + name + "'",
						"its columns are " + known + (columns.size() > 40 ? ", …" : ""));
			}
			return index;
		}

		private void add(List<Row> rows, CSVRecord record, long start, List<String> columns, OptionalInt key, int value,
				OptionalInt extra, OptionalInt where, int needed) throws ProblemException {
			if (record.size() <= needed) {
				throw problem(file, start, record.getCharacterPosition(), "wrong-columns",
						"the row has " + record.size() + " columns, but column " + (needed + 1) + " is wanted",
						"the file may be truncated or separated by something else");
			}
			if (where.isPresent() && !record.get(where.getAsInt()).equals(query.where().orElseThrow().text())) {
				return;
			}
			String text = record.get(value).strip();
			double[] numbers = new double[columns.size()];
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = i < record.size() ? parse(record.get(i)).orElse(Double.NaN) : Double.NaN;
			}
			if (!text.isEmpty() && parse(text).isEmpty()) {
				throw problem(file, start, record.getCharacterPosition(), "not-a-number",
						"'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "' in " + columns.get(value)
								+ " is not a number",
						"check that it is the right column");
			}
			rows.add(new Row(start, record.getCharacterPosition(),
					key.isPresent() ? record.get(key.getAsInt()).strip() : "", text.isEmpty(),
					extra.isPresent() ? record.get(extra.getAsInt()).strip() : "", numbers));
		}

		/** A number as Python, R and Java write it. */
		private static Optional<Double> parse(String cell) {
			String text = cell.strip();
			switch (text.toLowerCase(Locale.ROOT)) {
			case "inf", "+inf", "infinity":
				return Optional.of(Double.POSITIVE_INFINITY);
			case "-inf", "-infinity":
				return Optional.of(Double.NEGATIVE_INFINITY);
			case "nan", "-nan", "na":
				return Optional.of(Double.NaN);
			default:
				break;
			}
			if (text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))) {
				return Optional.empty();
			}
			try {
				return Optional.of(Double.parseDouble(text));
			} catch (NumberFormatException e) {
				return Optional.empty();
			}
		}
	}
}
