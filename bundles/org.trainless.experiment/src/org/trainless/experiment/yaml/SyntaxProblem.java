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
		boolean atEnd = text.substring(at).isBlank();
		if (at < text.length() && at > 0 && text.startsWith("${", at - 1)) {
			return error(at - 1, "a variable inside braces or brackets must be in quotes", "write \"${NAME}\"");
		}
		if (problem.startsWith("mapping values are not allowed")) {
			return error(at, "a ':' cannot stand here",
					"put a value that holds ': ' in quotes, or check the indentation of this line");
		}
		if (problem.contains("\\t(TAB)")) {
			return error(at, "a line cannot be indented with a tab", "use spaces");
		}
		if (problem.contains("that cannot start any token")) {
			return error(at, "a value cannot begin with '" + character(at) + "'", "put it in quotes");
		}
		if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
			return error(contextAt, "the quotes that open here are never closed", "add the closing " + character(contextAt));
		}
		if (context.contains("quoted scalar") && problem.contains("unknown escape character")) {
			return error(at - 1, "there is no escape '\\" + character(at) + "'",
					"write '\\\\' for a backslash, or use single quotes");
		}
		if (context.contains("simple key") && problem.contains("could not find expected ':'")) {
			return error(contextAt, "a ':' is missing after this key", "write 'key: value'");
		}
		if (context.contains("flow mapping") || context.contains("flow sequence")) {
			String open = context.contains("flow mapping") ? "{" : "[";
			String close = context.contains("flow mapping") ? "}" : "]";
			int line = locations.apply(contextAt, contextAt).position().orElseThrow().line();
			if (atEnd) {
				return error(contextAt, "the '" + open + "' that opens here is never closed", "add the closing '" + close + "'");
			}
			return error(at, "a ',' or the '" + close + "' that closes the '" + open + "' of line " + line + " is missing here",
					"put values that hold , [ ] { } in quotes");
		}
		if (context.contains("block mapping") || context.contains("block collection")) {
			int line = locations.apply(contextAt, contextAt).position().orElseThrow().line();
			return error(at, "this does not fit the block that begins in line " + line,
					"check the indentation, and put a value that begins with a quote wholly in quotes");
		}
		return error(at, context.isEmpty() ? problem : context + ": " + problem, "");
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
