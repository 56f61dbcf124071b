/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.problem.NearestName;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;

/** Reads single values of declared types, by the core schema of YAML 1.2. */
final class ScalarReader {
	private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
	private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
	private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
	private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
	private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}([_,' ][0-9]{3})+");
	private static final Set<String> NOT_FINITE = Set.of(".inf", "-.inf", "+.inf", ".nan", "inf", "-inf", "nan",
			"infinity");
	private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
	private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
	private static final Set<String> YES = Set.of("yes", "on", "y", "1");
	private static final Set<String> NO = Set.of("no", "off", "n", "0");
	private static final int LONGEST_NUMBER = 400;
	private static final double EXACT = 1L << 53;

	private final ParameterDescriptor parameter;
	private final String label;
	private final Scalar scalar;
	private final ResolvedText resolved;
	private final String text;
	private final Location location;
	private final Problems problems;

	/**
	 * @param parameter what the value must be
	 * @param label     what messages call it
	 * @param scalar    what is written
	 * @param resolved  what it stands for
	 * @param problems  gets what is wrong
	 */
	ScalarReader(ParameterDescriptor parameter, String label, Scalar scalar, ResolvedText resolved, Problems problems) {
		this.parameter = parameter;
		this.label = label;
		this.scalar = scalar;
		this.resolved = resolved;
		this.text = resolved.text();
		this.location = scalar.location();
		this.problems = problems;
	}

	Optional<Object> read(Path baseDirectory) {
		return switch (parameter.type()) {
		case INTEGER -> integer().map(Object.class::cast);
		case NUMBER -> number().map(Object.class::cast);
		case BOOLEAN -> bool().map(Object.class::cast);
		case STRING -> Optional.of(text);
		case CHOICE -> choice().map(Object.class::cast);
		case PATH -> path(baseDirectory).map(Object.class::cast);
		case GROUP, CONTRIBUTION -> throw new IllegalArgumentException(parameter.type() + " is not a single value");
		};
	}

	private Optional<Long> integer() {
		if (isText()) {
			return wrongType("a whole number");
		}
		String digits = text.strip();
		boolean tooLong = digits.length() > LONGEST_NUMBER;
		try {
			if (DECIMAL.matcher(digits).matches() && !tooLong) {
				return within(Long.parseLong(digits));
			}
			if (HEXADECIMAL.matcher(digits).matches() && !tooLong) {
				return within(Long.parseLong(digits.substring(2), 16));
			}
			if (OCTAL.matcher(digits).matches() && !tooLong) {
				return within(Long.parseLong(digits.substring(2), 8));
			}
		} catch (NumberFormatException e) {
			// the digits are right, so there are too many of them for 64 bits
			return outOfBounds();
		}
		if (FLOAT.matcher(digits).matches() && !tooLong) {
			double value = Double.parseDouble(digits);
			if (value == Math.rint(value)) {
				return Math.abs(value) <= EXACT ? within((long) value) : outOfBounds();
			}
		}
		return wrongType("a whole number");
	}

	private Optional<Double> number() {
		if (isText()) {
			return wrongType("a number");
		}
		String digits = text.strip();
		if (FLOAT.matcher(digits).matches() && digits.length() <= LONGEST_NUMBER) {
			double value = Double.parseDouble(digits);
			return Double.isFinite(value) && isWithin(value) ? Optional.of(value) : outOfBounds();
		}
		return wrongType(
				NOT_FINITE.contains(digits.toLowerCase(java.util.Locale.ROOT)) ? "a finite number" : "a number");
	}

	private Optional<Boolean> bool() {
		if (isText()) {
			return wrongType("true or false");
		}
		String word = text.strip();
		if (TRUE.contains(word)) {
			return Optional.of(true);
		}
		return FALSE.contains(word) ? Optional.of(false) : wrongType("true or false");
	}

	private Optional<String> choice() {
		if (parameter.choices().contains(text)) {
			return Optional.of(text);
		}
		if (parameter.choices().size() == 1) {
			String only = parameter.choices().get(0);
			problems.add(location.error("bad-choice", label + " can only be '" + only + "', but is " + shown(),
					"write " + only + ", or remove the key"));
		} else {
			// digits that are not right are no slip of a pen
			Optional<String> meant = FLOAT.matcher(text).matches() ? Optional.empty()
					: NearestName.of(text, parameter.choices());
			problems.add(location.error("bad-choice",
					label + " must be one of " + Words.list(parameter.choices()) + ", but is " + shown(),
					meant.map(n -> "did you mean '" + n + "'?").orElse("")));
		}
		return Optional.empty();
	}

	private Optional<Path> path(Path baseDirectory) {
		if (text.isBlank()) {
			problems.add(location.error("bad-path", label + " names no file or folder", "write a path"));
			return Optional.empty();
		}
		if (text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")) {
			problems.add(location.error("bad-path",
					label + " is " + Words.quoted(text) + ", but '~' has no meaning in a file",
					"write ${HOME} for the home folder"));
			return Optional.empty();
		}
		try {
			return Optional.of(baseDirectory.resolve(text).normalize());
		} catch (InvalidPathException e) {
			problems.add(location.error("bad-path",
					label + " is " + Words.quoted(text) + ", which is not a path: " + e.getReason(), "write a path"));
			return Optional.empty();
		}
	}

	/** A number in quotes is a text, unless the quotes are there for a variable. */
	private boolean isText() {
		return scalar.style() != ScalarStyle.PLAIN && !resolved.hasVariables();
	}

	private Optional<Long> within(long value) {
		return isWithin(value) ? Optional.of(value) : outOfBounds();
	}

	private boolean isWithin(double value) {
		return (parameter.min().isEmpty() || value >= parameter.min().get())
				&& (parameter.max().isEmpty() || value <= parameter.max().get());
	}

	private <T> Optional<T> outOfBounds() {
		boolean bounded = parameter.min().isPresent() || parameter.max().isPresent();
		problems.add(location.error("out-of-bounds", label + " must be "
				+ (bounded ? Words.bounds(parameter) : "a number that a computer can hold") + ", but is " + shown(),
				""));
		return Optional.empty();
	}

	private <T> Optional<T> wrongType(String expected) {
		String word = text.strip();
		String remedy = "";
		if (isText()) {
			remedy = "remove the quotes";
			if (!FLOAT.matcher(word).matches() && !TRUE.contains(word) && !FALSE.contains(word)) {
				remedy = "";
			}
		} else if (GROUPED.matcher(word).matches()) {
			remedy = "write " + word.replaceAll("[_,' ]", "");
		} else if (YES.contains(word.toLowerCase(java.util.Locale.ROOT))) {
			remedy = expected.startsWith("true") ? "write true" : "";
		} else if (NO.contains(word.toLowerCase(java.util.Locale.ROOT))) {
			remedy = expected.startsWith("true") ? "write false" : "";
		}
		problems.add(location.error("wrong-type",
				label + " must be " + expected + ", but is " + (isText() ? "the text " : "") + shown(), remedy));
		return Optional.empty();
	}

	private String shown() {
		String value = Words.quoted(text);
		return resolved.hasVariables() ? value + ", from " + Words.quoted(scalar.value()) : value;
	}
}
