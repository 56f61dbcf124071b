/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.OptionalDouble;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;

/**
 * The true accuracies that a log shows beside the scores; the search does not see them. Asked once per architecture.
 */
@FunctionalInterface
public interface AccuracyLookup {
	/** There is no benchmark. */
	AccuracyLookup NONE = architecture -> OptionalDouble.empty();

	/**
	 * @param architecture of the space
	 * @return accuracy in per cent, if it is known
	 * @throws ProblemException when the benchmark cannot be read
	 */
	OptionalDouble accuracy(Architecture architecture) throws ProblemException;
}
