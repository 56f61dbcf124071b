/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.List;

import org.trainless.api.problem.ProblemException;

/**
 * A finite set of architectures: all combinations of one choice per {@link Variable}. Random architectures, mutations
 * and neighbours follow from the variables and are the same for all spaces.
 * <p>
 * Contributed through the extension point {@code org.trainless.core.searchSpaces}. Implementations are immutable and
 * thread-safe, have a public constructor without arguments, and do nothing costly in it.
 *
 * @since 0.1
 */
public interface SearchSpace {
	/**
	 * @return the decisions that make up an architecture
	 */
	List<Variable> variables();

	/**
	 * @param architecture of this space
	 * @return for each variable the position of its choice
	 * @throws IllegalArgumentException when it is of another space
	 */
	int[] encode(Architecture architecture);

	/**
	 * @param choices for each variable the position of its choice
	 * @return the architecture
	 * @throws IllegalArgumentException when a choice does not exist
	 */
	Architecture decode(int[] choices);

	/**
	 * @return how many architectures there are
	 */
	long size();

	/**
	 * @param index from 0, in the order of the space's benchmark
	 * @return the architecture
	 * @throws IndexOutOfBoundsException when there is none
	 */
	Architecture at(long index);

	/**
	 * @param architecture of this space
	 * @return its index
	 */
	long indexOf(Architecture architecture);

	/**
	 * Reads an architecture as people and files write it; may accept more than one notation.
	 *
	 * @param text what was written
	 * @return the architecture
	 * @throws ProblemException when it is none, saying why, with the position in the text
	 */
	Architecture parse(String text) throws ProblemException;

	/**
	 * @return what can be said of every architecture, sorted by name
	 */
	List<Feature> features();

	/**
	 * @param architecture of this space
	 * @param feature      name of a feature
	 * @param task         what the network is for; some features depend on it
	 * @return the feature's value
	 * @throws IllegalArgumentException when there is no such feature
	 */
	double feature(Architecture architecture, String feature, Task task);

	/**
	 * @param architecture of this space
	 * @param equivalence  when two architectures count as one
	 * @return the member that stands for all that are equivalent to it: the one of the least index
	 */
	Architecture representative(Architecture architecture, Equivalence equivalence);

	/**
	 * @param architecture of this space
	 * @param task         what the network is for
	 * @return the network to build
	 */
	MacroNetwork network(Architecture architecture, Task task);
}
