/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Objects;

/**
 * For every image of a batch one bit per unit: 1 where the pre-activation is above zero. The words belong to the engine
 * and are valid only during the call that hands them over; do not change or keep them.
 *
 * @param images        number of images
 * @param units         bits per image
 * @param wordsPerImage 64-bit words per image; bits beyond the units are 0
 * @param words         image after image; unit {@code u} of image {@code i} is bit {@code u % 64} of word
 *                      {@code i * wordsPerImage + u / 64}. The order of units is the engine's own, the same for all
 *                      images
 * @since 0.1
 */
public record SignCodes(int images, int units, int wordsPerImage, long[] words) {
	public SignCodes {
		Objects.requireNonNull(words);
		if (wordsPerImage != (units + 63) / 64 || words.length < images * wordsPerImage) {
			throw new IllegalArgumentException(words.length + " words of " + wordsPerImage + " do not hold " + units
					+ " units of " + images + " images");
		}
	}

	/**
	 * @param i an image
	 * @param j another image
	 * @return number of units whose bits differ (Hamming distance)
	 */
	public int distance(int i, int j) {
		int a = i * wordsPerImage;
		int b = j * wordsPerImage;
		int differing = 0;
		for (int w = 0; w < wordsPerImage; w++) {
			differing += Long.bitCount(words[a + w] ^ words[b + w]);
		}
		return differing;
	}
}
