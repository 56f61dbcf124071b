/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.dataset;

import java.util.Arrays;
import java.util.Objects;

import org.trainless.api.space.ImageShape;

/**
 * A batch of distinct images with their labels. Immutable by agreement: do not change the arrays.
 *
 * @param shape  of one image
 * @param pixels normalised values, image after image, each channels × height × width, row-major
 * @param labels class of each image, from 0
 * @since 0.1
 */
public record Minibatch(ImageShape shape, float[] pixels, int[] labels) {
	public Minibatch {
		Objects.requireNonNull(shape);
		if (pixels.length != labels.length * shape.size()) {
			throw new IllegalArgumentException(
					pixels.length + " values are not " + labels.length + " images of " + shape);
		}
	}

	/**
	 * @return number of images
	 */
	public int size() {
		return labels.length;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Minibatch m && m.shape.equals(shape) && Arrays.equals(m.pixels, pixels)
				&& Arrays.equals(m.labels, labels);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(labels) + Arrays.hashCode(pixels);
	}

	@Override
	public String toString() {
		return size() + " images of " + shape;
	}
}
