/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

/**
 * Takes the two parts of the generator L64X128MixRandom many numbers further at once: the linear congruential one by
 * the powers of its multiplier, the one of 128 bits by a matrix of bits, kept as sums of its columns for each four
 * bits.
 */
final class StreamJump {
	private static final int GROUP = 4;
	private static final int ENTRIES = 1 << GROUP;
	/** In one of the two words. */
	private static final int GROUPS = Long.SIZE / GROUP;
	/** By 1, 2, 4, … numbers. */
	private static final StreamJump[] POWERS = powers(Integer.SIZE - 1);

	private final long multiplier;
	/** What the increment is multiplied by. */
	private final long increments;
	/** For each group of bits, and each value of it, what it adds to the first word. */
	private final long[] ones = new long[2 * GROUPS * ENTRIES];
	/** The same for the second word. */
	private final long[] twos = new long[2 * GROUPS * ENTRIES];

	/** @param first of the two words that each bit becomes */
	private StreamJump(long multiplier, long increments, long[] first, long[] second) {
		this.multiplier = multiplier;
		this.increments = increments;
		for (int group = 0; group < 2 * GROUPS; group++) {
			for (int value = 1; value < ENTRIES; value++) {
				int bit = group * GROUP + Integer.numberOfTrailingZeros(value);
				int at = group * ENTRIES + value;
				int rest = group * ENTRIES + (value & value - 1);
				ones[at] = ones[rest] ^ first[bit];
				twos[at] = twos[rest] ^ second[bit];
			}
		}
	}

	private static StreamJump[] powers(int count) {
		StreamJump[] powers = new StreamJump[count];
		long[] first = new long[2 * Long.SIZE];
		long[] second = new long[2 * Long.SIZE];
		for (int bit = 0; bit < first.length; bit++) {
			long x = bit < Long.SIZE ? 1L << bit : 0;
			long mixed = x ^ (bit < Long.SIZE ? 0 : 1L << bit - Long.SIZE);
			first[bit] = LxmSteps.nextFirst(x, mixed);
			second[bit] = LxmSteps.nextSecond(mixed);
		}
		powers[0] = new StreamJump(LxmSteps.MULTIPLIER, 1, first, second);
		for (int i = 1; i < count; i++) {
			powers[i] = powers[i - 1].twice();
		}
		return powers;
	}

	/** @return the jump over 2^bit numbers */
	static StreamJump power(int bit) {
		return POWERS[bit];
	}

	private StreamJump twice() {
		long[] first = new long[2 * Long.SIZE];
		long[] second = new long[2 * Long.SIZE];
		for (int bit = 0; bit < first.length; bit++) {
			int at = bit / GROUP * ENTRIES + (1 << bit % GROUP);
			first[bit] = ones[at];
			second[bit] = twos[at];
			words(first, second, bit);
		}
		return new StreamJump(multiplier * multiplier, (multiplier + 1) * increments, first, second);
	}

	/** @return the state of the linear congruential part */
	long state(long state, long increment) {
		return multiplier * state + increments * increment;
	}

	/** Takes the other part, its two words at a place of two arrays, further. */
	void words(long[] first, long[] second, int at) {
		long low = first[at];
		long high = second[at];
		long one = 0;
		long two = 0;
		for (int group = 0; group < GROUPS; group++) {
			int x = group * ENTRIES + ((int) (low >>> group * GROUP) & ENTRIES - 1);
			int y = (GROUPS + group) * ENTRIES + ((int) (high >>> group * GROUP) & ENTRIES - 1);
			one ^= ones[x] ^ ones[y];
			two ^= twos[x] ^ twos[y];
		}
		first[at] = one;
		second[at] = two;
	}
}
