/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.ArrayList;
import java.util.List;

import org.trainless.api.param.ParameterDescriptor;

/**
 * Whether a declared default is a valid value of its own parameter. A default that is not would fail in the hands of
 * users who never wrote it.
 */
final class DefaultCheck {
	private DefaultCheck() {
	}

	/**
	 * @param parameter with a default
	 * @throws DeclarationException when the default is not a valid value
	 */
	static void check(ParameterDescriptor parameter) throws DeclarationException {
		String text = parameter.defaultValue().orElseThrow().strip();
		if (!parameter.list()) {
			item(parameter, text);
			return;
		}
		List<String> items = items(text);
		boolean boundsAreOfTheLength = switch (parameter.type()) {
		case INTEGER, NUMBER -> false;
		default -> true;
		};
		if (boundsAreOfTheLength) {
			within(parameter, items.size(), text);
		}
		for (String item : items) {
			item(parameter, item);
		}
	}

	private static List<String> items(String text) throws DeclarationException {
		if (!text.startsWith("[") || !text.endsWith("]")) {
			throw new DeclarationException("default '" + text + "' is not a list, as for example [1, 2, 3]");
		}
		List<String> items = new ArrayList<>();
		String inside = text.substring(1, text.length() - 1);
		if (!inside.isBlank()) {
			for (String item : inside.split(",", -1)) {
				items.add(item.strip());
			}
		}
		return items;
	}

	private static void item(ParameterDescriptor parameter, String text) throws DeclarationException {
		switch (parameter.type()) {
		case INTEGER -> within(parameter, integer(text), text);
		case NUMBER -> within(parameter, number(text), text);
		case BOOLEAN -> {
			if (!text.equals("true") && !text.equals("false")) {
				throw new DeclarationException("default '" + text + "' is neither true nor false");
			}
		}
		case CHOICE -> {
			if (!parameter.choices().contains(text)) {
				throw new DeclarationException("default '" + text + "' is none of the choices " + parameter.choices());
			}
		}
		case GROUP -> throw new DeclarationException("a group has no default; its parameters have");
		default -> {
			// any text is a string, and whether a path or a contribution is there depends on the installation
		}
		}
	}

	private static long integer(String text) throws DeclarationException {
		try {
			return Long.parseLong(text);
		} catch (NumberFormatException e) {
			throw new DeclarationException("default '" + text + "' is not a whole number", e);
		}
	}

	private static double number(String text) throws DeclarationException {
		try {
			double value = Double.parseDouble(text);
			if (Double.isFinite(value)) {
				return value;
			}
		} catch (NumberFormatException e) {
			throw new DeclarationException("default '" + text + "' is not a number", e);
		}
		throw new DeclarationException("default '" + text + "' is not a finite number");
	}

	private static void within(ParameterDescriptor parameter, double value, String text) throws DeclarationException {
		if (parameter.min().isPresent() && value < parameter.min().get()) {
			throw new DeclarationException("default '" + text + "' is below min " + parameter.min().get());
		}
		if (parameter.max().isPresent() && value > parameter.max().get()) {
			throw new DeclarationException("default '" + text + "' is above max " + parameter.max().get());
		}
	}
}
