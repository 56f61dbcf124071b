/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.Arrays;

import org.trainless.api.problem.Position;

/** Lines of a text, as editors count them: ended by a line feed, a carriage return, or both together. */
final class LineIndex {
	private final int[] starts;

	LineIndex(String text) {
		int[] found = new int[16];
		int lines = 1;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
			if (ends) {
				if (lines == found.length) {
					found = Arrays.copyOf(found, 2 * lines);
				}
				found[lines++] = i + 1;
			}
		}
		starts = Arrays.copyOf(found, lines);
	}

	Position position(int from, int to) {
		int line = Arrays.binarySearch(starts, from);
		if (line < 0) {
			line = -line - 2;
		}
		return new Position(line + 1, from - starts[line] + 1, from, to - from);
	}
}
