/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.problem.Problem;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.yaml.Lines;
import org.trainless.experiment.yaml.YamlText;

/** Ways of making YAML of a text that is none. Whether one of them does is for the caller to find out. */
final class SyntaxFixes {
	private static final Pattern VALUE = Pattern.compile("^(\\s*(?:- )*[^:#\"'\\s][^:#]*:[ \t]+)(\\S.*?)([ \t]+#.*)?$");
	private static final Pattern LINE = Pattern.compile("of line ([0-9]{1,7})");
	private static final String TAB = "\t";

	private final String text;
	private final Problem problem;
	private final Map<String, TextEdit> fixes = new LinkedHashMap<>();

	private SyntaxFixes(String text, Problem problem) {
		this.text = text;
		this.problem = problem;
	}

	static Map<String, TextEdit> of(String text, Problem problem) {
		SyntaxFixes fixes = new SyntaxFixes(text, problem);
		problem.position().ifPresent(p -> fixes.collect(p.offset()));
		return fixes.fixes;
	}

	private void collect(int at) {
		int start = Lines.start(text, at);
		int end = Lines.end(text, at);
		String line = text.substring(start, end);
		if (problem.code().equals("duplicate-key")) {
			int after = end < text.length() ? end + (text.startsWith("\r\n", end) ? 2 : 1) : end;
			fixes.put("Remove this line", new TextEdit(start, after - start, ""));
			return;
		}
		if (line.contains(TAB)) {
			fixes.put("Indent with spaces", new TextEdit(start, line.length(), line.replace(TAB, "  ")));
		}
		String message = problem.message() + ' ' + problem.remedy();
		if (message.contains("variable inside braces")) {
			int close = text.indexOf('}', at);
			if (close > 0 && close < end) {
				fixes.put("Put it in quotes",
						new TextEdit(at, close + 1 - at, '"' + text.substring(at, close + 1) + '"'));
			}
		}
		if (message.contains("in quotes") || message.contains("cannot begin with")) {
			Matcher value = VALUE.matcher(line);
			if (value.matches()) {
				fixes.putIfAbsent("Put the value in quotes", new TextEdit(start + value.start(2),
						value.group(2).length(), YamlText.quoted(value.group(2).strip())));
			}
		}
		for (String close : new String[] { "\"", "'", "}", "]" }) {
			if (message.contains("closing " + close) || message.contains("closing '" + close + "'")
					|| message.contains("'" + close + "' that closes")) {
				int opened = openedAt(message, start);
				String from = text.substring(opened, Lines.end(text, opened)).stripTrailing();
				fixes.put("Add the closing " + close,
						new TextEdit(opened + from.length(), 0, close.equals("}") ? " }" : close));
			}
		}
		if (message.contains("':' is missing")) {
			fixes.put("Add the missing ':'", new TextEdit(start + line.stripTrailing().length(), 0, ":"));
			int word = at;
			while (word < end && !Character.isWhitespace(text.charAt(word))) {
				word++;
			}
			if (word < end) {
				fixes.put("Put ':' behind the first word", new TextEdit(word, 0, ":"));
			}
		}
	}

	/** What lacks its end is often only noticed lines below, where something else begins. */
	private int openedAt(String message, int start) {
		Matcher line = LINE.matcher(message);
		if (!line.find()) {
			return start;
		}
		int at = 0;
		for (int i = 1; i < Integer.parseInt(line.group(1)) && at < start; i++) {
			at = Lines.afterBreak(text, Lines.end(text, at));
		}
		return at;
	}
}
