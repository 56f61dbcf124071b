/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.random.RandomGenerator;

import org.trainless.api.run.Seed;
import org.trainless.api.space.ImageShape;

/**
 * Images that are made when they are read. Each has a random generator of its own, derived from the seed and its
 * number, so that it does not depend on which others are read.
 *
 * @param shape   of an image
 * @param size    number of images
 * @param classes number of classes; every one is equally likely
 * @param seed    of all of them
 * @param maker   makes one
 */
record SyntheticImages(ImageShape shape, long size, int classes, Seed seed, Maker maker) implements ImageSource {

	/** Makes an image. Thread-safe. */
	@FunctionalInterface
	interface Maker {
		/**
		 * @param label  its class
		 * @param random its source of randomness
		 * @param values takes the image
		 * @param offset of its first value
		 */
		void make(int label, RandomGenerator random, float[] values, int offset);
	}

	@Override
	public void read(long[] indices, float[] values, int[] labels) {
		for (int i = 0; i < indices.length; i++) {
			RandomGenerator random = seed.derive("image " + indices[i]).generator();
			labels[i] = random.nextInt(classes);
			maker.make(labels[i], random, values, i * shape.size());
		}
	}
}
