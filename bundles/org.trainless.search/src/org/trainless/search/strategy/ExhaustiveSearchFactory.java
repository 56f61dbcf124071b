/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import org.trainless.api.param.Parameters;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;

/** Makes exhaustive search. */
public final class ExhaustiveSearchFactory implements StrategyFactory {
	@Override
	public Strategy create(Parameters parameters, Domain domain, RandomGenerator random) {
		return new ExhaustiveSearch(domain);
	}

	@Override
	public OptionalLong maximumEvaluations(Parameters parameters, Domain domain) {
		return OptionalLong.of(domain.size());
	}
}
