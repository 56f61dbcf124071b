/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws numbers uniformly without replacement: the shuffle of Fisher and Yates, of which only the places that were
 * touched are kept. Each draw takes constant time, the last as the first.
 */
final class DistinctDraws {
	private final long size;
	private final RandomGenerator random;
	private final Map<Long, Long> moved = new HashMap<>();
	private long drawn;

	DistinctDraws(long size, RandomGenerator random) {
		this.size = size;
		this.random = random;
	}

	boolean hasNext() {
		return drawn < size;
	}

	long next() {
		long place = drawn + random.nextLong(size - drawn);
		Long first = moved.remove(drawn);
		long atFirst = first == null ? drawn : first;
		if (place == drawn++) {
			return atFirst;
		}
		Long number = moved.put(place, atFirst);
		return number == null ? place : number;
	}
}
