/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

/**
 * A range of text. Lines and columns count from one, as editors show them; offsets count characters from zero.
 *
 * @param line   line of the first character, from 1
 * @param column column of the first character, from 1
 * @param offset characters before the first character
 * @param length characters covered; zero marks a place between two characters
 * @since 0.1
 */
public record Position(int line, int column, int offset, int length) {
	/** The beginning of a text. */
	public static final Position START = new Position(1, 1, 0, 0);

	public Position {
		if (line < 1 || column < 1 || offset < 0 || length < 0) {
			throw new IllegalArgumentException("not a position: line " + line + ", column " + column + ", offset "
					+ offset + ", length " + length);
		}
	}
}
