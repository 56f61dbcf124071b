/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.space.Domain.Mutation;

/**
 * Parameters of {@link RegularizedEvolution}.
 *
 * @param population  members of the population, at least 1
 * @param sample      members of a tournament, drawn with replacement; 1 to {@code population}
 * @param evaluations by the search's own objective, the initial population and repeats included; at least
 *                    {@code population}
 * @param mutation    how a mutation chooses what it changes
 * @param warmUp      how the initial population is chosen; at random when empty
 */
public record EvolutionSettings(int population, int sample, long evaluations, Mutation mutation,
		Optional<WarmUp> warmUp) {

	/**
	 * Choice of the initial population by a cheap proxy.
	 *
	 * @param proxy that scores
	 * @param count architectures that it scores, drawn without replacement
	 */
	public record WarmUp(Selection proxy, int count) {
		public WarmUp {
			Objects.requireNonNull(proxy);
			if (count < 1) {
				throw new SettingsException("a warm-up scores at least 1 architecture, not " + count, "");
			}
		}
	}

	public EvolutionSettings {
		Objects.requireNonNull(mutation);
		Objects.requireNonNull(warmUp);
		if (population < 1) {
			throw new SettingsException("a population has at least 1 member, not " + population, "");
		}
		if (sample < 1 || sample > population) {
			throw new SettingsException(
					"a tournament draws 1 to " + population + " (the population) members, not " + sample,
					"change 'sample' or 'population'");
		}
		if (evaluations < population) {
			throw new SettingsException(
					evaluations + " evaluations do not fill a population of " + population + " members",
					"raise 'evaluations' or lower 'population'");
		}
		if (warmUp.isPresent() && warmUp.get().count() < population) {
			throw new SettingsException("a warm-up of " + warmUp.get().count()
					+ " architectures does not fill a population of " + population + " members",
					"raise 'count' in 'warmup' or lower 'population'");
		}
	}

	static EvolutionSettings of(Parameters parameters) {
		return new EvolutionSettings(parameters.intValue("population"), parameters.intValue("sample"),
				parameters.integer("evaluations"),
				Mutation.valueOf(parameters.text("mutation").toUpperCase(Locale.ROOT)), warmUp(parameters));
	}

	static Optional<WarmUp> warmUp(Parameters parameters) {
		return parameters.group("warmup")
				.map(group -> new WarmUp(group.selection("proxy").orElseThrow(), group.intValue("count")));
	}
}
