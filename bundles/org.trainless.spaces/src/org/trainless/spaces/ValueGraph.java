/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Operation;

/**
 * What a cell of four nodes computes, once all that changes no value is taken away: a graph of sums, each of the
 * operations on the input and on other sums.
 * <ul>
 * <li>Zeros vanish. A node without a summand is zero, and so is every operation on it: the convolutions of the network
 * have no bias, and batch normalisation maps zeros to zeros.
 * <li>A node whose only summand is a skip connection is no sum of its own, but the value that is copied.
 * <li>The numbers of the nodes and the order of summands do not matter, so two graphs are equal when they are
 * isomorphic.
 * <li>Every convolution is a value of its own, since it has its own weights; two convolutions of one kind on one source
 * may change places, since their weights have one distribution, but they are not one convolution that is used twice.
 * </ul>
 * Nothing else is equal. Sums that a skip connection joins are not regrouped, and two sums of equal summands that have
 * no weights stay two: what is computed is the same calculation up to the order of at most three summands, so equal
 * graphs with equal weights give equal values up to rounding of that addition.
 * <p>
 * {@link Equivalence#LIVE_VALUE_GRAPH} compares what the output depends on. {@link Equivalence#VALUE_GRAPH_WITH_HOOKS}
 * also compares how often a convolution's ReLU reads each value, zero included, and therefore all that such a value
 * depends on: that is what NASWOT looks at. A convolution that nothing reads counts by the ReLU before it alone, so
 * whether it is 1×1 or 3×3 does not matter, and the same holds for a convolution of zeros.
 */
final class ValueGraph {
	private static final int NODES = 4;
	private static final int INPUT = 0;
	/** Stands for the value of nodes that nothing feeds. */
	private static final int ZERO = NODES;

	/**
	 * Widths in bits of what {@link #encode} puts into one long: the output's 3, three sums of three summands, five
	 * counts.
	 */
	private static final int SUMMAND_BITS = 5;
	private static final int COUNT_BITS = 3;

	/** One operation on a value, {@code target} and {@code source} being numbers of values. */
	private record Summand(int target, int source, Operation operation, int edge) {
	}

	/** For each node the value that it has: itself as a sum, the input, another node's, or {@link #ZERO}. */
	private final int[] valueOf = new int[NODES];
	private final List<Summand> summands = new ArrayList<>();
	/** How often a convolution's ReLU reads each value. */
	private final int[] reads = new int[NODES + 1];

	ValueGraph(Cell cell) {
		if (cell.nodes() != NODES) {
			throw new IllegalArgumentException("not a cell of " + NODES + " nodes: " + cell);
		}
		for (int to = 1; to < NODES; to++) {
			List<Summand> sum = new ArrayList<>();
			for (int from = 0; from < to; from++) {
				Operation operation = cell.operation(from, to);
				int source = valueOf[from];
				if (operation.isConvolution()) {
					reads[source]++;
				}
				if (operation != Operation.NONE && source != ZERO) {
					sum.add(new Summand(to, source, operation, cell.edge(from, to)));
				}
			}
			valueOf[to] = value(to, sum);
			if (valueOf[to] == to) {
				summands.addAll(sum);
			}
		}
	}

	private static int value(int node, List<Summand> sum) {
		if (sum.isEmpty()) {
			return ZERO;
		}
		Summand first = sum.get(0);
		return sum.size() == 1 && first.operation() == Operation.SKIP_CONNECT ? first.source() : node;
	}

	/**
	 * @param equivalence what is compared; not {@link Equivalence#IDENTITY}, which compares no values
	 * @return equal for cells that are equivalent, and only for these
	 */
	long key(Equivalence equivalence) {
		return encode(leastRanks(equivalence), withHooks(equivalence));
	}

	/**
	 * Lists the convolutions whose values matter, such that those at equal positions of two equivalent cells do the
	 * same.
	 *
	 * @param equivalence what is compared
	 * @return their edges
	 */
	List<Integer> convolutions(Equivalence equivalence) {
		int[] rank = leastRanks(equivalence);
		return ordered(rank).filter(summand -> summand.operation().isConvolution()).map(Summand::edge).toList();
	}

	private static boolean withHooks(Equivalence equivalence) {
		return switch (equivalence) {
		case LIVE_VALUE_GRAPH -> false;
		case VALUE_GRAPH_WITH_HOOKS -> true;
		case IDENTITY -> throw new IllegalArgumentException("identity compares cells, not their values");
		};
	}

	/** Of all ways to number the sums that matter, from 1, one whose code is the least. The other sums have rank 0. */
	private int[] leastRanks(Equivalence equivalence) {
		boolean withHooks = withHooks(equivalence);
		boolean[] matters = new boolean[NODES];
		reach(valueOf[NODES - 1], matters);
		if (withHooks) {
			IntStream.range(0, NODES).filter(value -> reads[value] > 0).forEach(value -> reach(value, matters));
		}
		int[] sums = IntStream.range(1, NODES).filter(value -> matters[value]).toArray();
		int[] best = new int[NODES];
		long[] least = { Long.MAX_VALUE };
		eachRanking(sums, 0, new int[NODES], rank -> {
			long code = encode(rank, withHooks);
			if (code < least[0]) {
				least[0] = code;
				System.arraycopy(rank, 0, best, 0, NODES);
			}
		});
		return best;
	}

	private void reach(int value, boolean[] reached) {
		if (value == INPUT || value == ZERO || reached[value]) {
			return;
		}
		reached[value] = true;
		for (Summand summand : summands) {
			if (summand.target() == value) {
				reach(summand.source(), reached);
			}
		}
	}

	private static void eachRanking(int[] sums, int ranked, int[] rank, Consumer<int[]> each) {
		if (ranked == sums.length) {
			each.accept(rank);
			return;
		}
		for (int sum : sums) {
			if (rank[sum] == 0) {
				rank[sum] = ranked + 1;
				eachRanking(sums, ranked + 1, rank, each);
				rank[sum] = 0;
			}
		}
	}

	/** The graph as a number: output, summands of each sum in order of rank, and with hooks the reads of each value. */
	private long encode(int[] rank, boolean withHooks) {
		int output = valueOf[NODES - 1];
		long code = output == ZERO ? ZERO : rank[output];
		for (int place = 1; place < NODES; place++) {
			int[] codes = new int[NODES - 1];
			int count = 0;
			for (Summand summand : summands) {
				if (rank[summand.target()] == place) {
					codes[count++] = code(summand, rank);
				}
			}
			Arrays.sort(codes);
			for (int summand : codes) {
				code = code << SUMMAND_BITS | summand;
			}
		}
		if (withHooks) {
			int[] readsByRank = new int[NODES + 1];
			readsByRank[0] = reads[INPUT];
			for (int value = 1; value < NODES; value++) {
				if (rank[value] > 0) {
					readsByRank[rank[value]] = reads[value];
				}
			}
			readsByRank[ZERO] = reads[ZERO];
			for (int count : readsByRank) {
				code = code << COUNT_BITS | count;
			}
		}
		return code;
	}

	private static int code(Summand summand, int[] rank) {
		return summand.operation().ordinal() * NODES + rank[summand.source()];
	}

	private Stream<Summand> ordered(int[] rank) {
		Comparator<Summand> byTarget = Comparator.comparingInt(summand -> rank[summand.target()]);
		return summands.stream().filter(summand -> rank[summand.target()] > 0)
				.sorted(byTarget.thenComparingInt(summand -> code(summand, rank)));
	}
}
