/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes values as YAML: maps, lists, texts, whole numbers, numbers and truth values. The same value always gives the
 * same text, and reading it gives the value.
 */
public final class YamlText {
	/** Words that need no quotes anywhere and that nobody takes for anything but text. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*");
	private static final Pattern NOT_A_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|inf|nan|infinity");
	private static final int ASCII = 0x7f;
	private static final String INDENT = "  ";

	private YamlText() {
	}

	/**
	 * @param keys the keys with their values
	 * @return a block of lines, each ended by a line feed
	 * @throws IllegalArgumentException when a value is of a type that files do not have
	 */
	public static String block(Map<String, ?> keys) {
		StringBuilder text = new StringBuilder();
		block(text, keys, "");
		return text.toString();
	}

	/**
	 * @param value a value
	 * @return it on one line
	 * @throws IllegalArgumentException when it is of a type that files do not have
	 */
	public static String flow(Object value) {
		StringBuilder text = new StringBuilder();
		flow(text, value);
		return text.toString();
	}

	/**
	 * @param value any text
	 * @return it in double quotes, all on one line and, apart from letters, in ASCII
	 */
	public static String quoted(String value) {
		StringBuilder text = new StringBuilder("\"");
		int length;
		for (int i = 0; i < value.length(); i += length) {
			int c = value.codePointAt(i);
			length = Character.charCount(c);
			switch (c) {
			case '"' -> text.append("\\\"");
			case '\\' -> text.append("\\\\");
			case '\n' -> text.append("\\n");
			case '\r' -> text.append("\\r");
			case '\t' -> text.append("\\t");
			default -> {
				if (c >= ' ' && c < ASCII || c > ASCII && Character.isLetterOrDigit(c)) {
					text.appendCodePoint(c);
				} else if (c > Character.MAX_VALUE) {
					text.append(String.format("\\U%08X", c));
				} else {
					text.append(String.format("\\u%04X", c));
				}
			}
			}
		}
		return text.append('"').toString();
	}

	private static void block(StringBuilder text, Map<String, ?> keys, String indent) {
		keys.forEach((key, value) -> {
			text.append(indent).append(word(key)).append(':');
			block(text, value, indent);
		});
	}

	private static void block(StringBuilder text, Object value, String indent) {
		if (value instanceof Map<?, ?> keys && !keys.isEmpty()) {
			text.append('\n');
			block(text, checked(keys), indent + INDENT);
		} else if (value instanceof List<?> items && items.stream().anyMatch(Map.class::isInstance)) {
			text.append('\n');
			for (Object item : items) {
				StringBuilder lines = new StringBuilder();
				if (item instanceof Map<?, ?> keys && !keys.isEmpty()) {
					block(lines, checked(keys), indent + INDENT + INDENT);
					text.append(indent).append(INDENT).append("- ").append(lines.toString().stripLeading());
				} else {
					text.append(indent).append(INDENT).append("- ").append(flow(item)).append('\n');
				}
			}
		} else {
			text.append(' ').append(flow(value)).append('\n');
		}
	}

	private static void flow(StringBuilder text, Object value) {
		switch (value) {
		case Map<?, ?> keys -> {
			String separator = "{ ";
			for (Map.Entry<String, ?> entry : checked(keys).entrySet()) {
				text.append(separator).append(word(entry.getKey())).append(": ");
				flow(text, entry.getValue());
				separator = ", ";
			}
			text.append(keys.isEmpty() ? "{}" : " }");
		}
		case List<?> items -> {
			String separator = "[";
			for (Object item : items) {
				text.append(separator);
				flow(text, item);
				separator = ", ";
			}
			text.append(items.isEmpty() ? "[]" : "]");
		}
		case String string -> text.append(word(string));
		case Long number -> text.append(number);
		case Double number when Double.isFinite(number) -> text.append(number);
		case Boolean truth -> text.append(truth);
		default -> throw new IllegalArgumentException("files hold no value of type " + value.getClass());
		}
	}

	private static String word(String value) {
		return WORD.matcher(value).matches() && !NOT_A_TEXT.matcher(value).matches() ? value : quoted(value);
	}

	private static Map<String, ?> checked(Map<?, ?> keys) {
		Map<String, Object> checked = new java.util.LinkedHashMap<>();
		keys.forEach((key, value) -> checked.put((String) key, value));
		return checked;
	}
}
