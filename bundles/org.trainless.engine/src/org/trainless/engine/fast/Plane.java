/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Shape of an activation that lies in memory as channels × height × width × images, so that every step of a network is
 * one operation on long runs of numbers. The pixels of a row are ordered by their number modulo 4, so that it is four
 * runs: the first pixels of all tiles of {@link Winograd}, the second, the third and the fourth.
 *
 * @param images   of the batch
 * @param height   in pixels
 * @param width    in pixels
 * @param channels of a pixel
 */
record Plane(int images, int height, int width, int channels) {
	/** @return numbers kept for a pixel: one for each image, and what fills up to whole chunks */
	int lanes() {
		return (images + Rows.CHUNK - 1) / Rows.CHUNK * Rows.CHUNK;
	}

	/** @return numbers in a row of pixels of one channel */
	int row() {
		return width * lanes();
	}

	/** @return where a pixel begins in its row */
	int pixel(int x) {
		return (x % Winograd.TILE * (width / Winograd.TILE) + x / Winograd.TILE) * lanes();
	}

	/** @return numbers in a channel */
	int channel() {
		return height * row();
	}

	/** @return numbers in all */
	int size() {
		return channels * channel();
	}

	/** @return units of an image */
	int units() {
		return channels * height * width;
	}

	/** @return the plane after a reduction */
	Plane reduced(int newChannels) {
		return new Plane(images, height / 2, width / 2, newChannels);
	}
}
