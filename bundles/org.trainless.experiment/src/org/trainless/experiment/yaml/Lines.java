/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

/**
 * Where the lines of a text begin and end: at a line feed, a carriage return, or both together.
 */
public final class Lines {
	private Lines() {
	}

	/**
	 * @param text   a text
	 * @param offset of a character, or the end of the text
	 * @return offset at which the line begins that it stands in
	 */
	public static int start(String text, int offset) {
		int start = offset;
		while (start > 0 && !isBreak(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/**
	 * @param text   a text
	 * @param offset of a character, or the end of the text
	 * @return offset of the line break that ends the line, or the end of the text
	 */
	public static int end(String text, int offset) {
		int end = offset;
		while (end < text.length() && !isBreak(text.charAt(end))) {
			end++;
		}
		return Math.min(end, text.length());
	}

	/**
	 * @param text a text
	 * @param end  of a line
	 * @return offset at which the next line begins, or the end of the text
	 */
	public static int afterBreak(String text, int end) {
		if (end >= text.length()) {
			return text.length();
		}
		return text.startsWith("\r\n", end) ? end + 2 : end + 1;
	}

	private static boolean isBreak(char c) {
		return c == '\n' || c == '\r';
	}
}
