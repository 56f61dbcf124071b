/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Sizes of arrays. A product too large for 32 bits would be the size of another array, and nobody would notice where it
 * happens to be a possible one.
 */
final class Sizes {
	/** A little less than the largest array there is: some have a few numbers more behind what they are for. */
	private static final int MOST = Integer.MAX_VALUE - 1024;

	private Sizes() {
	}

	/**
	 * @param factors none below zero
	 * @return their product
	 * @throws IllegalArgumentException when no array holds so many numbers
	 */
	static int product(int... factors) {
		long product = 1;
		for (int factor : factors) {
			product *= factor;
			if (product > MOST) {
				throw new IllegalArgumentException(
						"more numbers in one piece than an array holds: too many images, or too large ones");
			}
		}
		return (int) product;
	}
}
