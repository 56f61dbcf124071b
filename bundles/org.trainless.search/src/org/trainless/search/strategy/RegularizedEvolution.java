/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;

/**
 * Ageing evolution (Real, Aggarwal, Huang, Le, "Regularized Evolution for Image Classifier Architecture Search", AAAI
 * 2019). The initial population is proposed at once. From then on each proposal is a mutation of a tournament's winner
 * in the population as it is then: proposals that are outstanding have not entered yet.
 */
final class RegularizedEvolution implements Strategy {
	/** Objective of the warm-up. */
	static final String WARM_UP = "warmup";

	private final EvolutionSettings settings;
	private final Domain domain;
	private final RandomGenerator random;
	private final Outstanding outstanding = new Outstanding();
	private final Optional<WarmUpPhase> warmUp;
	private final Population population;
	private List<Architecture> initial = List.of();
	private long asked;
	private String ended;

	RegularizedEvolution(EvolutionSettings settings, Domain domain, RandomGenerator random) {
		this.settings = settings;
		this.domain = Objects.requireNonNull(domain);
		this.random = Objects.requireNonNull(random);
		this.population = new Population(settings.population());
		this.warmUp = settings.warmUp().map(w -> new WarmUpPhase(w.count(), domain, random));
	}

	@Override
	public Step ask() {
		if (ended != null) {
			return outstanding.end(ended);
		}
		if (warmUp.isPresent() && asked == 0) {
			if (warmUp.get().hasNext()) {
				return outstanding.propose(warmUp.get().next(), WARM_UP);
			}
			if (!warmUp.get().isComplete()) {
				return new Step.Wait();
			}
			initial = warmUp.get().best(settings.population());
		}
		if (asked < settings.population()) {
			return propose(initial.isEmpty() ? domain.random(random) : initial.get((int) asked));
		}
		if (!population.isFull()) {
			return new Step.Wait();
		}
		if (asked == settings.evaluations()) {
			return end(asked + " evaluations made");
		}
		Architecture parent = population.tournament(settings.sample(), random).proposal().architecture();
		Optional<Architecture> child = domain.mutate(parent, settings.mutation(), random);
		return child.isPresent() ? propose(child.get()) : end("no neighbour of " + parent.text() + " is feasible");
	}

	private Step propose(Architecture architecture) {
		asked++;
		return outstanding.propose(architecture, Proposal.OBJECTIVE);
	}

	private Step end(String reason) {
		ended = reason;
		return outstanding.end(reason);
	}

	@Override
	public void tell(Evaluation evaluation) {
		outstanding.told(evaluation);
		if (evaluation.proposal().objective().equals(WARM_UP)) {
			warmUp.orElseThrow().tell(evaluation);
		} else {
			population.enter(evaluation);
		}
	}

	/** The members, the oldest first. */
	List<Evaluation> members() {
		return population.members();
	}
}
