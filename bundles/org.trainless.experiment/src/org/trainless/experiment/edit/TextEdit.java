/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import java.util.Objects;

/**
 * A change of a text: some of its characters are replaced by others.
 *
 * @param offset      characters before the first one that is replaced
 * @param length      how many are replaced; 0 inserts
 * @param replacement what takes their place; empty removes
 */
public record TextEdit(int offset, int length, String replacement) {
	public TextEdit {
		Objects.requireNonNull(replacement);
		if (offset < 0 || length < 0) {
			throw new IllegalArgumentException("not a range: offset " + offset + ", length " + length);
		}
	}

	/**
	 * @param before a text
	 * @param after  another one
	 * @return the shortest single change that makes the one the other; empty when they are equal
	 */
	public static TextEdit between(String before, String after) {
		int shorter = Math.min(before.length(), after.length());
		int start = 0;
		while (start < shorter && before.charAt(start) == after.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < shorter - start
				&& before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		return new TextEdit(start, before.length() - end - start, after.substring(start, after.length() - end));
	}

	/**
	 * @param text a text
	 * @return the text with the change
	 * @throws IndexOutOfBoundsException when the text is too short
	 */
	public String apply(String text) {
		Objects.checkFromIndexSize(offset, length, text.length());
		return text.substring(0, offset) + replacement + text.substring(offset + length);
	}

	/**
	 * @return true when it changes nothing
	 */
	public boolean isEmpty() {
		return length == 0 && replacement.isEmpty();
	}
}
