/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.charts.cell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The cells that were shown before, and those that one has gone back from. */
final class CellHistory {
	private static final int MOST = 100;

	private final Deque<ShownCell> earlier = new ArrayDeque<>();
	private final Deque<ShownCell> later = new ArrayDeque<>();

	/** Another cell is shown after this one. */
	void left(ShownCell cell) {
		earlier.push(cell);
		if (earlier.size() > MOST) {
			earlier.removeLast();
		}
		later.clear();
	}

	boolean canGoBack() {
		return !earlier.isEmpty();
	}

	boolean canGoForward() {
		return !later.isEmpty();
	}

	/** @return what to show instead of this cell; empty when there is nothing before it */
	Optional<ShownCell> back(ShownCell from) {
		return go(from, earlier, later);
	}

	/** @return what to show instead of this cell; empty when one has not gone back to it */
	Optional<ShownCell> forward(ShownCell from) {
		return go(from, later, earlier);
	}

	private static Optional<ShownCell> go(ShownCell from, Deque<ShownCell> out, Deque<ShownCell> in) {
		if (out.isEmpty()) {
			return Optional.empty();
		}
		in.push(from);
		return Optional.of(out.pop());
	}
}
