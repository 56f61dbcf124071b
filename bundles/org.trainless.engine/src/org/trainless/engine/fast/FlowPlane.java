/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

/**
 * Shape of an activation of the flow: for each channel two images side by side, the value and its derivative, each with
 * a border of one pixel that is zero.
 *
 * @param channels of a pixel
 * @param height   without the border
 * @param width    without the border
 */
record FlowPlane(int channels, int height, int width) {
	/** @return numbers in a row of an image, with its border */
	int line() {
		return width + 2;
	}

	/** @return numbers in one image */
	int image() {
		return (height + 2) * line();
	}

	/** @return numbers of a channel: both images */
	int channel() {
		return 2 * image();
	}

	/** @return numbers in all */
	int size() {
		return channels * channel();
	}

	/** Makes the border zero again. */
	void clearBorder(double[] values) {
		int line = line();
		for (int start = 0; start < values.length; start += image()) {
			for (int i = 0; i < line; i++) {
				values[start + i] = 0;
				values[start + (height + 1) * line + i] = 0;
			}
			for (int y = 1; y <= height; y++) {
				values[start + y * line] = 0;
				values[start + y * line + width + 1] = 0;
			}
		}
	}
}
