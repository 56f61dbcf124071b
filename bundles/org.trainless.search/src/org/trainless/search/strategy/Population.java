/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.trainless.api.strategy.Evaluation;

/**
 * Members in the order of their age, as many as there is room for: whoever enters a full population replaces the
 * oldest.
 */
final class Population {
	private final Evaluation[] members;
	private long entered;

	Population(int capacity) {
		members = new Evaluation[capacity];
	}

	boolean isFull() {
		return entered >= members.length;
	}

	void enter(Evaluation member) {
		members[(int) (entered++ % members.length)] = member;
	}

	/**
	 * @param sample members to draw, with replacement
	 * @param random source of randomness
	 * @return the fittest of them; of equally fit ones the one drawn first, which any of them is with the same
	 *         probability
	 */
	Evaluation tournament(int sample, RandomGenerator random) {
		Evaluation fittest = null;
		for (int i = 0; i < sample; i++) {
			Evaluation member = members[random.nextInt(members.length)];
			if (fittest == null || member.fitness() > fittest.fitness()) {
				fittest = member;
			}
		}
		return fittest;
	}

	/** The members, the oldest first. */
	List<Evaluation> members() {
		List<Evaluation> byAge = new ArrayList<>();
		for (long age = Math.max(0, entered - members.length); age < entered; age++) {
			byAge.add(members[(int) (age % members.length)]);
		}
		return byAge;
	}
}
