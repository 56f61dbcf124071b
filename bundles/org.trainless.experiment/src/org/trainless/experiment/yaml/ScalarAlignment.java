/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

/**
 * Which written character each character of a scalar's value comes from. Needs no knowledge of indentation or folding:
 * besides escapes, value and text differ only in white space, so that the visible characters align them.
 */
final class ScalarAlignment {
	private final Scalar scalar;
	private final String raw;
	private int cursor;
	private int found;

	private ScalarAlignment(Scalar scalar) {
		this.scalar = scalar;
		this.raw = scalar.raw();
	}

	/**
	 * @param scalar a scalar
	 * @return for each character of the value, and one past the last, its offset in the raw text; empty when they do
	 *         not align
	 */
	static int[] of(Scalar scalar) {
		return new ScalarAlignment(scalar).align();
	}

	private int[] align() {
		int end = raw.length();
		switch (scalar.style()) {
		case SINGLE_QUOTED, DOUBLE_QUOTED -> {
			cursor = 1;
			end--;
		}
		case LITERAL, FOLDED -> {
			while (cursor < end && !isBreak(raw.charAt(cursor))) {
				cursor++;
			}
			cursor++;
		}
		default -> {
			// a plain scalar begins with its value
		}
		}
		String value = scalar.value();
		int[] offsets = new int[value.length() + 1];
		for (int i = 0; i < value.length(); i++) {
			if (!next(value.charAt(i), end)) {
				return new int[0];
			}
			offsets[i] = found;
		}
		offsets[value.length()] = Math.min(cursor, end);
		return offsets;
	}

	private boolean next(char c, int end) {
		boolean white = isWhite(c);
		while (true) {
			if (cursor >= end) {
				// a block's last line end is not part of what is written
				found = end;
				return white;
			}
			char r = raw.charAt(cursor);
			if (r == '\\' && scalar.style() == ScalarStyle.DOUBLE_QUOTED) {
				int length = escapeLength();
				boolean continuation = isBreak(raw.charAt(cursor + 1));
				if (!continuation) {
					found = cursor;
					boolean halfOfPair = Character.isHighSurrogate(c) && raw.charAt(cursor + 1) == 'U';
					cursor += halfOfPair ? 0 : length;
					return true;
				}
				cursor += length;
				while (cursor < end && isWhite(raw.charAt(cursor))) {
					cursor++;
				}
			} else if (white) {
				found = cursor;
				cursor += isWhite(r) ? 1 : 0;
				return true;
			} else if (r == c) {
				found = cursor;
				cursor += r == '\'' && scalar.style() == ScalarStyle.SINGLE_QUOTED ? 2 : 1;
				return true;
			} else if (isWhite(r)) {
				cursor++;
			} else {
				return false;
			}
		}
	}

	private int escapeLength() {
		return switch (raw.charAt(cursor + 1)) {
		case 'x' -> 4;
		case 'u' -> 6;
		case 'U' -> 10;
		default -> 2;
		};
	}

	private static boolean isBreak(char c) {
		return c == '\n' || c == '\r';
	}

	private static boolean isWhite(char c) {
		return c == ' ' || c == '\t' || isBreak(c);
	}
}
