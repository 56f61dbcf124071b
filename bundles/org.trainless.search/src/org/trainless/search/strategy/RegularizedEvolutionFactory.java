/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;

/** Makes regularized evolution. */
public final class RegularizedEvolutionFactory implements StrategyFactory {
	@Override
	public Strategy create(Parameters parameters, Domain domain, RandomGenerator random) throws ProblemException {
		EvolutionSettings settings = SettingsException.report(() -> EvolutionSettings.of(parameters));
		if (settings.warmUp().isPresent() && settings.warmUp().get().count() > domain.size()) {
			throw new ProblemException(Problem.error("strategy-parameters",
					"a warm-up of " + settings.warmUp().get().count() + " different architectures is more than the "
							+ domain.size() + " that are feasible",
					"lower 'count' in 'warmup', or loosen the constraint"));
		}
		return new RegularizedEvolution(settings, domain, random);
	}

	@Override
	public Map<String, Selection> objectives(Parameters parameters) {
		return parameters.group("warmup").flatMap(group -> group.selection("proxy"))
				.map(proxy -> Map.of(RegularizedEvolution.WARM_UP, proxy)).orElse(Map.of());
	}

	@Override
	public OptionalLong maximumEvaluations(Parameters parameters, Domain domain) {
		return OptionalLong.of(parameters.integer("evaluations")
				+ parameters.group("warmup").map(group -> group.integer("count")).orElse(0L));
	}
}
