/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.trainless.api.space.Task;

/**
 * What the table shows at one time: some of all rows, in an order. Immutable; cheap to keep, as it shares its rows with
 * those before and after it.
 */
public final class EvaluationTable {
	/** Without rows. */
	public static final EvaluationTable EMPTY = new EvaluationTable(new EvaluationRow[0], 0, new int[0], Query.ALL, 0,
			Set.of());

	private final EvaluationRow[] rows;
	private final int all;
	private final int[] order;
	private final Query query;
	private final int generation;
	private final Set<Task> tasks;

	EvaluationTable(EvaluationRow[] rows, int all, int[] order, Query query, int generation, Set<Task> tasks) {
		this.tasks = tasks;
		this.rows = rows;
		this.all = all;
		this.order = order;
		this.query = query;
		this.generation = generation;
	}

	/**
	 * @return number of rows that are shown
	 */
	public int size() {
		return order.length;
	}

	/**
	 * @return number of rows that there are
	 */
	public int all() {
		return all;
	}

	/**
	 * @param position from 0, below {@link #size()}
	 * @return the row shown there
	 */
	public EvaluationRow row(int position) {
		return rows[order[position]];
	}

	/**
	 * @param position from 0, below {@link #size()}
	 * @return number by which the row is known in all tables of the same generation
	 */
	public int number(int position) {
		return order[position];
	}

	/**
	 * @return what was asked for
	 */
	public Query query() {
		return query;
	}

	/**
	 * @return tables of the same generation number their rows alike
	 */
	public int generation() {
		return generation;
	}

	/**
	 * @return what the networks of all rows are for
	 */
	public Set<Task> tasks() {
		return tasks;
	}

	/**
	 * @param numbers numbers of rows
	 * @return where they are shown, ascending; those that are not shown are left out
	 */
	public int[] positions(BitSet numbers) {
		int[] found = new int[numbers.cardinality()];
		int count = 0;
		for (int i = 0; i < order.length && count < found.length; i++) {
			if (numbers.get(order[i])) {
				found[count++] = i;
			}
		}
		return java.util.Arrays.copyOf(found, count);
	}

	/**
	 * @param architectures texts of architectures
	 * @return the first position at which one of them is shown, or -1
	 */
	public int firstOf(Set<String> architectures) {
		for (int i = 0; i < order.length; i++) {
			if (architectures.contains(row(i).trial().architecture())) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * @param positions where rows are shown
	 * @param most      as many as may be returned
	 * @return the distinct architectures there, in that order
	 */
	public List<String> architectures(Iterable<Integer> positions, int most) {
		Set<String> distinct = new java.util.LinkedHashSet<>();
		for (int position : positions) {
			if (distinct.size() == most) {
				break;
			}
			distinct.add(row(position).trial().architecture());
		}
		return new ArrayList<>(distinct);
	}
}
