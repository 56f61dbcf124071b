/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

/**
 * One row of a table.
 *
 * @param line    where it begins in the file, from 1
 * @param offset  characters before it
 * @param key     text of the cell that names the architecture; empty when rows are in the order of the space
 * @param missing true when the cell of the value is empty
 * @param reason  text of the cell that says why a score is not finite; empty when there is none
 * @param numbers the cells as numbers; NaN for those that are none. Do not change
 */
record Row(long line, long offset, String key, boolean missing, String reason, double[] numbers) {
	double number(int column) {
		return numbers[column];
	}
}
