/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.List;

import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;

/** Says in words what is declared of a parameter. */
public final class Wording {
	private static final double LARGEST_WHOLE = 1L << 53;

	private Wording() {
	}

	/**
	 * @param parameter a declaration
	 * @return its type, bounds, unit, default, for example {@code whole number from 1 to 10000, default 50}
	 */
	public static String summary(ParameterDescriptor parameter) {
		List<String> parts = new ArrayList<>();
		String bounds = bounds(parameter);
		parts.add(type(parameter) + (bounds.isEmpty() ? "" : " " + bounds)
				+ (parameter.unit().isEmpty() ? "" : " in " + parameter.unit()));
		if (!parameter.choices().isEmpty() && parameter.type() == ParameterType.CHOICE) {
			parts.set(0, "one of " + String.join(", ", parameter.choices()));
		}
		if (parameter.required()) {
			parts.add("required");
		}
		parameter.defaultValue().filter(d -> !d.isBlank()).ifPresent(d -> parts.add("default " + d.strip()));
		return String.join(", ", parts);
	}

	/**
	 * @param parameter a declaration
	 * @return what a value is
	 */
	public static String type(ParameterDescriptor parameter) {
		String type = switch (parameter.type()) {
		case INTEGER -> "whole number";
		case NUMBER -> "number";
		case BOOLEAN -> "true or false";
		case STRING -> "text";
		case CHOICE -> "choice";
		case PATH -> "file or folder";
		case GROUP -> "keys of its own";
		case CONTRIBUTION -> parameter.kind().orElseThrow().label();
		};
		return parameter.list() ? "list of: " + type : type;
	}

	/**
	 * @param parameter a declaration
	 * @return its bounds, for example {@code from 1 to 10000}; empty when it has none
	 */
	public static String bounds(ParameterDescriptor parameter) {
		boolean numeric = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
		if (!numeric || parameter.min().isEmpty() && parameter.max().isEmpty()) {
			return "";
		}
		if (parameter.min().isPresent() && parameter.max().isPresent()) {
			return parameter.min().equals(parameter.max()) ? number(parameter.min().get())
					: "from " + number(parameter.min().get()) + " to " + number(parameter.max().get());
		}
		return parameter.min().map(m -> "at least " + number(m))
				.orElseGet(() -> "at most " + number(parameter.max().orElseThrow()));
	}

	/**
	 * @param value a number
	 * @return it as a file says it, whole numbers without a point
	 */
	public static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? Long.toString((long) value)
				: Double.toString(value);
	}
}
