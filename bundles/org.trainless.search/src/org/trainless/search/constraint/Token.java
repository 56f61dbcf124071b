/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

/**
 * One word, number or symbol of a constraint.
 *
 * @param kind   what it is
 * @param text   its characters; empty at the end
 * @param offset characters before it
 */
record Token(Kind kind, String text, int offset) {
	enum Kind {
		NUMBER, NAME, SYMBOL, END
	}

	int end() {
		return offset + text.length();
	}

	boolean is(String word) {
		return kind != Kind.NUMBER && text.equals(word);
	}
}
