/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws distinct numbers. The algorithm is part of what makes minibatches reproducible: the first steps of a
 * Fisher-Yates shuffle of 0, 1, …, n − 1 (Knuth, "The Art of Computer Programming" 2, 3.4.2 P), each with one
 * {@link RandomGenerator#nextLong(long, long)}.
 */
final class Sampling {
	private Sampling() {
	}

	/**
	 * @param population how many numbers there are
	 * @param count      how many are drawn, at most as many
	 * @param random     source of randomness
	 * @return distinct numbers from 0 to below the population, every sequence equally likely
	 */
	static long[] distinct(long population, int count, RandomGenerator random) {
		Map<Long, Long> moved = new HashMap<>();
		long[] drawn = new long[count];
		for (int i = 0; i < count; i++) {
			long j = random.nextLong(i, population);
			long atI = moved.getOrDefault((long) i, (long) i);
			drawn[i] = moved.getOrDefault(j, j);
			moved.put(j, atI);
		}
		return drawn;
	}
}
