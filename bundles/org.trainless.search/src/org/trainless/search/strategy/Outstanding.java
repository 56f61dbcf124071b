/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.ArrayDeque;
import java.util.Deque;

import org.trainless.api.space.Architecture;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;

/** Proposals that were asked and not told yet: numbers them, and sees that they are told in the order asked. */
final class Outstanding {
	private final Deque<Proposal> proposals = new ArrayDeque<>();
	private long next;

	Step propose(Architecture architecture, String objective) {
		Proposal proposal = new Proposal(next++, architecture, objective);
		proposals.add(proposal);
		return new Step.Propose(proposal);
	}

	/**
	 * @param evaluation the answer to the oldest proposal
	 * @throws IllegalArgumentException when it answers another one
	 */
	void told(Evaluation evaluation) {
		Proposal oldest = proposals.peek();
		if (!evaluation.proposal().equals(oldest)) {
			throw new IllegalArgumentException(
					oldest == null ? "nothing is outstanding, but " + evaluation.proposal() + " is told"
							: oldest + " is to be told first, not " + evaluation.proposal());
		}
		proposals.remove();
	}

	boolean isEmpty() {
		return proposals.isEmpty();
	}

	/**
	 * @param reason why the search is over
	 * @return the end, once nothing is outstanding
	 */
	Step end(String reason) {
		return proposals.isEmpty() ? new Step.Done(reason) : new Step.Wait();
	}
}
