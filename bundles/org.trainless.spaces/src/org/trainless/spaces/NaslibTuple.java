/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

/**
 * The tuple by which NASLib names a cell of four nodes: the number of an operation for each edge, edges ordered by
 * source and then by target.
 */
public final class NaslibTuple {
	/** The edges as pairs of nodes, in NASLib's order. */
	static final List<List<Integer>> EDGES = List.of(List.of(0, 1), List.of(0, 2), List.of(0, 3), List.of(1, 2),
			List.of(1, 3), List.of(2, 3));
	/** The operations in the order of NASLib's numbers. */
	static final List<Operation> OPERATIONS = List.of(Operation.SKIP_CONNECT, Operation.NONE, Operation.CONV_3X3,
			Operation.CONV_1X1, Operation.AVG_POOL_3X3);

	private NaslibTuple() {
	}

	/**
	 * @param cell a cell
	 * @return its tuple, for example {@code (0, 1, 2, 2, 4, 3)}; empty when it has not four nodes
	 */
	public static Optional<String> of(Cell cell) {
		if (cell.operations().size() != EDGES.size()) {
			return Optional.empty();
		}
		return Optional
				.of(EDGES.stream().map(e -> Integer.toString(OPERATIONS.indexOf(cell.operation(e.get(0), e.get(1)))))
						.collect(Collectors.joining(", ", "(", ")")));
	}
}
