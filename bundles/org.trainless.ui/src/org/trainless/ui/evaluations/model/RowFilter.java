/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.evaluations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Feature;
import org.trainless.search.constraint.Constraint;

/**
 * What a person wrote to see fewer rows: a condition as experiments write constraints, over the table's numbers, for
 * example {@code skip_connect <= 1 and score > 1600}; or else a text that is part of the architecture, the search or
 * the run.
 *
 * @param text      as it was written
 * @param condition what it means when it is a condition
 */
public record RowFilter(String text, Optional<Constraint> condition) {
	/** Lets all rows through. */
	public static final RowFilter NONE = new RowFilter("", Optional.empty()); //$NON-NLS-1$

	/** Whether a score is a finite number; not a column of its own, as the score's column shows it. */
	static final String FINITE = "finite"; //$NON-NLS-1$

	private static final Pattern MEANT_AS_CONDITION = Pattern.compile("[<>=!]|\\b(and|or|not)\\b"); //$NON-NLS-1$

	public RowFilter {
		Objects.requireNonNull(text);
		Objects.requireNonNull(condition);
	}

	/**
	 * @param text    what was written
	 * @param columns what conditions may name
	 * @return the filter
	 * @throws ProblemException when it is meant as a condition and is none, with the position in the text
	 */
	public static RowFilter read(String text, List<Column> columns) throws ProblemException {
		String stripped = text.strip();
		if (stripped.isEmpty()) {
			return NONE;
		}
		try {
			return new RowFilter(stripped, Optional.of(Constraint.parse(stripped, features(columns))));
		} catch (ProblemException e) {
			if (MEANT_AS_CONDITION.matcher(stripped).find()) {
				throw e;
			}
			return new RowFilter(stripped, Optional.empty());
		}
	}

	private static List<Feature> features(List<Column> columns) {
		List<Feature> features = new ArrayList<>();
		for (Column column : columns) {
			switch (column.kind()) {
			case COUNT -> features.add(new Feature(column.id(), Feature.Type.COUNT, "", column.description())); //$NON-NLS-1$
			case REAL -> features.add(new Feature(column.id(), Feature.Type.REAL, "", column.description())); //$NON-NLS-1$
			case FLAG -> features.add(new Feature(column.id(), Feature.Type.FLAG, "", column.description())); //$NON-NLS-1$
			case TEXT -> {
				// conditions are about numbers
			}
			}
		}
		features.add(new Feature(FINITE, Feature.Type.FLAG, "", "")); //$NON-NLS-1$ //$NON-NLS-2$
		return features;
	}

	/**
	 * @param columns those that it was read for
	 * @return the rows that pass; a number that a row does not have compares as false
	 */
	Predicate<EvaluationRow> predicate(List<Column> columns) {
		if (condition.isPresent()) {
			Map<String, Column> named = new HashMap<>();
			columns.forEach(c -> named.put(c.id(), c));
			return row -> condition.get().condition()
					.holds(name -> name.equals(FINITE) ? row.trial().score().isFinite() ? 1 : 0
							: named.get(name).number().applyAsDouble(row));
		}
		if (text.isEmpty()) {
			return row -> true;
		}
		String small = text.toLowerCase(Locale.ROOT);
		return row -> contains(row.trial().architecture(), small) || contains(row.trial().search(), small)
				|| contains(row.run(), small);
	}

	/** Does not make a string for each of a million rows. */
	private static boolean contains(String where, String what) {
		for (int i = 0; i + what.length() <= where.length(); i++) {
			if (where.regionMatches(true, i, what, 0, what.length())) {
				return true;
			}
		}
		return false;
	}
}
