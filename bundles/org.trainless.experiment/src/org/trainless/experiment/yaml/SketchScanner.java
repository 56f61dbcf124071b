/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trainless.experiment.yaml.YamlSketch.Token;
import org.trainless.experiment.yaml.YamlSketch.TokenKind;

/**
 * Reads a text line by line and makes the best of each; braces and quotes that are never closed end with their block.
 */
final class SketchScanner {
	private static final int DEEPEST = 64;
	private static final int NO_COLUMN = -1;
	/** Quotes that are not closed within so many lines are never closed: looking further would take for ever. */
	private static final int LONGEST_QUOTE = 200;

	private final String text;
	private final LineIndex lines;
	private final List<Token> tokens = new ArrayList<>();
	private final Set<Integer> withoutColon = new HashSet<>();
	private final Deque<Part> open = new ArrayDeque<>();
	private Part root;
	/** Where the next line begins. */
	private int next;
	/** Set when braces end without being closed: the line where something else begins. */
	private int resume = -1;

	/** A node that is being read. */
	private static final class Part {
		private enum Shape {
			NOTHING, SCALAR, MAPPING, SEQUENCE
		}

		private Shape shape = Shape.NOTHING;
		private boolean flow;
		private int column = NO_COLUMN;
		private int start;
		private int end;
		private Scalar scalar;
		private final List<Scalar> keys = new ArrayList<>();
		private final List<Part> parts = new ArrayList<>();

		Part(int start) {
			this.start = start;
			this.end = start;
		}

		Part last() {
			return parts.isEmpty() ? null : parts.get(parts.size() - 1);
		}

		boolean isAwaiting() {
			return last() != null && last().shape == Shape.NOTHING;
		}

		boolean is(Shape wanted, int at) {
			return shape == wanted && column == at;
		}

		void become(Shape wanted, int at, int from) {
			shape = wanted;
			column = at;
			start = from;
			end = from;
		}

		void become(Scalar value, int from, int to) {
			shape = Shape.SCALAR;
			scalar = value;
			start = from;
			end = to;
		}
	}

	SketchScanner(String text) {
		this.text = text;
		this.lines = new LineIndex(text);
	}

	YamlSketch scan() {
		next = text.startsWith("\uFEFF") ? 1 : 0;
		while (next < text.length()) {
			line();
		}
		tokens.sort(Comparator.comparingInt(Token::offset));
		return new YamlSketch(text, Optional.ofNullable(root).map(this::node), tokens, withoutColon);
	}

	private void line() {
		int start = next;
		int at = blanks(start);
		if (isEnd(at) || text.charAt(at) == '#') {
			endLine(at);
			return;
		}
		boolean marker = at == start && (text.charAt(at) == '%'
				|| (text.startsWith("---", at) || text.startsWith("...", at)) && isBlankAt(at + 3));
		if (marker) {
			token(TokenKind.PUNCTUATION, at, plainEnd(at, false));
			endLine(plainEnd(at, false));
			return;
		}
		content(at, start);
	}

	private void content(int from, int lineStart) {
		int at = from;
		while (text.charAt(at) == '-' && isBlankAt(at + 1) && open.size() < DEEPEST) {
			Part sequence = collection(Part.Shape.SEQUENCE, at - lineStart, at);
			token(TokenKind.PUNCTUATION, at, at + 1);
			sequence.parts.add(new Part(at + 1));
			at = blanks(at + 1);
			if (isEnd(at) || text.charAt(at) == '#') {
				endLine(at);
				return;
			}
		}
		int column = at - lineStart;
		close(column);
		if (open.size() >= DEEPEST) {
			int end = plainEnd(at, false);
			token(TokenKind.PLAIN, at, end);
			endLine(end);
			return;
		}
		int colon = colon(at);
		if (colon >= 0) {
			Part mapping = collection(Part.Shape.MAPPING, column, at);
			int end = trimmed(at, colon);
			mapping.keys.add(scalar(TokenKind.KEY, at, end));
			token(TokenKind.PUNCTUATION, colon, colon + 1);
			Part value = new Part(colon + 1);
			mapping.parts.add(value);
			value(value, colon + 1, lineStart, column);
			return;
		}
		Part top = open.peek();
		if (top == null && root == null && "{[\"'".indexOf(text.charAt(at)) >= 0) {
			root = new Part(at);
			value(root, at, lineStart, NO_COLUMN);
		} else if (top != null && top.isAwaiting() && column > top.column) {
			value(top.last(), at, lineStart, top.column);
		} else {
			int end = plainEnd(at, false);
			if (top == null || top.shape == Part.Shape.MAPPING || converts(top, column)) {
				withoutColon.add(at);
				Part mapping = collection(Part.Shape.MAPPING, column, at);
				mapping.keys.add(scalar(TokenKind.KEY, at, end));
				mapping.parts.add(new Part(end));
			} else {
				token(TokenKind.PLAIN, at, end);
			}
			endLine(end);
		}
	}

	/** Ends what is indented deeper. */
	private void close(int column) {
		while (!open.isEmpty() && open.peek().column > column) {
			open.pop();
		}
	}

	/** @return the mapping or list that has its keys or dashes in the column: an open one, or else a new one */
	private Part collection(Part.Shape shape, int column, int at) {
		close(column);
		if (shape == Part.Shape.MAPPING && !open.isEmpty() && open.peek().is(Part.Shape.SEQUENCE, column)) {
			open.pop();
		}
		Part top = open.peek();
		if (top == null && root != null && root.shape == shape && !root.flow) {
			open.push(root);
			return root;
		}
		if (top != null && top.is(shape, column)) {
			return top;
		}
		Part made;
		if (top == null) {
			made = new Part(at);
			root = root == null ? made : root;
		} else if (top.isAwaiting()) {
			made = top.last();
		} else if (shape == Part.Shape.MAPPING && converts(top, column)) {
			return converted(top.last(), column);
		} else if (shape == top.shape) {
			// a line that is indented by mistake still belongs to something
			return top;
		} else {
			made = new Part(at);
		}
		made.become(shape, column, at);
		open.push(made);
		return made;
	}

	/** A word above a key in the same column is a key that lacks its colon. */
	private static boolean converts(Part top, int column) {
		Part last = top.last();
		return last != null && last.is(Part.Shape.SCALAR, column);
	}

	private Part converted(Part word, int column) {
		Scalar key = word.scalar;
		int start = word.start;
		int end = word.end;
		tokens.removeIf(t -> t.offset() == start);
		token(TokenKind.KEY, start, end);
		withoutColon.add(start);
		word.become(Part.Shape.MAPPING, column, start);
		word.keys.add(key);
		word.parts.add(new Part(end));
		open.push(word);
		return word;
	}

	/** Reads what stands behind a colon or dash, or alone in its line, and the rest of the line. */
	private void value(Part part, int from, int lineStart, int ownerColumn) {
		int at = blanks(from);
		if (isEnd(at) || text.charAt(at) == '#') {
			endLine(at);
			return;
		}
		switch (text.charAt(at)) {
		case '{', '[' -> rest(flow(part, at, ownerColumn, 0));
		case '"', '\'' -> rest(quoted(part, at, ownerColumn));
		case '|', '>' -> block(part, at, ownerColumn);
		default -> plain(part, at, at - lineStart, ownerColumn);
		}
	}

	private void rest(int end) {
		if (resume >= 0) {
			next = resume;
			resume = -1;
			return;
		}
		int at = blanks(end);
		if (!isEnd(at) && text.charAt(at) != '#') {
			int garbage = plainEnd(at, false);
			token(TokenKind.PLAIN, at, garbage);
			at = garbage;
		}
		endLine(at);
	}

	private void plain(Part part, int at, int column, int ownerColumn) {
		int end = plainEnd(at, false);
		int lineEnd = Lines.end(text, at);
		boolean alone = blanks(Lines.start(text, at)) == at || text.charAt(at - 1) == ' ' && isItem(at);
		part.column = alone ? column : NO_COLUMN;
		StringBuilder value = new StringBuilder(text.substring(at, end));
		int last = end;
		if (blanks(end) == lineEnd) {
			int empty = 0;
			int line = Lines.afterBreak(text, lineEnd);
			while (line < text.length()) {
				int content = blanks(line);
				if (isEnd(content)) {
					empty++;
				} else if (content - line > ownerColumn && text.charAt(content) != '#' && colon(content) < 0) {
					last = plainEnd(content, false);
					value.append(empty == 0 ? " " : "\n".repeat(empty)).append(text, content, last);
					empty = 0;
					part.column = NO_COLUMN;
					if (blanks(last) != Lines.end(text, content)) {
						break;
					}
				} else {
					break;
				}
				line = Lines.afterBreak(text, Lines.end(text, content));
			}
		}
		token(TokenKind.PLAIN, at, last);
		part.become(new Scalar(value.toString(), ScalarStyle.PLAIN, text.substring(at, last), location(at, last)), at,
				last);
		endLine(last);
	}

	/** @return true when only dashes stand before it in its line */
	private boolean isItem(int at) {
		return text.substring(Lines.start(text, at), at).chars().allMatch(c -> c == '-' || c == ' ' || c == 0xFEFF);
	}

	private int quoted(Part part, int at, int ownerColumn) {
		int limit = blockEnd(at, ownerColumn);
		int close = closingQuote(at, limit);
		int end = close < 0 ? Math.max(at + 1, trimmed(at, Lines.end(text, at))) : close + 1;
		token(TokenKind.QUOTED, at, end);
		boolean single = text.charAt(at) == '\'';
		String inner = text.substring(at + 1, close < 0 ? end : close);
		String value = QuotedText.value(inner, single);
		ScalarStyle style = single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
		part.become(new Scalar(value, style, text.substring(at, end), location(at, end)), at, end);
		return end;
	}

	private int closingQuote(int at, int limit) {
		char quote = text.charAt(at);
		for (int i = at + 1; i < limit; i++) {
			if (text.charAt(i) == '\\' && quote == '"') {
				i++;
			} else if (text.charAt(i) == quote) {
				if (quote == '\'' && i + 1 < limit && text.charAt(i + 1) == quote) {
					i++;
				} else {
					return i;
				}
			}
		}
		return -1;
	}

	private void block(Part part, int at, int ownerColumn) {
		int headerEnd = trimmed(at, Lines.end(text, at));
		int end = headerEnd;
		int line = Lines.afterBreak(text, Lines.end(text, at));
		StringBuilder value = new StringBuilder();
		int indent = -1;
		int empty = 0;
		boolean folds = text.charAt(at) == '>';
		while (line < text.length()) {
			int content = blanks(line);
			if (isEnd(content)) {
				empty++;
			} else {
				if (content - line <= ownerColumn) {
					break;
				}
				indent = indent < 0 ? content - line : Math.min(indent, content - line);
				end = Lines.end(text, content);
				if (!value.isEmpty()) {
					value.append(folds && empty == 0 ? " " : "\n".repeat(folds ? empty : empty + 1));
				}
				value.append(text, line + indent, end);
				empty = 0;
			}
			line = Lines.afterBreak(text, Lines.end(text, content));
		}
		ScalarStyle style = folds ? ScalarStyle.FOLDED : ScalarStyle.LITERAL;
		token(TokenKind.BLOCK, at, end);
		part.become(new Scalar(value.toString(), style, text.substring(at, end), location(at, end)), at, end);
		next = end == headerEnd ? Lines.afterBreak(text, Lines.end(text, at)) : Lines.afterBreak(text, end);
	}

	private int flow(Part part, int at, int ownerColumn, int depth) {
		boolean mapping = text.charAt(at) == '{';
		part.become(mapping ? Part.Shape.MAPPING : Part.Shape.SEQUENCE, NO_COLUMN, at);
		part.flow = true;
		token(TokenKind.PUNCTUATION, at, at + 1);
		int done = at + 1;
		while (true) {
			int from = flowSpace(done, ownerColumn);
			if (from < 0) {
				part.end = done;
				return done;
			}
			char c = text.charAt(from);
			if (c == '}' || c == ']') {
				token(TokenKind.PUNCTUATION, from, from + 1);
				part.end = from + 1;
				return from + 1;
			}
			if (c == ',' || c == ':') {
				token(TokenKind.PUNCTUATION, from, from + 1);
				done = from + 1;
			} else if (mapping) {
				done = flowEntry(part, from, ownerColumn, depth);
			} else {
				Part item = new Part(from);
				part.parts.add(item);
				done = flowValue(item, from, ownerColumn, depth);
			}
			if (resume >= 0) {
				part.end = done;
				return done;
			}
		}
	}

	private int flowEntry(Part mapping, int at, int ownerColumn, int depth) {
		int end;
		if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
			int close = closingQuote(at, Lines.end(text, at));
			end = close < 0 ? Math.max(at + 1, trimmed(at, Lines.end(text, at))) : close + 1;
		} else {
			end = plainEnd(at, true);
			if (end == at) {
				token(TokenKind.PLAIN, at, at + 1);
				return at + 1;
			}
		}
		mapping.keys.add(scalar(TokenKind.KEY, at, end));
		Part value = new Part(end);
		mapping.parts.add(value);
		int colon = blanks(end);
		if (isEnd(colon) || text.charAt(colon) != ':') {
			withoutColon.add(at);
			return end;
		}
		token(TokenKind.PUNCTUATION, colon, colon + 1);
		value.start = colon + 1;
		value.end = colon + 1;
		int from = flowSpace(colon + 1, ownerColumn);
		if (from < 0 || ",}]".indexOf(text.charAt(from)) >= 0) {
			return colon + 1;
		}
		return flowValue(value, from, ownerColumn, depth);
	}

	private int flowValue(Part value, int at, int ownerColumn, int depth) {
		char c = text.charAt(at);
		if (c == '{' || c == '[') {
			if (depth == DEEPEST) {
				token(TokenKind.PUNCTUATION, at, at + 1);
				return at + 1;
			}
			return flow(value, at, ownerColumn, depth + 1);
		}
		if (c == '"' || c == '\'') {
			return quoted(value, at, ownerColumn);
		}
		int end = flowPlainEnd(at);
		token(TokenKind.PLAIN, at, end);
		value.become(new Scalar(text.substring(at, end), ScalarStyle.PLAIN, text.substring(at, end), location(at, end)),
				at, end);
		return end;
	}

	/** @return where the next thing stands, or -1 when the braces end here without being closed */
	private int flowSpace(int from, int ownerColumn) {
		int at = from;
		while (at < text.length()) {
			char c = text.charAt(at);
			if (c == '#' && (at == from || Character.isWhitespace(text.charAt(at - 1)))) {
				token(TokenKind.COMMENT, at, Lines.end(text, at));
				at = Lines.end(text, at);
			} else if (c == '\n' || c == '\r') {
				at = Lines.afterBreak(text, at);
				int content = blanks(at);
				if (!isEnd(content) && content - at <= ownerColumn && "}],#".indexOf(text.charAt(content)) < 0) {
					resume = at;
					return -1;
				}
			} else if (c == ' ' || c == '\t') {
				at++;
			} else {
				return at;
			}
		}
		resume = text.length();
		return -1;
	}

	private int flowPlainEnd(int at) {
		int i = at;
		while (!isEnd(i) && ",[]{}".indexOf(text.charAt(i)) < 0
				&& !(text.charAt(i) == '#' && i > at && isBlank(text.charAt(i - 1)))) {
			i++;
		}
		return Math.max(at + 1, trimmed(at, i));
	}

	/** @return where a word ends: before a comment, or for a key in braces before what ends it */
	private int plainEnd(int at, boolean flowKey) {
		int i = at;
		while (!isEnd(i) && !(text.charAt(i) == '#' && i > at && isBlank(text.charAt(i - 1)))) {
			char c = text.charAt(i);
			if (flowKey && (",[]{}".indexOf(c) >= 0
					|| c == ':' && (isBlankAt(i + 1) || ",[]{}".indexOf(text.charAt(i + 1)) >= 0))) {
				break;
			}
			i++;
		}
		return trimmed(at, i);
	}

	/** @return where the colon of the key stands that begins here, or -1 when none does */
	private int colon(int at) {
		char first = text.charAt(at);
		int i = at;
		if (first == '"' || first == '\'') {
			int close = closingQuote(at, Lines.end(text, at));
			if (close < 0) {
				return -1;
			}
			i = blanks(close + 1);
			return !isEnd(i) && text.charAt(i) == ':' && isBlankAt(i + 1) ? i : -1;
		}
		if ("{[|>#&*!%@`,}]".indexOf(first) >= 0) {
			return -1;
		}
		while (!isEnd(i) && !(text.charAt(i) == '#' && i > at && isBlank(text.charAt(i - 1)))) {
			if (text.charAt(i) == ':' && i > at && isBlankAt(i + 1)) {
				return i;
			}
			i++;
		}
		return -1;
	}

	/** @return where the first line begins that is not indented more than the owner */
	private int blockEnd(int at, int ownerColumn) {
		int line = Lines.afterBreak(text, Lines.end(text, at));
		for (int i = 0; i < LONGEST_QUOTE && line < text.length(); i++) {
			int content = blanks(line);
			if (!isEnd(content) && content - line <= ownerColumn) {
				return line;
			}
			line = Lines.afterBreak(text, Lines.end(text, content));
		}
		return line;
	}

	private Scalar scalar(TokenKind kind, int from, int to) {
		token(kind, from, to);
		String raw = text.substring(from, to);
		if (raw.length() > 1 && (raw.startsWith("\"") || raw.startsWith("'")) && raw.endsWith(raw.substring(0, 1))) {
			boolean single = raw.startsWith("'");
			String inner = raw.substring(1, raw.length() - 1);
			return new Scalar(QuotedText.value(inner, single),
					single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED, raw, location(from, to));
		}
		return new Scalar(raw, ScalarStyle.PLAIN, raw, location(from, to));
	}

	private Node node(Part part) {
		List<Node> inner = part.parts.stream().map(this::node).toList();
		int end = part.end;
		if (!part.flow) {
			for (Node node : inner) {
				end = Math.max(end, node.location().position().map(p -> p.offset() + p.length()).orElse(0));
			}
		}
		return switch (part.shape) {
		case SCALAR -> part.scalar;
		case NOTHING -> new Scalar("", ScalarStyle.PLAIN, "", location(part.start, part.start));
		case SEQUENCE -> new Sequence(inner, part.flow, location(part.start, end));
		case MAPPING -> {
			List<Mapping.Entry> entries = new ArrayList<>();
			for (int i = 0; i < inner.size(); i++) {
				entries.add(new Mapping.Entry(part.keys.get(i), inner.get(i)));
			}
			yield new Mapping(entries, part.flow, location(part.start, end));
		}
		};
	}

	private void endLine(int at) {
		int from = blanks(at);
		int end = Lines.end(text, from);
		if (from < end && text.charAt(from) == '#') {
			token(TokenKind.COMMENT, from, end);
		}
		next = Lines.afterBreak(text, end);
	}

	private void token(TokenKind kind, int from, int to) {
		if (to > from) {
			tokens.add(new Token(kind, from, to - from));
		}
	}

	private Location location(int from, int to) {
		return new Location("", Optional.of(lines.position(from, to)));
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	private boolean isBlankAt(int at) {
		return isEnd(at) || isBlank(text.charAt(at));
	}

	private boolean isEnd(int at) {
		return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
	}

	private int blanks(int from) {
		int at = from;
		while (at < text.length() && isBlank(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private int trimmed(int from, int to) {
		int end = to;
		while (end > from && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}
}
