/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.network;

import org.trainless.api.run.Seed;

/**
 * The numbers of {@link Seed#generator()}, cut into pieces of equal length that are drawn side by side: each step gives
 * the next number of every piece. One generator waits for its own result with each number; many beside each other fill
 * the processor's vectors.
 * <p>
 * Both parts of the generator are linear, so that where a piece begins follows from where the one before it does.
 */
final class UniformLanes {
	private static final double UNIT = 0x1.0p-53;

	private final int lanes;
	private final long increment;
	private final long[] state;
	private final long[] first;
	private final long[] second;
	private final long[] bits;

	/**
	 * @param seed   of the stream
	 * @param rows   of numbers
	 * @param parts  pieces of a row; the first pieces of all rows come first, then the second ones
	 * @param length of a piece
	 */
	UniformLanes(Seed seed, int rows, int parts, int length) {
		this.lanes = rows * parts;
		this.state = new long[lanes];
		this.first = new long[lanes];
		this.second = new long[lanes];
		this.bits = new long[lanes];
		increment = LxmSteps.increment(seed.value());
		state[0] = 1;
		first[0] = LxmSteps.first(seed.value());
		second[0] = LxmSteps.second(seed.value());
		int before = 0;
		for (int piece = 1; piece < lanes; piece++) {
			int lane = piece % parts * rows + piece / parts;
			state[lane] = state[before];
			first[lane] = first[before];
			second[lane] = second[before];
			for (int bit = 0; length >>> bit != 0; bit++) {
				if ((length >>> bit & 1) == 1) {
					StreamJump jump = StreamJump.power(bit);
					state[lane] = jump.state(state[lane], increment);
					jump.words(first, second, lane);
				}
			}
			before = lane;
		}
	}

	/**
	 * The next number of every piece, as {@link java.util.random.RandomGenerator#nextDouble()} gives it, spread over
	 * (−bound, bound) and rounded to 32 bits.
	 *
	 * @param numbers one for each piece
	 */
	void next(double bound, double[] numbers) {
		step();
		spread(bits, bound, numbers, lanes);
	}

	private static void spread(long[] bits, double bound, double[] numbers, int lanes) {
		for (int lane = 0; lane < lanes; lane++) {
			numbers[lane] = (float) ((2 * (bits[lane] * UNIT) - 1) * bound);
		}
	}

	/**
	 * The numbers behind the last piece, when all of every piece were drawn.
	 *
	 * @return the next of them, like those of {@link #next}
	 */
	float following(double bound) {
		int last = lanes - 1;
		long drawn = LxmSteps.number(state[last], first[last]) >>> 11;
		state[last] = LxmSteps.MULTIPLIER * state[last] + increment;
		long mixed = second[last] ^ first[last];
		first[last] = LxmSteps.nextFirst(first[last], mixed);
		second[last] = LxmSteps.nextSecond(mixed);
		return (float) ((2 * (drawn * UNIT) - 1) * bound);
	}

	/** A loop for each part: the compiler finds no vectors in a loop of all. */
	private void step() {
		draw(state, first, bits, lanes);
		congruential(state, increment, lanes);
		xorBased(first, second, lanes);
	}

	private static void draw(long[] state, long[] first, long[] bits, int lanes) {
		for (int lane = 0; lane < lanes; lane++) {
			bits[lane] = LxmSteps.number(state[lane], first[lane]) >>> 11;
		}
	}

	private static void congruential(long[] state, long increment, int lanes) {
		for (int lane = 0; lane < lanes; lane++) {
			state[lane] = LxmSteps.MULTIPLIER * state[lane] + increment;
		}
	}

	private static void xorBased(long[] first, long[] second, int lanes) {
		for (int lane = 0; lane < lanes; lane++) {
			long x = first[lane];
			long mixed = second[lane] ^ x;
			first[lane] = LxmSteps.nextFirst(x, mixed);
			second[lane] = LxmSteps.nextSecond(mixed);
		}
	}
}
