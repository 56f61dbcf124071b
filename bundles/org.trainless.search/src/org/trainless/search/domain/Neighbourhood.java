/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain.Mutation;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Variable;

/**
 * Architectures that differ in one variable. Each architecture has a code, its choices as digits of a number in mixed
 * radix, so that the feasibility of a neighbour is one look into a set, without making the neighbour.
 */
final class Neighbourhood {
	private final SearchSpace space;
	private final int[] choices;
	private final long[] strides;
	/** Probability of each single change under a mutation, before anything is known of feasibility. */
	private final double[] edgeWeights;
	private final double[] nodeWeights;

	/**
	 * @param space the space
	 * @throws IllegalArgumentException when it is not all combinations of its variables' choices
	 */
	Neighbourhood(SearchSpace space) {
		this.space = space;
		List<Variable> variables = space.variables();
		choices = variables.stream().mapToInt(v -> v.choices().size()).toArray();
		strides = new long[choices.length];
		long combinations = 1;
		try {
			for (int v = choices.length - 1; v >= 0; v--) {
				strides[v] = combinations;
				combinations = Math.multiplyExact(combinations, choices[v]);
			}
		} catch (ArithmeticException e) {
			throw new IllegalArgumentException("the space has more architectures than 64 bits count", e);
		}
		if (combinations != space.size()) {
			throw new IllegalArgumentException("the space says that it has " + space.size()
					+ " architectures, but its variables have " + combinations + " combinations");
		}
		Map<String, Integer> groups = new LinkedHashMap<>();
		variables.forEach(v -> groups.merge(v.group(), 1, Integer::sum));
		edgeWeights = new double[choices.length];
		nodeWeights = new double[choices.length];
		for (int v = 0; v < choices.length; v++) {
			int others = choices[v] - 1;
			edgeWeights[v] = 1.0 / variables.size() / others;
			nodeWeights[v] = 1.0 / groups.size() / groups.get(variables.get(v).group()) / others;
		}
	}

	/**
	 * @param architecture of the space
	 * @return its code, from 0, below the size of the space
	 */
	long code(Architecture architecture) {
		return code(space.encode(architecture));
	}

	private long code(int[] chosen) {
		long code = 0;
		for (int v = 0; v < chosen.length; v++) {
			code += chosen[v] * strides[v];
		}
		return code;
	}

	/**
	 * @param architecture of the space
	 * @param feasible     tells of a code whether its architecture counts
	 * @return the neighbours that count, by variable and then by choice
	 */
	List<Architecture> all(Architecture architecture, LongPredicate feasible) {
		int[] chosen = space.encode(architecture);
		long code = code(chosen);
		List<Architecture> neighbours = new ArrayList<>();
		for (int v = 0; v < choices.length; v++) {
			int own = chosen[v];
			for (int c = 0; c < choices[v]; c++) {
				if (c != own && feasible.test(code + (c - own) * strides[v])) {
					int[] changed = chosen.clone();
					changed[v] = c;
					neighbours.add(space.decode(changed));
				}
			}
		}
		return neighbours;
	}

	/**
	 * Draws one neighbour from the mutation's distribution conditioned on feasibility. Every change of one variable has
	 * the same weight, so the variable is drawn by weight times its feasible changes, and then one of these uniformly.
	 *
	 * @param architecture of the space
	 * @param mutation     how the variable is chosen
	 * @param random       source of randomness
	 * @param feasible     tells of a code whether its architecture counts
	 * @return the neighbour, if there is one
	 */
	Optional<Architecture> draw(Architecture architecture, Mutation mutation, RandomGenerator random,
			LongPredicate feasible) {
		double[] weights = mutation == Mutation.EDGE ? edgeWeights : nodeWeights;
		int[] chosen = space.encode(architecture);
		long code = code(chosen);
		int[] changes = new int[choices.length];
		double total = 0;
		for (int v = 0; v < choices.length; v++) {
			for (int c = 0; c < choices[v]; c++) {
				if (c != chosen[v] && feasible.test(code + (c - chosen[v]) * strides[v])) {
					changes[v]++;
				}
			}
			total += weights[v] * changes[v];
		}
		if (total == 0) {
			return Optional.empty();
		}
		int variable = variable(random.nextDouble() * total, weights, changes);
		chosen[variable] = choice(random.nextInt(changes[variable]), variable, chosen[variable], code, feasible);
		return Optional.of(space.decode(chosen));
	}

	private static int variable(double place, double[] weights, int[] changes) {
		double rest = place;
		int last = -1;
		for (int v = 0; v < changes.length; v++) {
			if (changes[v] > 0) {
				rest -= weights[v] * changes[v];
				last = v;
				if (rest < 0) {
					break;
				}
			}
		}
		// rounding may leave a rest of nothing after the last
		return last;
	}

	private int choice(int number, int variable, int own, long code, LongPredicate feasible) {
		int left = number;
		for (int c = 0; c < choices[variable]; c++) {
			if (c != own && feasible.test(code + (c - own) * strides[variable]) && left-- == 0) {
				return c;
			}
		}
		throw new IllegalStateException("feasibility changed while it was looked at");
	}
}
