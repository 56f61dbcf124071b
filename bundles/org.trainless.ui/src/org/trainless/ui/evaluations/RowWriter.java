/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trainless.ui.evaluations.model.Column;
import org.trainless.ui.evaluations.model.EvaluationRow;
import org.trainless.ui.evaluations.model.EvaluationTable;

/**
 * Writes rows in full precision, as they are shown: for files and for the clipboard.
 *
 * @param columns those to write, in order
 * @param format  how cells are kept apart
 */
record RowWriter(List<Column> columns, CSVFormat format) {
	private static final int ASK_EVERY = 1 << 12;

	/** With commas, as RFC 4180 has it. */
	static RowWriter commas(List<Column> columns) {
		return new RowWriter(columns, CSVFormat.RFC4180.builder().setRecordSeparator('\n').build());
	}

	/** With tabs, as spreadsheets take it from the clipboard. */
	static RowWriter tabs(List<Column> columns) {
		return new RowWriter(columns, CSVFormat.TDF.builder().setRecordSeparator('\n').build());
	}

	/**
	 * @param table     has the rows
	 * @param count     how many
	 * @param positions where the first, second, … row to write is shown
	 * @param to        where they go, with a line of the columns' ids before them
	 * @param cancelled asked now and then
	 * @return false when it was cancelled before the end
	 * @throws IOException when it cannot be written
	 */
	boolean write(EvaluationTable table, int count, IntUnaryOperator positions, Appendable to,
			BooleanSupplier cancelled) throws IOException {
		CSVPrinter printer = new CSVPrinter(to, format);
		printer.printRecord(columns.stream().map(Column::id));
		for (int i = 0; i < count; i++) {
			if (i % ASK_EVERY == 0 && cancelled.getAsBoolean()) {
				return false;
			}
			EvaluationRow row = table.row(positions.applyAsInt(i));
			printer.printRecord(columns.stream().map(c -> c.exact().apply(row)));
		}
		printer.flush();
		return true;
	}
}
