/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.trainless.api.problem.Problem;

/**
 * Says what is wrong with a text that is not YAML in the words of somebody who writes experiments, not of a scanner:
 * where the mistake probably is, which is often not where the scanner stumbled, and how to mend it.
 */
final class SyntaxProblem {
	private static final String CODE = "yaml-syntax";

	private final String text;
	private final BiFunction<Integer, Integer, Location> locations;
	private final String problem;
	private final String context;
	private final int at;
	private final int contextAt;

	private SyntaxProblem(MarkedYamlEngineException e, String text, ToIntFunction<Optional<Mark>> offsets,
			BiFunction<Integer, Integer, Location> locations) {
		this.text = text;
		this.locations = locations;
		this.problem = String.valueOf(e.getProblem());
		this.context = e.getContext() == null ? "" : e.getContext();
		this.at = e.getProblemMark().isPresent() ? offsets.applyAsInt(e.getProblemMark())
				: offsets.applyAsInt(e.getContextMark());
		this.contextAt = e.getContextMark().isPresent() ? offsets.applyAsInt(e.getContextMark()) : at;
	}

	static Problem of(MarkedYamlEngineException e, String text, ToIntFunction<Optional<Mark>> offsets,
			BiFunction<Integer, Integer, Location> locations) {
		return new SyntaxProblem(e, text, offsets, locations).describe();
	}

	private Problem describe() {
		if (at > 0 && text.startsWith("${", at - 1)) {
			return error(at - 1, "a variable inside braces or brackets must be in quotes", "write \"${NAME}\"");
		}
		return quoted().or(this::beginning).or(this::line).or(this::flow).or(this::block)
				.orElseGet(() -> error(at, oneLine(context.isEmpty() ? problem : context + ": " + problem), ""));
	}

	/** Texts in quotes. */
	private Optional<Problem> quoted() {
		if (!context.contains("quoted scalar")) {
			return Optional.empty();
		}
		if (problem.contains("unknown escape character")) {
			return found(at - 1, "there is no escape '\\" + character(at) + "'",
					"write '\\\\' for a backslash, or use single quotes");
		}
		if (problem.contains("hexadecimal")) {
			return found(at, "the digits of an escape are missing here",
					"write \\xFF, \\uFFFF or \\UFFFFFFFF, or '\\\\' for a backslash");
		}
		return found(contextAt, "the quotes that open here are never closed",
				"add the closing " + character(contextAt));
	}

	/** Values that begin with a character that means something to YAML. */
	private Optional<Problem> beginning() {
		if (problem.contains("\\t(TAB)")) {
			return found(at, "a line cannot be indented with a tab", "use spaces");
		}
		if (problem.contains("that cannot start any token")) {
			return found(at, "a value cannot begin with '" + character(at) + "'", "put it in quotes");
		}
		if (context.contains("scanning an alias") || context.contains("scanning an anchor")
				|| context.contains("scanning a tag")) {
			return found(contextAt, "a value cannot begin with '" + character(contextAt) + "'", "put it in quotes");
		}
		if (context.contains("scanning a block scalar")) {
			return found(contextAt,
					"'" + character(contextAt) + "' begins a text on the lines below, so that nothing may follow it",
					"put the value in quotes if it begins with '" + character(contextAt) + "'");
		}
		if (context.contains("scanning a directive") || problem.contains("before directives")) {
			return found(context.isEmpty() ? at : contextAt, "a line cannot begin with '%'",
					"put the value in quotes, or remove the line");
		}
		return Optional.empty();
	}

	/** Keys and list items where none can be. */
	private Optional<Problem> line() {
		if (problem.startsWith("mapping values are not allowed")) {
			return found(at, "a ':' cannot stand here",
					"put a value that holds ': ' in quotes, or check the indentation of this line");
		}
		if (problem.startsWith("sequence entries are not allowed")) {
			return found(at, "a list item cannot begin here",
					"begin it on a line of its own, or put a value that begins with '-' in quotes");
		}
		if (problem.startsWith("mapping keys are not allowed")) {
			return found(at, "a '?' cannot stand here", "put a value that begins with '?' in quotes");
		}
		if (context.contains("simple key") && problem.contains("could not find expected ':'")) {
			return found(contextAt, "a ':' is missing after this key", "write 'key: value'");
		}
		if (problem.startsWith("expected '<document start>'")) {
			return found(at, "this belongs to nothing: what stands above is complete",
					"check the indentation, and braces and brackets");
		}
		return Optional.empty();
	}

	/** Braces and brackets. */
	private Optional<Problem> flow() {
		boolean atEnd = text.substring(at).isBlank();
		if (context.contains("flow mapping") || context.contains("flow sequence")) {
			String open = context.contains("flow mapping") ? "{" : "[";
			String close = context.contains("flow mapping") ? "}" : "]";
			if (atEnd) {
				return found(contextAt, "the '" + open + "' that opens here is never closed",
						"add the closing '" + close + "'");
			}
			return found(at, "a ',' or the '" + close + "' that closes the '" + open + "' of line " + contextLine()
					+ " is missing here", "put values that hold , [ ] { } in quotes");
		}
		if (problem.startsWith("expected the node content")) {
			if (atEnd) {
				return found(at, "the file ends inside braces or brackets", "close them");
			}
			String character = character(at);
			return found(at,
					"}],".contains(character) && context.contains("block node")
							? "'" + character + "' closes or separates nothing here"
							: "a value is missing before '" + character + "'",
					"put values that hold , [ ] { } : ? or begin with - in quotes");
		}
		return Optional.empty();
	}

	/** Lines that belong together by their indentation. */
	private Optional<Problem> block() {
		if (!context.contains("block mapping") && !context.contains("block collection")) {
			return Optional.empty();
		}
		if (before().endsWith("\"") || before().endsWith("'")) {
			return found(at, "nothing may follow the quote that closes a value", "put the whole value in quotes");
		}
		if (text.startsWith(":", at)) {
			return found(at, "the key before this ':' is missing", "write 'key: value'");
		}
		if (text.startsWith("- ", at)) {
			return found(at, "a list item cannot stand among the keys that begin in line " + contextLine(),
					"check the indentation");
		}
		return found(at, "this does not fit the block that begins in line " + contextLine(), "check the indentation");
	}

	private int contextLine() {
		return locations.apply(contextAt, contextAt).position().orElseThrow().line();
	}

	private Optional<Problem> found(int where, String message, String remedy) {
		return Optional.of(error(where, message, remedy));
	}

	/** The library puts characters of the text into its messages, line ends too. */
	static String oneLine(String message) {
		return message.codePoints().map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	/** @return what stands before the place in its line, without the space at its end */
	private String before() {
		int start = at;
		while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
			start--;
		}
		return text.substring(start, at).stripTrailing();
	}

	private Problem error(int where, String message, String remedy) {
		int from = Math.max(0, where);
		boolean visible = from < text.length() && !Character.isWhitespace(text.charAt(from));
		int to = visible ? text.offsetByCodePoints(from, 1) : from;
		return locations.apply(from, to).error(CODE, message, remedy);
	}

	private String character(int offset) {
		return offset < text.length() ? Character.toString(text.codePointAt(offset)) : "";
	}
}
