/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.trainless.api.space.Task;

/**
 * A column of the table: either a text or a number.
 *
 * @param id          by which filters and remembered states name it
 * @param title       its name for people
 * @param description one sentence; may be empty
 * @param kind        what its values are
 * @param number      value of a row, NaN where there is none; of texts unused
 * @param text        value of a row as a person reads it
 * @param exact       value of a row in full, as it is exported; empty where there is none
 * @param characters  how wide it is at first
 * @param visible     whether it is shown at first
 * @param byTask      whether it depends on what a network is for, as its title says then
 */
public record Column(String id, String title, String description, Kind kind, ToDoubleFunction<EvaluationRow> number,
		Function<EvaluationRow, String> text, Function<EvaluationRow, String> exact, int characters, boolean visible,
		boolean byTask) {

	/** What a column's values are. */
	public enum Kind {
		/** Words. */
		TEXT,
		/** Whole numbers. */
		COUNT,
		/** Numbers. */
		REAL,
		/** Yes or no: 1 or 0. */
		FLAG
	}

	public Column {
		Objects.requireNonNull(id);
		Objects.requireNonNull(title);
		Objects.requireNonNull(kind);
	}

	Column wide(int other) {
		return new Column(id, title, description, kind, number, text, exact, other, visible, byTask);
	}

	/**
	 * @param tasks what the networks of all rows are for
	 * @return the title; of a number that depends on it with the classes that it is for
	 */
	public String title(Set<Task> tasks) {
		if (!byTask || tasks.isEmpty()) {
			return title;
		}
		Set<Integer> classes = tasks.stream().map(Task::classes).collect(Collectors.toSet());
		return classes.size() == 1 ? NLS.bind(Messages.Columns_forClasses, title, classes.iterator().next())
				: NLS.bind(Messages.Columns_forRun, title);
	}

	/**
	 * Rows that have no number come last in both directions, as scores that are not finite rank last.
	 *
	 * @param ascending whether small values come first
	 * @return the order of rows by this column
	 */
	public Comparator<EvaluationRow> order(boolean ascending) {
		int sign = ascending ? 1 : -1;
		if (kind == Kind.TEXT) {
			return (a, b) -> sign * text.apply(a).compareTo(text.apply(b));
		}
		return (a, b) -> {
			double x = number.applyAsDouble(a);
			double y = number.applyAsDouble(b);
			if (Double.isNaN(x) || Double.isNaN(y)) {
				return Boolean.compare(Double.isNaN(x), Double.isNaN(y));
			}
			return sign * Double.compare(x, y);
		};
	}
}
