/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Objects;

/**
 * For every image of a batch one bit per unit: 1 where the pre-activation is above zero. The words and distances belong
 * to the engine and are valid only during the call that hands them over; do not change or keep them. For one thread.
 *
 * @since 0.1
 */
public final class SignCodes {
	/** Of more there are more pairs than an array has elements. */
	private static final int MOST_IMAGES = 65_536;

	private final int images;
	private final int units;
	private final int wordsPerImage;
	private final long[] words;
	/** Several observers, and several ReLUs that read one value, ask for the same distances. */
	private int[] distances;

	/**
	 * @param images        number of images
	 * @param units         bits per image
	 * @param wordsPerImage 64-bit words per image; bits beyond the units are 0
	 * @param words         image after image; unit {@code u} of image {@code i} is bit {@code u % 64} of word
	 *                      {@code i * wordsPerImage + u / 64}. The order of units is the engine's own, the same for all
	 *                      images
	 * @throws IllegalArgumentException when the words do not hold that many units
	 */
	public SignCodes(int images, int units, int wordsPerImage, long[] words) {
		Objects.requireNonNull(words);
		if (wordsPerImage != (units + 63L) / 64 || words.length < (long) images * wordsPerImage) {
			throw new IllegalArgumentException(words.length + " words of " + wordsPerImage + " do not hold " + units
					+ " units of " + images + " images");
		}
		this.images = images;
		this.units = units;
		this.wordsPerImage = wordsPerImage;
		this.words = words;
	}

	/**
	 * @return number of images
	 */
	public int images() {
		return images;
	}

	/**
	 * @return bits per image
	 */
	public int units() {
		return units;
	}

	/**
	 * @return 64-bit words per image; bits beyond the units are 0
	 */
	public int wordsPerImage() {
		return wordsPerImage;
	}

	/**
	 * @return image after image; unit {@code u} of image {@code i} is bit {@code u % 64} of word
	 *         {@code i * wordsPerImage + u / 64}. The order of units is the engine's own, the same for all images
	 */
	public long[] words() {
		return words;
	}

	/**
	 * @param i an image
	 * @param j another image
	 * @return number of units whose bits differ (Hamming distance)
	 */
	public int distance(int i, int j) {
		if (i == j) {
			return 0;
		}
		return distances()[pairsBefore(Math.max(i, j)) + Math.min(i, j)];
	}

	/**
	 * Hamming distances of all pairs of images. Computed once, however many ask.
	 *
	 * @return for image 1 that to image 0, for image 2 those to images 0 and 1, and so on:
	 *         {@code images * (images - 1) / 2} numbers, that of images {@code i > j} at {@code i * (i - 1) / 2 + j}
	 * @throws BatchTooLargeException when there are more pairs than an array holds
	 */
	public int[] distances() {
		if (distances == null) {
			int[] all = new int[pairs(images)];
			int pair = 0;
			for (int i = 1; i < images; i++) {
				for (int j = 0; j < i; j++) {
					all[pair++] = differing(words, i * wordsPerImage, j * wordsPerImage, wordsPerImage);
				}
			}
			distances = all;
		}
		return distances;
	}

	/**
	 * How many pairs there are of so many images.
	 *
	 * @param images number of images
	 * @return {@code images * (images - 1) / 2}
	 * @throws BatchTooLargeException when an array cannot hold a number for each of them
	 */
	public static int pairs(int images) {
		if (images > MOST_IMAGES) {
			throw new BatchTooLargeException(images + " images are too many for a kernel of " + images + " x " + images
					+ " numbers, which holds at most " + MOST_IMAGES + "; use a smaller batch");
		}
		return pairsBefore(images);
	}

	/** The product does not fit 32 bits where its half still does. */
	private static int pairsBefore(int image) {
		return (int) ((long) image * (image - 1) / 2);
	}

	private static int differing(long[] words, int a, int b, int count) {
		int differing = 0;
		for (int w = 0; w < count; w++) {
			differing += Long.bitCount(words[a + w] ^ words[b + w]);
		}
		return differing;
	}
}
