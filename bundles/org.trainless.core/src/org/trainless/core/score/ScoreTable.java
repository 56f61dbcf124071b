/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.store.RunDirectory;

/**
 * Scores of architectures as a table in CSV that {@code pandas.read_csv} reads: one row for each architecture and
 * proxy. Columns: {@code index}, {@code architecture}, {@code proxy}, {@code score} ({@code inf}, {@code -inf} or
 * {@code nan} where it is not finite), {@code seconds}, {@code reason} (why it is not finite; else empty).
 */
public final class ScoreTable {
	/** The first row. */
	public static final String HEADER = "index,architecture,proxy,score,seconds,reason";

	private static final int COLUMNS = 6;

	private ScoreTable() {
	}

	/** What gives the rows of a table. */
	@FunctionalInterface
	public interface Source {
		/**
		 * @param rows gets the rows
		 * @throws ProblemException when there are none, with the reason
		 */
		void writeTo(Consumer<ScoreRow> rows) throws ProblemException;
	}

	/**
	 * Writes a table that is whole or absent: what was there before stays until the last row is on disk.
	 *
	 * @param file   the file
	 * @param source gives the rows; may throw anything unchecked, for example when it is cancelled
	 * @throws ProblemException when the source says so, or the file cannot be written
	 */
	public static void write(Path file, Source source) throws ProblemException {
		RunDirectory.writeWhole(file, out -> {
			try {
				Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
				writer.write(HEADER + '\n');
				source.writeTo(row -> append(row, writer));
				writer.flush();
			} catch (UncheckedIOException e) {
				throw e.getCause();
			}
		});
	}

	private static void append(ScoreRow row, Writer writer) {
		try {
			writer.write(CsvCells
					.row(List.of(Long.toString(row.index()), row.architecture(), row.proxy(), text(row.score().value()),
							Double.toString(row.seconds()), row.score().reason().map(NonFinite::id).orElse("")))
					+ '\n');
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** As Python, R and pandas write it. */
	private static String text(double value) {
		if (Double.isNaN(value)) {
			return "nan";
		}
		return Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
	}

	/**
	 * Reads a table.
	 *
	 * @param file the file
	 * @return its rows
	 * @throws ProblemException when the file cannot be read or is not such a table, with the line
	 */
	public static List<ScoreRow> read(Path file) throws ProblemException {
		try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			if (!HEADER.equals(reader.readLine())) {
				throw damaged(file, 1, "this is not a table of scores, whose first row is " + HEADER);
			}
			List<ScoreRow> rows = new ArrayList<>();
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				rows.add(row(line, file, ++number));
			}
			return rows;
		} catch (NoSuchFileException e) {
			throw new ProblemException(
					Problem.error("no-such-file", "there is no such file", "check the path").in(file.toString()), e);
		} catch (CharacterCodingException e) {
			throw damaged(file, 1, "this is not text in UTF-8");
		} catch (IOException e) {
			throw new ProblemException(Problem
					.error("unreadable",
							"cannot be read: " + (Files.isDirectory(file) ? "it is a folder" : e.getMessage()), "")
					.in(file.toString()), e);
		}
	}

	private static ScoreRow row(String line, Path file, int number) throws ProblemException {
		List<String> cells = CsvCells.of(line).orElseThrow(() -> damaged(file, number, "a quoted cell is broken"));
		if (cells.size() != COLUMNS) {
			throw damaged(file, number, "the row has " + cells.size() + " columns, not " + COLUMNS);
		}
		try {
			return new ScoreRow(Long.parseLong(cells.get(0)), cells.get(1), cells.get(2),
					score(number(cells.get(3)), cells.get(5)), Double.parseDouble(cells.get(4)));
		} catch (IllegalArgumentException e) {
			throw damaged(file, number, "the row is not one of scores: " + e.getMessage());
		}
	}

	private static double number(String text) {
		return switch (text) {
		case "inf" -> Double.POSITIVE_INFINITY;
		case "-inf" -> Double.NEGATIVE_INFINITY;
		case "nan" -> Double.NaN;
		default -> Double.parseDouble(text);
		};
	}

	private static Score score(double value, String reason) {
		Optional<NonFinite> known = Arrays.stream(NonFinite.values()).filter(r -> r.id().equals(reason)).findFirst();
		return known.isEmpty() ? Score.ofComputed(value) : Score.nonFinite(value, known.get(), "");
	}

	private static ProblemException damaged(Path file, int line, String what) {
		return new ProblemException(Problem
				.error("damaged-table", what, "write the table anew", new Position(line, 1, 0, 0)).in(file.toString()));
	}
}
