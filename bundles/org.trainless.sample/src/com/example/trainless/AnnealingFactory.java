/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.trainless;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import org.trainless.api.param.Parameters;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;

/** Makes {@link Annealing} from its parameters, which are already checked against their declarations. */
public final class AnnealingFactory implements StrategyFactory {
	@Override
	public Strategy create(Parameters parameters, Domain domain, RandomGenerator random) {
		return new Annealing(domain, random, parameters.integer("evaluations"), parameters.number("temperature"),
				parameters.number("cooling"));
	}

	@Override
	public OptionalLong maximumEvaluations(Parameters parameters, Domain domain) {
		return OptionalLong.of(parameters.integer("evaluations"));
	}
}
