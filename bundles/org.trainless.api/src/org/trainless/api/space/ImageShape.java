/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

/**
 * Shape of one image, without the batch.
 *
 * @param channels colour planes, at least 1
 * @param height   pixels, at least 1
 * @param width    pixels, at least 1
 * @since 0.1
 */
public record ImageShape(int channels, int height, int width) {
	public ImageShape {
		if (channels < 1 || height < 1 || width < 1) {
			throw new IllegalArgumentException("not an image: " + channels + "×" + height + "×" + width);
		}
	}

	/**
	 * @return numbers in one image
	 */
	public int size() {
		return channels * height * width;
	}

	@Override
	public String toString() {
		return channels + "×" + height + "×" + width;
	}
}
