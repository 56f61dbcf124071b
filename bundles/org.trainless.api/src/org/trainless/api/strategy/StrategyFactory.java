/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Domain;

/**
 * Makes a strategy from its parameters. Contributed through the extension point {@code org.trainless.core.strategies};
 * has a public constructor without arguments.
 *
 * @since 0.1
 */
public interface StrategyFactory {
	/**
	 * @param parameters values of the declared parameters
	 * @param domain     what may be visited
	 * @param random     the strategy's only source of randomness, at the start of its stream
	 * @return a strategy at its beginning
	 * @throws ProblemException when the parameters do not fit together or do not fit the domain
	 */
	Strategy create(Parameters parameters, Domain domain, RandomGenerator random) throws ProblemException;

	/**
	 * Objectives besides the search's own, for example a cheap proxy for a warm-up.
	 *
	 * @param parameters values of the declared parameters
	 * @return role to proxy; proposals name the role
	 */
	default Map<String, Selection> objectives(Parameters parameters) {
		return Map.of();
	}

	/**
	 * For planning and progress.
	 *
	 * @param parameters values of the declared parameters
	 * @param domain     what may be visited
	 * @return how many evaluations a search makes at the most, if that is bounded
	 */
	OptionalLong maximumEvaluations(Parameters parameters, Domain domain);
}
