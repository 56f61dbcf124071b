/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.schema;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as indented JSON. */
final class JsonText {
	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private JsonText() {
	}

	static String of(Object value) {
		JsonText json = new JsonText();
		json.write(value, "\n");
		return json.text.append('\n').toString();
	}

	private void write(Object value, String lineBreak) {
		switch (value) {
		case Map<?, ?> map -> {
			String separator = "{" + lineBreak + INDENT;
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				text.append(separator);
				write((String) entry.getKey());
				text.append(": ");
				write(entry.getValue(), lineBreak + INDENT);
				separator = "," + lineBreak + INDENT;
			}
			text.append(map.isEmpty() ? "{}" : lineBreak + "}");
		}
		case List<?> list -> {
			String separator = "[";
			for (Object item : list) {
				text.append(separator);
				write(item, lineBreak);
				separator = ", ";
			}
			text.append(list.isEmpty() ? "[]" : "]");
		}
		case String string -> write(string);
		case Double number when number == Math.rint(number) && Math.abs(number) <= 1L << 53 ->
			text.append(number.longValue());
		case Number number -> text.append(number);
		case Boolean truth -> text.append(truth);
		default -> throw new IllegalArgumentException("JSON has no " + value.getClass());
		}
	}

	private void write(String string) {
		text.append('"');
		for (int i = 0; i < string.length(); i++) {
			char c = string.charAt(i);
			switch (c) {
			case '"' -> text.append("\\\"");
			case '\\' -> text.append("\\\\");
			case '\n' -> text.append("\\n");
			case '\r' -> text.append("\\r");
			case '\t' -> text.append("\\t");
			default -> {
				if (c < ' ' || Character.isSurrogate(c)) {
					text.append(String.format("\\u%04x", (int) c));
				} else {
					text.append(c);
				}
			}
			}
		}
		text.append('"');
	}
}
