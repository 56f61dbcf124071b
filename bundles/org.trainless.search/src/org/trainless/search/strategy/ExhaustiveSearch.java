/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.Objects;

import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;

/** Evaluates every architecture once, by index. Never waits for an answer. */
final class ExhaustiveSearch implements Strategy {
	private final Domain domain;
	private final Outstanding outstanding = new Outstanding();
	private long next;

	ExhaustiveSearch(Domain domain) {
		this.domain = Objects.requireNonNull(domain);
	}

	@Override
	public Step ask() {
		if (next == domain.size()) {
			return outstanding.end("all " + next + " feasible architectures evaluated");
		}
		return outstanding.propose(domain.at(next++), Proposal.OBJECTIVE);
	}

	@Override
	public void tell(Evaluation evaluation) {
		outstanding.told(evaluation);
	}
}
