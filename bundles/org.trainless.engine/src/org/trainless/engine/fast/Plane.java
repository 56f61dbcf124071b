/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Shape of an activation that lies in memory as images × height × width × channels.
 *
 * @param images   of the batch
 * @param height   in pixels
 * @param width    in pixels
 * @param channels of a pixel
 */
record Plane(int images, int height, int width, int channels) {
	/** @return numbers in a row of pixels */
	int row() {
		return width * channels;
	}

	/** @return numbers in an image */
	int image() {
		return height * row();
	}

	/** @return numbers in all */
	int size() {
		return images * image();
	}

	/** @return the plane after a reduction */
	Plane reduced(int newChannels) {
		return new Plane(images, height / 2, width / 2, newChannels);
	}

	/** @return for each number in a row its channel's value */
	float[] spread(double[] perChannel) {
		float[] result = new float[row()];
		for (int j = 0; j < result.length; j++) {
			result[j] = (float) perChannel[j % channels];
		}
		return result;
	}
}
