/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.List;

/**
 * A cell: a directed acyclic graph whose nodes are sums of their incoming edges, with one operation per edge. Node 0 is
 * the input, the last node is the output, and every pair of nodes {@code from < to} is joined by one edge.
 * <p>
 * Edges are ordered as architecture strings write them, by target and then by source: for four nodes (0→1), (0→2),
 * (1→2), (0→3), (1→3), (2→3).
 *
 * @param operations the operation on each edge, in that order; n·(n−1)/2 of them for n nodes
 * @since 0.1
 */
public record Cell(List<Operation> operations) implements Architecture {

	public Cell {
		operations = List.copyOf(operations);
		if (operations.isEmpty() || edges(nodes(operations.size())) != operations.size()) {
			throw new IllegalArgumentException(
					operations.size() + " operations do not fill a cell of any number of nodes");
		}
	}

	private static int nodes(int edges) {
		return (1 + (int) Math.round(Math.sqrt(1 + 8.0 * edges))) / 2;
	}

	private static int edges(int nodes) {
		return nodes * (nodes - 1) / 2;
	}

	/**
	 * @return how many nodes the cell has, input and output included
	 */
	public int nodes() {
		return nodes(operations.size());
	}

	/**
	 * @param from source node
	 * @param to   target node, greater than {@code from}
	 * @return position of the edge in {@link #operations()}
	 * @throws IndexOutOfBoundsException when there is no such edge
	 */
	public int edge(int from, int to) {
		if (from < 0 || from >= to || to >= nodes()) {
			throw new IndexOutOfBoundsException("no edge " + from + "→" + to + " in a cell of " + nodes() + " nodes");
		}
		return edges(to) + from;
	}

	/**
	 * @param from source node
	 * @param to   target node, greater than {@code from}
	 * @return the operation on the edge
	 * @throws IndexOutOfBoundsException when there is no such edge
	 */
	public Operation operation(int from, int to) {
		return operations.get(edge(from, to));
	}

	/**
	 * @param edge position in {@link #operations()}
	 * @return the node that the edge comes from
	 */
	public int source(int edge) {
		return edge - edges(target(edge));
	}

	/**
	 * @param edge position in {@link #operations()}
	 * @return the node that the edge leads to
	 */
	public int target(int edge) {
		int to = 1;
		while (edges(to + 1) <= edge) {
			to++;
		}
		return to;
	}

	/**
	 * Whether an edge lies on a path of operations other than {@link Operation#NONE} from the input to the output.
	 *
	 * @param edge position in {@link #operations()}
	 * @return true when what the edge computes depends on the input and the output depends on it
	 */
	public boolean isLive(int edge) {
		return operations.get(edge) != Operation.NONE && isFed(source(edge)) && isUsed(target(edge));
	}

	/**
	 * @param node a node
	 * @return true when a path of operations other than {@link Operation#NONE} leads from the input to it
	 */
	public boolean isFed(int node) {
		if (node == 0) {
			return true;
		}
		for (int from = 0; from < node; from++) {
			if (operation(from, node) != Operation.NONE && isFed(from)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param node a node
	 * @return true when a path of operations other than {@link Operation#NONE} leads from it to the output
	 */
	public boolean isUsed(int node) {
		int last = nodes() - 1;
		if (node == last) {
			return true;
		}
		for (int to = node + 1; to <= last; to++) {
			if (operation(node, to) != Operation.NONE && isUsed(to)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @return the architecture string, for example {@code |nor_conv_3x3~0|+|none~0|none~1|+|…|}
	 */
	@Override
	public String text() {
		StringBuilder text = new StringBuilder();
		for (int to = 1; to < nodes(); to++) {
			text.append(to == 1 ? "|" : "+|");
			for (int from = 0; from < to; from++) {
				text.append(operation(from, to).id()).append('~').append(from).append('|');
			}
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return text();
	}
}
