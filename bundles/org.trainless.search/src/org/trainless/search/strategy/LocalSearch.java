/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Best-improvement hill climbing with restarts (White, Nolen, Savani, "Exploring the Loss Landscape in Neural
 * Architecture Search", UAI 2021). All neighbours of the current architecture are evaluated, in random order, and the
 * best becomes the current one if it is better; otherwise the climb starts again from an architecture that was not
 * evaluated yet. What the search knows already is not proposed again, so that its evaluations are distinct.
 */
final class LocalSearch implements Strategy {
	private final LocalSearchSettings settings;
	private final Domain domain;
	private final RandomGenerator random;
	private final DistinctDraws starts;
	private final Outstanding outstanding = new Outstanding();
	/** Fitness of all that was told. Only looked up: the order of its entries means nothing. */
	private final Map<Architecture, Double> known = new HashMap<>();
	private final Deque<Architecture> queue = new ArrayDeque<>();
	/** What the next step chooses from: the start of a climb, or the neighbours of the current architecture. */
	private List<Architecture> candidates = List.of();
	/** Fitness that a candidate must exceed; empty at the start of a climb. */
	private Optional<Double> current = Optional.empty();
	private long asked;
	private String ended;

	LocalSearch(LocalSearchSettings settings, Domain domain, RandomGenerator random) {
		this.settings = settings;
		this.domain = Objects.requireNonNull(domain);
		this.random = Objects.requireNonNull(random);
		this.starts = new DistinctDraws(domain.size(), random);
	}

	@Override
	public Step ask() {
		if (ended == null && asked == settings.evaluations()) {
			ended = asked + " evaluations made";
		}
		// each turn climbs strictly, or uses up a start
		while (ended == null && queue.isEmpty() && outstanding.isEmpty()) {
			advance();
		}
		if (ended != null) {
			return outstanding.end(ended);
		}
		if (queue.isEmpty()) {
			return new Step.Wait();
		}
		asked++;
		return outstanding.propose(queue.remove(), Proposal.OBJECTIVE);
	}

	@Override
	public void tell(Evaluation evaluation) {
		outstanding.told(evaluation);
		known.put(evaluation.proposal().architecture(), evaluation.fitness());
	}

	private void advance() {
		Architecture best = null;
		for (Architecture candidate : candidates) {
			if (best == null || known.get(candidate) > known.get(best)) {
				best = candidate;
			}
		}
		if (best != null && (current.isEmpty() || known.get(best) > current.get())) {
			current = Optional.of(known.get(best));
			candidates = shuffled(domain.neighbours(best));
			candidates.stream().filter(c -> !known.containsKey(c)).forEach(queue::add);
		} else {
			restart();
		}
	}

	private void restart() {
		current = Optional.empty();
		candidates = List.of();
		while (starts.hasNext()) {
			Architecture start = domain.at(starts.next());
			if (!known.containsKey(start)) {
				candidates = List.of(start);
				queue.add(start);
				return;
			}
		}
		ended = "all " + known.size() + " feasible architectures evaluated";
	}

	private List<Architecture> shuffled(List<Architecture> architectures) {
		List<Architecture> shuffled = new ArrayList<>(architectures);
		for (int i = shuffled.size() - 1; i > 0; i--) {
			Collections.swap(shuffled, i, random.nextInt(i + 1));
		}
		return shuffled;
	}
}
