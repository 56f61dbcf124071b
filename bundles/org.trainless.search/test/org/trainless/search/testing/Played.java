/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.trainless.api.space.Architecture;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.api.strategy.Strategy;

/**
 * A strategy driven by hand to its end, without the runner, with an eye on the rules of asking and telling.
 *
 * @param evaluations what was told, in order
 * @param reason      why it ended
 */
public record Played(List<Evaluation> evaluations, String reason) {
	/**
	 * @param strategy  at its beginning
	 * @param batch     proposals outstanding at once
	 * @param landscape scores
	 * @return its course
	 */
	public static Played of(Strategy strategy, int batch, ToDoubleFunction<Architecture> landscape) {
		Deque<Proposal> open = new ArrayDeque<>();
		List<Evaluation> told = new ArrayList<>();
		long asked = 0;
		while (true) {
			Step step = null;
			while (open.size() < batch) {
				step = strategy.ask();
				if (!(step instanceof Step.Propose(Proposal proposal))) {
					break;
				}
				assertEquals(asked++, proposal.id(), "proposals are numbered without gaps");
				open.add(proposal);
			}
			if (step instanceof Step.Done(String reason)) {
				assertTrue(open.isEmpty(), "done while something is outstanding");
				assertEquals(step, strategy.ask(), "done for ever");
				assertFalse(reason.isBlank());
				return new Played(told, reason);
			}
			assertFalse(open.isEmpty(), "waits for nothing");
			Proposal oldest = open.remove();
			if (!open.isEmpty()) {
				Evaluation wrong = Evaluation.of(open.getLast(), Landscape.score(0), true);
				assertThrows(IllegalArgumentException.class, () -> strategy.tell(wrong), "told in another order");
			}
			Evaluation evaluation = Evaluation.of(oldest,
					Landscape.score(landscape.applyAsDouble(oldest.architecture())), true);
			told.add(evaluation);
			strategy.tell(evaluation);
			assertThrows(IllegalArgumentException.class, () -> strategy.tell(evaluation), "told twice");
		}
	}

	/**
	 * @return what was proposed by the search's own objective, in order
	 */
	public List<Architecture> architectures() {
		return architectures(Proposal.OBJECTIVE);
	}

	/**
	 * @param objective a role
	 * @return what was proposed by it, in order
	 */
	public List<Architecture> architectures(String objective) {
		return evaluations.stream().map(Evaluation::proposal).filter(p -> p.objective().equals(objective))
				.map(Proposal::architecture).toList();
	}
}
