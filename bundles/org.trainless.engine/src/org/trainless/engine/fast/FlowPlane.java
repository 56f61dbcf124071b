/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Shape of an activation of the flow: for each channel two images one after the other, the value and its derivative.
 * <p>
 * The network's input is the same everywhere, so that an activation differs from pixel to pixel only as far from the
 * border as the paddings before it reach. Beyond that depth all pixels of a row, or of a column, are equal, and only
 * two are kept.
 *
 * @param channels   of a pixel
 * @param fullHeight of the image
 * @param fullWidth  of the image
 * @param depth      pixels next to each border that may differ, or more
 */
record FlowPlane(int channels, int fullHeight, int fullWidth, int depth) {
	/** @return rows that are kept */
	int height() {
		return Math.min(fullHeight, 2 * depth + 2);
	}

	/** @return columns that are kept */
	int width() {
		return Math.min(fullWidth, 2 * depth + 2);
	}

	/** @return numbers in one image */
	int image() {
		return height() * width();
	}

	/** @return numbers of a channel: both images */
	int channel() {
		return 2 * image();
	}

	/**
	 * @return numbers in all
	 * @throws IllegalArgumentException when no array holds so many
	 */
	int size() {
		return Sizes.product(2, height(), width(), channels);
	}

	/** @return the same image with more of it kept, or the same */
	FlowPlane at(int newDepth) {
		return new FlowPlane(channels, fullHeight, fullWidth, newDepth);
	}

	/** @return the plane of the same kept pixels with other channels */
	FlowPlane of(int newChannels) {
		return new FlowPlane(newChannels, fullHeight, fullWidth, depth);
	}

	/** @return the plane after a convolution of stride 2, which is to be made of this plane at {@link #beforeHalf} */
	FlowPlane half(int newChannels) {
		return new FlowPlane(newChannels, fullHeight / 2, fullWidth / 2, (depth + 2) / 2);
	}

	/** @return this plane with twice the rows and columns that are kept of the half */
	FlowPlane beforeHalf() {
		return at(2 * ((depth + 2) / 2) + 1);
	}

	/**
	 * @param position a row or a column that is kept in a plane of the same image that keeps more
	 * @param more     how many that plane keeps
	 * @param kept     how many this plane keeps
	 * @return the equal one in this plane
	 */
	int source(int position, int more, int kept) {
		if (position >= more - (kept - Math.min(depth, kept - 1) - 1)) {
			return position - (more - kept);
		}
		return Math.min(position, depth);
	}
}
