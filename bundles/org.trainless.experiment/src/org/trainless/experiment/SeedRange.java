/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.stream.LongStream;

/**
 * Consecutive seeds: one run of every search for each.
 *
 * @param first the first seed, at least 0
 * @param count how many, at least 1
 */
public record SeedRange(long first, int count) {
	/** Largest seed: the largest whole number that every reader of a trial log can hold exactly. */
	public static final long LARGEST = (1L << 53) - 1;

	public SeedRange {
		if (first < 0 || count < 1 || first > LARGEST - (count - 1)) {
			throw new IllegalArgumentException("not a range of seeds: first " + first + ", count " + count);
		}
	}

	/**
	 * @return the seeds in ascending order
	 */
	public LongStream stream() {
		return LongStream.range(first, first + count);
	}
}
