/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlDocument;

/**
 * A scalar's value with its variables replaced. <code>${NAME}</code> stands for a variable, <code>$${</code> for the
 * characters <code>${</code> themselves. What a variable holds is not looked at again.
 */
final class ResolvedText {
	private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private final Scalar scalar;
	private final String text;
	private final boolean hasVariables;
	private final List<Piece> pieces;

	/** A range of the text and the range of the scalar's value that it comes from. */
	private record Piece(int from, int to, int valueFrom, int valueTo, boolean copied) {
	}

	private ResolvedText(Scalar scalar, String text, boolean hasVariables, List<Piece> pieces) {
		this.scalar = scalar;
		this.text = text;
		this.hasVariables = hasVariables;
		this.pieces = pieces;
	}

	/**
	 * @param scalar    a scalar
	 * @param document  where it may stand
	 * @param variables name to value
	 * @param problems  gets what is wrong
	 * @return the text; empty when a variable is not set or not well written
	 */
	static Optional<ResolvedText> of(Scalar scalar, YamlDocument document, Function<String, Optional<String>> variables,
			Problems problems) {
		String value = scalar.value();
		StringBuilder text = new StringBuilder();
		List<Piece> pieces = new ArrayList<>();
		boolean found = false;
		boolean good = true;
		int done = 0;
		Matcher matcher = REFERENCE.matcher(value);
		while (matcher.find()) {
			pieces.add(new Piece(text.length(), text.length() + matcher.start() - done, done, matcher.start(), true));
			text.append(value, done, matcher.start());
			int from = text.length();
			if (matcher.group(1) == null) {
				text.append("${");
			} else {
				Optional<String> content = content(matcher.group(1), matcher.group(2).isEmpty(), variables,
						(code, message, remedy) -> {
							// finding the place takes as long as the scalar is, which must not be done for thousands
							Location place = problems.isFull() ? scalar.location()
									: document.locate(scalar, matcher.start(), matcher.end());
							problems.add(place.error(code, message, remedy));
						});
				good &= content.isPresent();
				text.append(content.orElse(""));
				found = true;
			}
			pieces.add(new Piece(from, text.length(), matcher.start(), matcher.end(), false));
			done = matcher.end();
		}
		pieces.add(new Piece(text.length(), text.length() + value.length() - done, done, value.length(), true));
		text.append(value, done, value.length());
		return good ? Optional.of(new ResolvedText(scalar, text.toString(), found, pieces)) : Optional.empty();
	}

	/** Takes what is wrong with a variable. */
	private interface Complaint {
		void add(String code, String message, String remedy);
	}

	private static Optional<String> content(String name, boolean open, Function<String, Optional<String>> variables,
			Complaint complaint) {
		if (open) {
			complaint.add("bad-variable", "the '${' is not closed", "write ${NAME}, or $${ for the characters ${");
			return Optional.empty();
		}
		if (!NAME.matcher(name).matches()) {
			complaint.add("bad-variable", Words.quoted(name) + " cannot be the name of a variable",
					"names have letters, digits and _; write $${ for the characters ${");
			return Optional.empty();
		}
		Optional<String> content = variables.apply(name);
		if (content.isEmpty()) {
			complaint.add("unset-variable", "the variable " + name + " is not set",
					"set it in the environment or in the preferences, or write the value itself");
		}
		return content;
	}

	/**
	 * @param text any text
	 * @return what to write in a file for it, so that nothing in it is taken for a variable
	 */
	static String escaped(String text) {
		return text.replace("${", "$${");
	}

	/**
	 * @return the scalar's value with its variables replaced
	 */
	String text() {
		return text;
	}

	/**
	 * @return true when variables were replaced
	 */
	boolean hasVariables() {
		return hasVariables;
	}

	/**
	 * @param document where the scalar may stand
	 * @param from     offset in the text; clamped to it
	 * @param to       offset in the text; clamped to it
	 * @return the place in the document where that part is written
	 */
	Location locate(YamlDocument document, int from, int to) {
		int first = Math.min(Math.max(0, from), text.length());
		int last = Math.min(Math.max(first, to), text.length());
		return document.locate(scalar, valueOffset(first, false), valueOffset(last, last > first));
	}

	private int valueOffset(int offset, boolean isEnd) {
		for (Piece piece : pieces) {
			boolean within = isEnd ? piece.from < offset && offset <= piece.to
					: piece.from <= offset && offset < piece.to;
			if (within) {
				if (piece.copied) {
					return piece.valueFrom + offset - piece.from;
				}
				return isEnd ? piece.valueTo : piece.valueFrom;
			}
		}
		return scalar.value().length();
	}
}
