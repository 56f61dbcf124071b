/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.Objects;
import java.util.random.RandomGenerator;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;

/** Evaluates architectures drawn uniformly. Never waits for an answer. */
final class RandomSearch implements Strategy {
	private final Domain domain;
	private final RandomGenerator random;
	private final RandomSettings settings;
	private final DistinctDraws draws;
	private final Outstanding outstanding = new Outstanding();
	private long asked;

	RandomSearch(RandomSettings settings, Domain domain, RandomGenerator random) {
		this.settings = settings;
		this.domain = Objects.requireNonNull(domain);
		this.random = Objects.requireNonNull(random);
		this.draws = new DistinctDraws(domain.size(), random);
	}

	@Override
	public Step ask() {
		if (asked == settings.evaluations()) {
			return outstanding.end(asked + " evaluations made");
		}
		if (!settings.replacement() && !draws.hasNext()) {
			return outstanding.end("all " + asked + " feasible architectures evaluated");
		}
		asked++;
		Architecture architecture = settings.replacement() ? domain.random(random) : domain.at(draws.next());
		return outstanding.propose(architecture, Proposal.OBJECTIVE);
	}

	@Override
	public void tell(Evaluation evaluation) {
		outstanding.told(evaluation);
	}
}
