/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

/** Which seed draws the weights and the minibatch that a score depends on. */
public sealed interface Scoring {
	/**
	 * @param runSeed seed of the run
	 * @return seed of its scores
	 */
	long seed(long runSeed);

	/** Every run has its own draw: ten seeds are ten draws of the proxy's noise, paired between the searches. */
	record PerRun() implements Scoring {
		@Override
		public long seed(long runSeed) {
			return runSeed;
		}
	}

	/**
	 * All runs share one draw, so that many seeds share one table of scores; conclusions hold for that draw.
	 *
	 * @param value the seed, at least 0
	 */
	record Fixed(long value) implements Scoring {
		public Fixed {
			if (value < 0 || value > SeedRange.LARGEST) {
				throw new IllegalArgumentException("not a seed: " + value);
			}
		}

		@Override
		public long seed(long runSeed) {
			return value;
		}
	}
}
