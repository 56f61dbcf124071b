/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import java.util.Arrays;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The order in which NATS-Bench numbers the cells: the product of the operations over the edges, the first edge
 * slowest, shuffled as CPython does after {@code random.seed(88)}. Both CPython and Commons RNG seed the Mersenne
 * Twister by {@code init_by_array}.
 */
final class BenchmarkOrder {
	private static final int SEED = 88;

	private final int[] codeAt;
	private final int[] indexOf;

	BenchmarkOrder(int size) {
		codeAt = new int[size];
		Arrays.setAll(codeAt, i -> i);
		UniformRandomProvider twister = RandomSource.MT.create(new int[] { SEED });
		for (int i = size - 1; i > 0; i--) {
			int j = below(i + 1, twister);
			int swapped = codeAt[i];
			codeAt[i] = codeAt[j];
			codeAt[j] = swapped;
		}
		indexOf = new int[size];
		for (int i = 0; i < size; i++) {
			indexOf[codeAt[i]] = i;
		}
	}

	/** CPython's {@code _randbelow}: the top bits of a draw, drawn again while too large. */
	private static int below(int bound, UniformRandomProvider twister) {
		int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
		int drawn = twister.nextInt() >>> (Integer.SIZE - bits);
		while (drawn >= bound) {
			drawn = twister.nextInt() >>> (Integer.SIZE - bits);
		}
		return drawn;
	}

	int code(int index) {
		return codeAt[index];
	}

	int index(int code) {
		return indexOf[code];
	}
}
