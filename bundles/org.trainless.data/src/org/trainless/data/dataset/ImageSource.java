/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;

/**
 * Images with labels that can be read by number. Thread-safe.
 */
interface ImageSource {
	/**
	 * @return shape of every image
	 */
	ImageShape shape();

	/**
	 * @return number of images
	 */
	long size();

	/**
	 * Reads images as they are stored, not normalised: 0 to 255 when they are bytes.
	 *
	 * @param indices which images, from 0, distinct
	 * @param values  takes the images, in the order of the indices
	 * @param labels  takes their classes, from 0
	 * @throws ProblemException when a file is not what it should be
	 * @throws IOException      when the file system fails
	 */
	void read(long[] indices, float[] values, int[] labels) throws ProblemException, IOException;
}
