/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.problem.NearestName;

/** Puts names and values into messages. */
final class Words {
	private static final int LONGEST = 60;
	private static final int MOST = 24;
	private static final double LARGEST_WHOLE = 1L << 53;

	private Words() {
	}

	/**
	 * @param value any text
	 * @return the text in quotes, on one line and of bearable length
	 */
	static String quoted(String value) {
		StringBuilder shown = new StringBuilder("'");
		int length = 0;
		for (int i = 0; i < value.length(); length++) {
			int c = value.codePointAt(i);
			if (length == LONGEST) {
				return shown.append("…'").toString();
			}
			shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
			i += Character.charCount(c);
		}
		return shown.append('\'').toString();
	}

	static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? Long.toString((long) value)
				: Double.toString(value);
	}

	static String list(Collection<String> names) {
		String shown = names.stream().limit(MOST).collect(Collectors.joining(", "));
		return names.size() > MOST ? shown + ", …" : shown;
	}

	/**
	 * @param name  what is not known
	 * @param known what is
	 * @param label how to introduce a list of what is known
	 * @return what to do about it
	 */
	static String remedy(String name, List<String> known, String label) {
		return NearestName.of(name, known).map(n -> "did you mean '" + n + "'?").orElse(label + list(known));
	}

	/**
	 * @param parameter with bounds
	 * @return the bounds in words, with the unit
	 */
	static String bounds(ParameterDescriptor parameter) {
		String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
		if (parameter.min().isPresent() && parameter.max().isPresent()) {
			return parameter.min().get().equals(parameter.max().get()) ? number(parameter.min().get()) + unit
					: "between " + number(parameter.min().get()) + " and " + number(parameter.max().get()) + unit;
		}
		return parameter.min().map(m -> "at least " + number(m) + unit)
				.orElseGet(() -> "at most " + number(parameter.max().orElse(Double.POSITIVE_INFINITY)) + unit);
	}
}
