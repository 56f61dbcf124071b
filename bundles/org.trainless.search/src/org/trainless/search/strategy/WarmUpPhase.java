/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Evaluation;

/** Draws distinct architectures, learns their scores by the cheap proxy, and names the best. */
final class WarmUpPhase {
	private final Domain domain;
	private final int count;
	private final DistinctDraws draws;
	private final List<Evaluation> told = new ArrayList<>();
	private int asked;

	WarmUpPhase(int count, Domain domain, RandomGenerator random) {
		this.count = count;
		this.domain = domain;
		this.draws = new DistinctDraws(domain.size(), random);
	}

	boolean hasNext() {
		return asked < count;
	}

	Architecture next() {
		asked++;
		return domain.at(draws.next());
	}

	void tell(Evaluation evaluation) {
		told.add(evaluation);
	}

	boolean isComplete() {
		return told.size() == count;
	}

	/**
	 * @param number how many
	 * @return the best of all, in the order in which they were drawn, so that rank does not become age; of equally good
	 *         ones those drawn first
	 */
	List<Architecture> best(int number) {
		return IntStream.range(0, count).boxed()
				.sorted(Comparator.comparingDouble((Integer i) -> -told.get(i).fitness())).limit(number).sorted()
				.map(i -> told.get(i).proposal().architecture()).toList();
	}
}
