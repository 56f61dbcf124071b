/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The part of a search space that a search may visit: all of it, or what a constraint leaves. Strategies see a space
 * only through this, so that a constraint holds at the start and in every step. Immutable and thread-safe.
 *
 * @since 0.1
 */
public interface Domain {

	/** How a mutation chooses the variable that it changes. */
	enum Mutation {
		/**
		 * Uniform over the variables, then over the variable's other choices: where all variables have equally many
		 * choices, every neighbour is equally likely.
		 */
		EDGE,
		/**
		 * First uniform over the groups, then over the variables of the group, then over the variable's other choices,
		 * as NATS-Bench's own search code does.
		 */
		NODE
	}

	/**
	 * @return the whole space
	 */
	SearchSpace space();

	/**
	 * @return how many architectures are feasible; at least 1
	 */
	long size();

	/**
	 * @param architecture of the space
	 * @return true when it is feasible
	 */
	boolean contains(Architecture architecture);

	/**
	 * @param position from 0, below {@link #size()}, in the order of the space's indices
	 * @return the feasible architecture at that position
	 */
	Architecture at(long position);

	/**
	 * Draws uniformly.
	 *
	 * @param random source of randomness
	 * @return a feasible architecture
	 */
	Architecture random(RandomGenerator random);

	/**
	 * All feasible architectures that differ in exactly one variable.
	 *
	 * @param architecture of the space
	 * @return them, ordered by variable and then by choice; may be empty
	 */
	List<Architecture> neighbours(Architecture architecture);

	/**
	 * Draws one of the {@link #neighbours(Architecture) feasible neighbours}: the distribution of the mutation over all
	 * neighbours, conditioned on feasibility. Never loops.
	 *
	 * @param architecture of the space
	 * @param mutation     how the variable is chosen
	 * @param random       source of randomness
	 * @return the neighbour; empty when no neighbour is feasible
	 */
	Optional<Architecture> mutate(Architecture architecture, Mutation mutation, RandomGenerator random);
}
