/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.util.random.RandomGenerator;

/**
 * The generator that Java calls L64X128MixRandom, written out: a linear congruential generator and a xor-based one,
 * whose sum is mixed (Steele and Vigna, "LXM: better splittable pseudorandom number generators (and almost as fast)",
 * OOPSLA 2021). Java's own lies in a module of its own until Java 22, which runtimes without a compiler commonly lack,
 * and without it nothing could be drawn. All that is not here is drawn from {@link #nextLong()} by
 * {@link RandomGenerator}, as Java's does; a test holds the two together.
 */
final class L64X128Mix implements RandomGenerator {
	private static final long MULTIPLIER = 0xd1342543de82ef95L;
	private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
	private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;

	private final long increment;
	private long state = 1;
	private long first;
	private long second;

	L64X128Mix(long value) {
		long seed = value ^ SILVER_RATIO;
		increment = murmur(seed) | 1;
		first = stafford(seed);
		second = stafford(seed + GOLDEN_RATIO);
		// the two mixed words are different images of a bijection: never both zero, where the generator would stand
		// still
	}

	@Override
	public long nextLong() {
		long drawn = lea(state + first);
		state = MULTIPLIER * state + increment;
		long mixed = second ^ first;
		first = Long.rotateLeft(first, 24) ^ mixed ^ mixed << 16;
		second = Long.rotateLeft(mixed, 37);
		return drawn;
	}

	private static long lea(long value) {
		long mixed = (value ^ value >>> 32) * 0xdaba0b6eb09322e3L;
		mixed = (mixed ^ mixed >>> 32) * 0xdaba0b6eb09322e3L;
		return mixed ^ mixed >>> 32;
	}

	private static long murmur(long value) {
		long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ mixed >>> 33;
	}

	private static long stafford(long value) {
		long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
		return mixed ^ mixed >>> 31;
	}
}
