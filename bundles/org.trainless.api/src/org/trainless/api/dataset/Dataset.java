/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.dataset;

import java.util.List;
import java.util.random.RandomGenerator;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Task;

/**
 * Labelled images, opened for reading. Thread-safe.
 *
 * @since 0.1
 */
public interface Dataset extends AutoCloseable {
	/**
	 * @return shape of the images and number of classes
	 */
	Task task();

	/**
	 * @return how many images can be drawn
	 */
	long size();

	/**
	 * Identifies the content: equal fingerprints give equal minibatches for equal generators. Changes when a file
	 * changes.
	 *
	 * @return a short text without spaces
	 */
	String fingerprint();

	/**
	 * @return what is odd but not fatal, for example missing batches
	 */
	List<Problem> warnings();

	/**
	 * Draws distinct images, uniformly and without replacement, normalised with the dataset's mean and standard
	 * deviation.
	 *
	 * @param size   number of images, at least 1
	 * @param random source of randomness
	 * @return the batch
	 * @throws ProblemException when there are fewer images than asked for, or a file cannot be read
	 */
	Minibatch minibatch(int size, RandomGenerator random) throws ProblemException;

	@Override
	default void close() {
	}
}
