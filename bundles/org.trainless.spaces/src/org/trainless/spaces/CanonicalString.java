/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.List;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

/**
 * The canonical string of NATS-Bench ({@code to_unique_str} with {@code consider_zero}): each node as the sorted sum of
 * what its edges compute, zeros and skip connections resolved. The topology space has 6,466 of them. Cells that share
 * one may have different numbers of parameters, so no score is shared by it.
 */
public final class CanonicalString {
	private static final String ZERO = "#";

	private CanonicalString() {
	}

	/**
	 * @param cell a cell
	 * @return its canonical string
	 */
	public static String of(Cell cell) {
		List<String> nodes = new ArrayList<>();
		nodes.add("0");
		for (int to = 1; to < cell.nodes(); to++) {
			List<String> terms = new ArrayList<>();
			for (int from = 0; from < to; from++) {
				terms.add(term(cell.operation(from, to), nodes.get(from)));
			}
			terms.sort(null);
			nodes.add(String.join("+", terms));
		}
		return nodes.get(cell.nodes() - 1);
	}

	private static String term(Operation operation, String source) {
		if (operation == Operation.NONE || source.equals(ZERO)) {
			return ZERO;
		}
		return operation == Operation.SKIP_CONNECT ? source : "(" + source + ")@" + operation.id();
	}
}
