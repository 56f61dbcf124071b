/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.regex.Pattern;

/** What stands between quotes, and what it means. Takes what is no escape as it is written. */
final class QuotedText {
	private static final Pattern ESCAPED_BREAK = Pattern.compile("\\\\(\r\n|\r|\n)[ \t]*");

	private QuotedText() {
	}

	/**
	 * @param inner  characters between the quotes
	 * @param single true for single quotes, in which only the quote itself is escaped
	 * @return what they mean
	 */
	static String value(String inner, boolean single) {
		return single ? folded(inner).replace("''", "'") : unescaped(inner);
	}

	/** A line break in quotes is a space, each further one a line break. */
	private static String folded(String text) {
		if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
			return text;
		}
		String[] parts = text.split("\r\n|\r|\n", -1);
		StringBuilder value = new StringBuilder(parts[0].stripTrailing());
		int empty = 0;
		for (int i = 1; i < parts.length; i++) {
			boolean last = i == parts.length - 1;
			String content = last ? parts[i].stripLeading() : parts[i].strip();
			if (content.isEmpty() && !last) {
				empty++;
			} else {
				value.append(empty == 0 ? " " : "\n".repeat(empty)).append(content);
				empty = 0;
			}
		}
		return value.toString();
	}

	private static String unescaped(String inner) {
		if (inner.indexOf('\\') < 0) {
			return folded(inner);
		}
		StringBuilder value = new StringBuilder();
		String text = folded(ESCAPED_BREAK.matcher(inner).replaceAll(""));
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c != '\\' || i + 1 == text.length()) {
				value.append(c);
				continue;
			}
			char escape = text.charAt(++i);
			int digits = switch (escape) {
			case 'x' -> 2;
			case 'u' -> 4;
			case 'U' -> 8;
			default -> 0;
			};
			if (digits > 0 && i + digits < text.length()
					&& text.substring(i + 1, i + 1 + digits).matches("[0-9a-fA-F]+")) {
				int code = Integer.parseUnsignedInt(text.substring(i + 1, i + 1 + digits), 16);
				value.append(Character.isValidCodePoint(code) ? Character.toString(code) : "");
				i += digits;
			} else {
				value.append(switch (escape) {
				case '0' -> '\0';
				case 'n' -> '\n';
				case 'r' -> '\r';
				case 't' -> '\t';
				default -> escape;
				});
			}
		}
		return value.toString();
	}
}
