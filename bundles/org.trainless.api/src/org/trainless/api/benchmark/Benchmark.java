/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.benchmark;

import java.util.Map;
import java.util.OptionalDouble;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;

/**
 * Accuracies of trained architectures, opened for reading. Thread-safe.
 *
 * @since 0.1
 */
public interface Benchmark extends AutoCloseable {
	/**
	 * @return which accuracy {@link #accuracy(Architecture)} returns
	 */
	Meaning meaning();

	/**
	 * @param architecture of the benchmark's space
	 * @return its accuracy in per cent, 0 to 100; empty when the benchmark does not hold it
	 * @throws ProblemException when the file behind it is missing or damaged
	 */
	OptionalDouble accuracy(Architecture architecture) throws ProblemException;

	/**
	 * Whether there is something of an architecture, as far as that is known without reading much: a benchmark of many
	 * files looks whether there is one. So all architectures of a space can be asked for.
	 *
	 * @param architecture of the benchmark's space
	 * @return true when it is there
	 * @throws ProblemException when what holds all of it is missing or damaged
	 */
	default boolean holds(Architecture architecture) throws ProblemException {
		return accuracy(architecture).isPresent();
	}

	/**
	 * What one evaluation by training would have cost: training and one pass over the set that the accuracy is measured
	 * on.
	 *
	 * @param architecture of the benchmark's space
	 * @return seconds; empty when unknown
	 * @throws ProblemException when the file behind it is missing or damaged
	 */
	OptionalDouble trainingSeconds(Architecture architecture) throws ProblemException;

	/**
	 * Everything that is known of an architecture, for people.
	 *
	 * @param architecture of the benchmark's space
	 * @return quantity, with its unit and meaning in the name, to value, in a sensible order
	 * @throws ProblemException when the file behind it is missing or damaged
	 */
	Map<String, Double> all(Architecture architecture) throws ProblemException;

	@Override
	default void close() {
	}
}
