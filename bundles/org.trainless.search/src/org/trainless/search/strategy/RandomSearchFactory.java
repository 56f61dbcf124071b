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

/** Makes random search. */
public final class RandomSearchFactory implements StrategyFactory {
	@Override
	public Strategy create(Parameters parameters, Domain domain, RandomGenerator random) throws ProblemException {
		return new RandomSearch(SettingsException.report(() -> RandomSettings.of(parameters)), domain, random);
	}

	@Override
	public OptionalLong maximumEvaluations(Parameters parameters, Domain domain) {
		long evaluations = parameters.integer("evaluations");
		return OptionalLong.of(parameters.bool("replacement") ? evaluations : Math.min(evaluations, domain.size()));
	}
}
