/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;

/** Makes local search. */
public final class LocalSearchFactory implements StrategyFactory {
	@Override
	public Strategy create(Parameters parameters, Domain domain, RandomGenerator random) throws ProblemException {
		return new LocalSearch(SettingsException.report(() -> LocalSearchSettings.of(parameters)), domain, random);
	}

	@Override
	public OptionalLong maximumEvaluations(Parameters parameters, Domain domain) {
		return OptionalLong.of(Math.min(parameters.integer("evaluations"), domain.size()));
	}
}
