/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.function.BooleanSupplier;
import java.util.function.IntBinaryOperator;

/** Stable sorting of row numbers that can be told to stop. */
final class RowOrder {
	private static final int SHORT = 16;
	private static final int ASK_FROM = 1 << 13;

	private final IntBinaryOperator compare;
	private final BooleanSupplier cancelled;

	RowOrder(IntBinaryOperator compare, BooleanSupplier cancelled) {
		this.compare = compare;
		this.cancelled = cancelled;
	}

	/** @return false when it was told to stop; then the rows are in any order */
	boolean sort(int[] rows) {
		return sort(rows, new int[rows.length], 0, rows.length);
	}

	private boolean sort(int[] rows, int[] spare, int from, int to) {
		int length = to - from;
		if (length <= SHORT) {
			insert(rows, from, to);
			return true;
		}
		if (length >= ASK_FROM && cancelled.getAsBoolean()) {
			return false;
		}
		int middle = from + length / 2;
		if (!sort(rows, spare, from, middle) || !sort(rows, spare, middle, to)) {
			return false;
		}
		if (compare.applyAsInt(rows[middle - 1], rows[middle]) > 0) {
			System.arraycopy(rows, from, spare, from, middle - from);
			merge(spare, from, middle, rows, middle, to, rows, from);
		}
		return true;
	}

	private void insert(int[] rows, int from, int to) {
		for (int i = from + 1; i < to; i++) {
			int row = rows[i];
			int j = i;
			while (j > from && compare.applyAsInt(rows[j - 1], row) > 0) {
				rows[j] = rows[j - 1];
				j--;
			}
			rows[j] = row;
		}
	}

	/** @return both in order; of equal rows those of {@code a} come first */
	int[] merge(int[] a, int[] b) {
		int[] merged = new int[a.length + b.length];
		merge(a, 0, a.length, b, 0, b.length, merged, 0);
		return merged;
	}

	private void merge(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo, int[] into, int at) {
		int i = aFrom;
		int j = bFrom;
		int k = at;
		while (i < aTo && j < bTo) {
			into[k++] = compare.applyAsInt(a[i], b[j]) <= 0 ? a[i++] : b[j++];
		}
		// what is left of b may stand there already
		System.arraycopy(a, i, into, k, aTo - i);
		System.arraycopy(b, j, into, k + aTo - i, bTo - j);
	}
}
