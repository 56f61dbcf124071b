/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.trainless;

import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;

/** Simulated annealing. Each step needs the answer to the one before, so that one proposal is outstanding at a time. */
final class Annealing implements Strategy {
	private final Domain domain;
	private final RandomGenerator random;
	private final long evaluations;
	private final double cooling;
	private double temperature;
	private long proposed;
	private Proposal outstanding;
	private Evaluation current;

	/**
	 * @param domain      what may be visited
	 * @param random      source of all randomness
	 * @param evaluations how many to make
	 * @param temperature of the first step
	 * @param cooling     factor per step
	 */
	Annealing(Domain domain, RandomGenerator random, long evaluations, double temperature, double cooling) {
		this.domain = Objects.requireNonNull(domain);
		this.random = Objects.requireNonNull(random);
		this.evaluations = evaluations;
		this.temperature = temperature;
		this.cooling = cooling;
	}

	@Override
	public Step ask() {
		if (outstanding != null) {
			return new Step.Wait();
		}
		if (proposed == evaluations) {
			return new Step.Done(evaluations + " evaluations made");
		}
		Optional<Architecture> next = current == null ? Optional.of(domain.random(random))
				: domain.mutate(current.proposal().architecture(), Domain.Mutation.EDGE, random);
		if (next.isEmpty()) {
			return new Step.Done("no neighbour of " + current.proposal().architecture().text() + " is feasible");
		}
		outstanding = new Proposal(proposed++, next.get(), Proposal.OBJECTIVE);
		return new Step.Propose(outstanding);
	}

	@Override
	public void tell(Evaluation evaluation) {
		if (!evaluation.proposal().equals(outstanding)) {
			throw new IllegalArgumentException(evaluation.proposal() + " was not asked");
		}
		outstanding = null;
		// drawn also when the step is certain: the stream must not depend on the scores
		double luck = random.nextDouble();
		if (current == null || evaluation.fitness() >= current.fitness()
				|| luck < Math.exp((evaluation.fitness() - current.fitness()) / temperature)) {
			current = evaluation;
		}
		temperature *= cooling;
	}
}
