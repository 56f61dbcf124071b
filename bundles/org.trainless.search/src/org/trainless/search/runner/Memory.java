/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.strategy.Proposal;

/** What a search has seen: scores by objective, and what never changes of an architecture. */
final class Memory {
	/**
	 * What the log says of an architecture besides its score.
	 *
	 * @param index    index in the space
	 * @param text     its text
	 * @param accuracy true accuracy, if known
	 */
	record Seen(long index, String text, OptionalDouble accuracy) {
	}

	private final SearchSpace space;
	private final AccuracyLookup accuracies;
	private final Map<String, Map<Architecture, Answer>> answers = new HashMap<>();
	private final Map<Architecture, Seen> told = new HashMap<>();

	Memory(SearchSpace space, AccuracyLookup accuracies) {
		this.space = space;
		this.accuracies = accuracies;
	}

	/**
	 * @param proposal what is asked for
	 * @return the evaluation of its architecture by its objective that was begun before, or null
	 */
	Answer answer(Proposal proposal) {
		Map<Architecture, Answer> known = answers.get(proposal.objective());
		return known == null ? null : known.get(proposal.architecture());
	}

	void remember(Proposal proposal, Answer answer) {
		answers.computeIfAbsent(proposal.objective(), o -> new HashMap<>()).put(proposal.architecture(), answer);
	}

	Seen see(Architecture architecture) throws ProblemException {
		Seen seen = told.get(architecture);
		if (seen == null) {
			seen = new Seen(space.indexOf(architecture), architecture.text(), accuracies.accuracy(architecture));
			told.put(architecture, seen);
		}
		return seen;
	}

	void see(Architecture architecture, Trial logged) {
		told.putIfAbsent(architecture, new Seen(logged.index(), logged.architecture(), logged.accuracy()));
	}

	/** How many different architectures were told. */
	long distinct() {
		return told.size();
	}
}
