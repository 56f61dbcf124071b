/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.trainless.ui.columns.SortKey;

/**
 * Which rows are wanted, in which order.
 *
 * @param filter what a person wrote; empty for all rows
 * @param sort   columns to sort by, the first one first; empty for the order in which trials came
 * @param only   when not empty, rows of these architectures only
 */
public record Query(RowFilter filter, List<SortKey> sort, Set<String> only) {
	/** All rows as they came. */
	public static final Query ALL = new Query(RowFilter.NONE, List.of(), Set.of());

	public Query {
		Objects.requireNonNull(filter);
		sort = List.copyOf(sort);
		only = Set.copyOf(only);
	}

	/**
	 * @param other another filter
	 * @return this with the other filter
	 */
	public Query with(RowFilter other) {
		return new Query(other, sort, only);
	}

	/**
	 * @param other other columns
	 * @return this with another order
	 */
	public Query sortedBy(List<SortKey> other) {
		return new Query(filter, other, only);
	}

	/**
	 * @param architectures the only ones wanted; empty for all
	 * @return this with those
	 */
	public Query onlyOf(Set<String> architectures) {
		return new Query(filter, sort, architectures);
	}
}
