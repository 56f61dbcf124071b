/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import org.trainless.api.run.Seed;

/**
 * What the generator of {@link Seed#generator()}, L64X128MixRandom, does with its words at each number (Steele and
 * Vigna, "LXM: better splittable pseudorandom number generators (and almost as fast)", OOPSLA 2021), without any state:
 * for many generators side by side, and for finding out where one is after many numbers. The API has it for itself,
 * with one generator's state; tests hold the two together.
 */
final class LxmSteps {
	/** Of the linear congruential part: state · multiplier + increment. */
	static final long MULTIPLIER = 0xd1342543de82ef95L;
	private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
	private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;
	private static final long MIX = 0xdaba0b6eb09322e3L;

	private LxmSteps() {
	}

	/** @return what never changes of a generator */
	static long increment(long seed) {
		return murmur(seed ^ SILVER_RATIO) | 1;
	}

	/** @return the first word of the xor-based part, at the beginning */
	static long first(long seed) {
		return stafford(seed ^ SILVER_RATIO);
	}

	/** @return the second word, at the beginning */
	static long second(long seed) {
		return stafford((seed ^ SILVER_RATIO) + GOLDEN_RATIO);
	}

	/** @return the first word after one with another, the two words' exclusive or */
	static long nextFirst(long first, long mixed) {
		return Long.rotateLeft(first, 24) ^ mixed ^ mixed << 16;
	}

	/** @return the second word after two words with this exclusive or */
	static long nextSecond(long mixed) {
		return Long.rotateLeft(mixed, 37);
	}

	/** @return the number that is drawn from both parts */
	static long number(long state, long first) {
		long sum = state + first;
		long mixed = (sum ^ sum >>> 32) * MIX;
		mixed = (mixed ^ mixed >>> 32) * MIX;
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
