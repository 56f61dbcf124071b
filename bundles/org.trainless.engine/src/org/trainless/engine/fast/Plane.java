/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Shape of an activation that lies in memory as blocks of images × channels × height × width × images of a block: a
 * pixel of a block is one run of {@link #LANES} numbers, so that every step of a network is the same for all of them, a
 * layer of a block stays in the caches, and a row of pixels is one run too.
 *
 * @param images   of the batch
 * @param height   in pixels
 * @param width    in pixels
 * @param channels of a pixel
 */
record Plane(int images, int height, int width, int channels) {
	/** Images of a block; in the last one some may be there only to fill it up. */
	static final int LANES = 16;

	/** @return number of blocks of images */
	int blocks() {
		return (images + LANES - 1) / LANES;
	}

	/** @return images of a block that are none of those that fill it up */
	int imagesOf(int block) {
		return Math.min(LANES, images - block * LANES);
	}

	/** @return numbers in a row of pixels of one channel of a block */
	int row() {
		return width * LANES;
	}

	/** @return numbers in a channel of a block */
	int channel() {
		return height * row();
	}

	/** @return numbers in a block */
	int block() {
		return channels * channel();
	}

	/**
	 * @return numbers in all
	 * @throws IllegalArgumentException when no array holds so many
	 */
	int size() {
		return Sizes.product(blocks(), LANES, width, height, channels);
	}

	/** @return where a row begins */
	int at(int block, int channel, int y) {
		return block * block() + channel * channel() + y * row();
	}

	/** @return units of an image */
	int units() {
		return channels * height * width;
	}

	/** @return the plane after a reduction */
	Plane reduced(int newChannels) {
		return new Plane(images, height / 2, width / 2, newChannels);
	}

	/** @return the plane with other channels */
	Plane withChannels(int newChannels) {
		return new Plane(images, height, width, newChannels);
	}
}
