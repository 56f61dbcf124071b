/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.trainless.api.problem.ProblemException;
import org.trainless.search.constraint.Token.Kind;

/** Cuts a constraint into words, numbers and symbols. */
final class ConstraintLexer {
	private static final List<String> SYMBOLS = List.of("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")");
	/** What people write who know other languages; the longer ones first. */
	private static final Map<String, String> FOREIGN = Map.ofEntries(Map.entry("&&", "and"), Map.entry("&", "and"),
			Map.entry("||", "or"), Map.entry("|", "or"), Map.entry("!", "not"), Map.entry("=", "=="),
			Map.entry("≤", "<="), Map.entry("≥", ">="), Map.entry("≠", "!="), Map.entry("×", "*"), Map.entry("−", "-"));

	private final String text;
	private final ConstraintProblems problems;
	private int offset;

	ConstraintLexer(String text) {
		this.text = text;
		this.problems = new ConstraintProblems(text);
	}

	List<Token> tokens() throws ProblemException {
		List<Token> tokens = new ArrayList<>();
		while (true) {
			while (offset < text.length() && Character.isWhitespace(text.charAt(offset))) {
				offset++;
			}
			if (offset == text.length()) {
				tokens.add(new Token(Kind.END, "", offset));
				return tokens;
			}
			Token token = token();
			tokens.add(token);
			offset = token.end();
		}
	}

	private Token token() throws ProblemException {
		char c = text.charAt(offset);
		if (isDigit(c) || c == '.') {
			return number();
		}
		if (isLetter(c)) {
			int end = offset + 1;
			while (end < text.length() && isWord(text.charAt(end))) {
				end++;
			}
			return new Token(Kind.NAME, text.substring(offset, end), offset);
		}
		for (String symbol : SYMBOLS) {
			if (text.startsWith(symbol, offset)) {
				return new Token(Kind.SYMBOL, symbol, offset);
			}
		}
		throw foreign();
	}

	private Token number() throws ProblemException {
		int end = digits(offset);
		boolean digits = end > offset;
		if (end < text.length() && text.charAt(end) == '.') {
			int fraction = digits(end + 1);
			digits |= fraction > end + 1;
			end = fraction;
		}
		if (digits && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
			int sign = end + 1 < text.length() && (text.charAt(end + 1) == '+' || text.charAt(end + 1) == '-') ? 1 : 0;
			int exponent = digits(end + 1 + sign);
			digits = exponent > end + 1 + sign;
			end = exponent;
		}
		int word = end;
		while (word < text.length() && (isWord(text.charAt(word)) || text.charAt(word) == '.')) {
			word++;
		}
		if (!digits || word > end) {
			throw problems.problem(ConstraintProblems.SYNTAX, "'" + text.substring(offset, word) + "' is not a number",
					"write numbers as 12, 0.5 or 1e6", offset, word);
		}
		return new Token(Kind.NUMBER, text.substring(offset, end), offset);
	}

	private int digits(int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return Math.min(end, text.length());
	}

	private ProblemException foreign() {
		for (int length = 2; length > 0; length--) {
			int end = Math.min(text.length(), offset + length);
			String symbol = text.substring(offset, end);
			if (FOREIGN.containsKey(symbol)) {
				return problems.problem(ConstraintProblems.SYNTAX, "'" + symbol + "' means nothing in a constraint",
						"write '" + FOREIGN.get(symbol) + "'", offset, end);
			}
		}
		int codePoint = text.codePointAt(offset);
		String shown = Character.isISOControl(codePoint) || !Character.isValidCodePoint(codePoint)
				|| Character.getType(codePoint) == Character.SURROGATE ? String.format(Locale.ROOT, "U+%04X", codePoint)
						: Character.toString(codePoint);
		return problems.problem(ConstraintProblems.SYNTAX, "'" + shown + "' means nothing in a constraint",
				"use features, numbers, < <= > >= == != + - * / ( ) and or not", offset,
				offset + Character.charCount(codePoint));
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
	}

	private static boolean isWord(char c) {
		return isLetter(c) || isDigit(c);
	}
}
