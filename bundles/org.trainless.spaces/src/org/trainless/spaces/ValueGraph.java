/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

import org.trainless.api.space.Cell;
import org.trainless.api.space.Operation;

/**
 * What the nodes of a cell compute, as a graph of values: the input, convolutions of values, poolings of values, and sums.
 * A convolution is a value of its own, since each has its own weights, but which of several alike is which does not
 * matter: their weights have the same distribution. Zeros vanish, for the convolutions of the network have no bias, and a
 * skip connection is the value that it copies. Sums that differ only in grouping are one value, up to rounding.
 * <p>
 * Two cells with equal {@link #liveKey()} have outputs of the same distribution. Two cells with equal {@link #hookKey()}
 * moreover feed their convolutions' ReLUs, those of dead convolutions included, with the same values the same number of
 * times, so that NASWOT, which looks at these, has the same distribution.
 */
final class ValueGraph {

	/** One summand of a node's value. */
	private sealed interface Term {
		/** The cell's input. */
		record Input() implements Term {
		}

		/** A convolution, known by its edge. */
		record Convolution(int edge) implements Term {
		}

		/** A pooling of a value. */
		record Pooling(List<Term> source) implements Term {
		}
	}

	private record Definition(Operation operation, List<Term> source) {
	}

	private final Map<Integer, Definition> convolutions = new HashMap<>();
	private final List<List<Term>> hooked = new ArrayList<>();
	private final List<Term> output;

	ValueGraph(Cell cell) {
		List<List<Term>> nodes = new ArrayList<>();
		nodes.add(List.of(new Term.Input()));
		for (int to = 1; to < cell.nodes(); to++) {
			List<Term> sum = new ArrayList<>();
			for (int from = 0; from < to; from++) {
				add(cell.operation(from, to), cell.edge(from, to), nodes.get(from), sum);
			}
			nodes.add(List.copyOf(sum));
		}
		output = nodes.get(cell.nodes() - 1);
	}

	private void add(Operation operation, int edge, List<Term> source, List<Term> sum) {
		if (operation.isConvolution()) {
			hooked.add(source);
		}
		if (operation == Operation.NONE || source.isEmpty()) {
			return;
		}
		switch (operation) {
		case SKIP_CONNECT -> sum.addAll(source);
		case AVG_POOL_3X3 -> sum.add(new Term.Pooling(source));
		default -> {
			convolutions.put(edge, new Definition(operation, source));
			sum.add(new Term.Convolution(edge));
		}
		}
	}

	/** Equal for cells whose output has the same distribution. */
	String liveKey() {
		Set<Integer> reached = new HashSet<>();
		reach(output, reached);
		return least(reached, false);
	}

	/** Equal for cells that also feed their ReLUs with the same values. */
	String hookKey() {
		Set<Integer> reached = new HashSet<>();
		reach(output, reached);
		hooked.forEach(value -> reach(value, reached));
		return least(reached, true);
	}

	private void reach(List<Term> value, Set<Integer> reached) {
		for (Term term : value) {
			switch (term) {
			case Term.Input input -> {
			}
			case Term.Pooling pooling -> reach(pooling.source(), reached);
			case Term.Convolution convolution -> {
				if (reached.add(convolution.edge())) {
					reach(convolutions.get(convolution.edge()).source(), reached);
				}
			}
			}
		}
	}

	/**
	 * The least text over all ways to number the convolutions. Those that look different as trees keep their order; only
	 * those that look alike are permuted, so that few numberings remain.
	 */
	private String least(Set<Integer> reached, boolean withHooks) {
		Map<String, List<Integer>> alike = new TreeMap<>();
		for (int edge : reached.stream().sorted().toList()) {
			alike.computeIfAbsent(tree(edge), k -> new ArrayList<>()).add(edge);
		}
		List<String> best = new ArrayList<>();
		number(List.copyOf(alike.values()), 0, new ArrayList<>(), order -> {
			String text = write(order, withHooks);
			if (best.isEmpty() || text.compareTo(best.get(0)) < 0) {
				best.clear();
				best.add(text);
			}
		});
		return best.get(0);
	}

	private interface Numbering {
		void accept(List<Integer> order);
	}

	private void number(List<List<Integer>> groups, int group, List<Integer> order, Numbering each) {
		if (group == groups.size()) {
			each.accept(order);
			return;
		}
		permute(new ArrayList<>(groups.get(group)), 0, permutation -> {
			List<Integer> longer = new ArrayList<>(order);
			longer.addAll(permutation);
			number(groups, group + 1, longer, each);
		});
	}

	private static void permute(List<Integer> items, int fixed, Numbering each) {
		if (fixed == items.size()) {
			each.accept(items);
			return;
		}
		for (int i = fixed; i < items.size(); i++) {
			Collections.swap(items, fixed, i);
			permute(items, fixed + 1, each);
			Collections.swap(items, fixed, i);
		}
	}

	private String write(List<Integer> order, boolean withHooks) {
		IntFunction<String> name = edge -> "c" + order.indexOf(edge);
		StringBuilder text = new StringBuilder(write(output, name));
		for (int edge : order) {
			Definition definition = convolutions.get(edge);
			text.append(';').append(definition.operation().id()).append(write(definition.source(), name));
		}
		if (withHooks) {
			hooked.stream().map(value -> write(value, name)).sorted().forEach(value -> text.append('|').append(value));
		}
		return text.toString();
	}

	private String tree(int edge) {
		Definition definition = convolutions.get(edge);
		return definition.operation().id() + write(definition.source(), this::tree);
	}

	private String write(List<Term> value, IntFunction<String> name) {
		List<String> terms = new ArrayList<>();
		for (Term term : value) {
			terms.add(switch (term) {
			case Term.Input input -> "x";
			case Term.Pooling pooling -> "p" + write(pooling.source(), name);
			case Term.Convolution convolution -> name.apply(convolution.edge());
			});
		}
		terms.sort(null);
		return "(" + String.join("+", terms) + ")";
	}
}
