/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;
import org.trainless.engine.fast.Value.Needs;

/**
 * Which values of a cell are needed, and in which forms. A value is needed when a ReLU reads it, dead or not, or when
 * something that is needed is computed from it; a convolution whose result nobody needs is not computed.
 */
final class CellPlan {
	private final Cell cell;

	CellPlan(Cell cell) {
		this.cell = cell;
	}

	/** @return whether an edge adds something other than zero to its target, given an input other than zero */
	boolean contributes(int from, int to) {
		return cell.operation(from, to) != Operation.NONE && cell.isFed(from);
	}

	/** @return the node whose value this node shares because one skip connection is all that leads to it, or −1 */
	int sharedWith(int node) {
		int only = -1;
		for (int from = 0; from < node; from++) {
			if (contributes(from, node)) {
				if (only >= 0) {
					return -1;
				}
				only = from;
			}
		}
		return only >= 0 && cell.operation(only, node) == Operation.SKIP_CONNECT ? only : -1;
	}

	/**
	 * @param output how the cell's output is read
	 * @return how each node's value is read
	 */
	Needs[] needs(Needs output) {
		int last = cell.nodes() - 1;
		Needs[] needs = new Needs[last + 1];
		needs[last] = output;
		for (int n = last - 1; n >= 0; n--) {
			needs[n] = Needs.NOTHING;
			for (int to = n + 1; to <= last; to++) {
				needs[n] = needs[n].and(ofEdge(n, to, needs[to]));
			}
		}
		return needs;
	}

	/**
	 * Nodes are done in their order: first their own sum, then the convolutions of it.
	 *
	 * @param done  last node that is done
	 * @param node  one that is done, and does not share the value of another
	 * @param needs how each node's value is read from the beginning
	 * @return whether the node's numbers are still read, by itself or by nodes that share them
	 */
	boolean isReadAfter(int done, int node, Needs[] needs) {
		int last = cell.nodes() - 1;
		boolean read = node == last && needs[last].numbers();
		for (int to = node + 1; to <= last; to++) {
			if (to <= done) {
				read |= sharedWith(to) == node && isReadAfter(done, to, needs);
			} else if (!cell.operation(node, to).isConvolution()) {
				read |= ofEdge(node, to, needs[to]).numbers();
			}
		}
		return read;
	}

	private Needs ofEdge(int from, int to, Needs target) {
		return switch (cell.operation(from, to)) {
		case NONE -> Needs.NOTHING;
		case CONV_1X1, CONV_3X3 -> new Needs(target.any(), true);
		case AVG_POOL_3X3 -> new Needs(target.any(), false);
		case SKIP_CONNECT -> sharedWith(to) == from ? target : new Needs(target.any(), false);
		};
	}
}
