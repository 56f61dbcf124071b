/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import org.trainless.api.problem.ProblemException;

/**
 * One file of images, all of the same shape.
 */
interface Batch {
	/**
	 * @return the file
	 */
	Path file();

	/**
	 * @return number of images
	 */
	int size();

	/**
	 * @return a reader, to be closed
	 * @throws ProblemException when the file is not what it should be
	 * @throws IOException      when the file system fails
	 */
	Reader open() throws ProblemException, IOException;

	/** Reads images, in ascending order of their numbers. */
	interface Reader extends Closeable {
		/**
		 * @param image  number in the file, from 0, above the one before
		 * @param pixels takes its bytes, planes of channels one after the other
		 * @return its class, from 0
		 * @throws ProblemException when the image is not what it should be
		 * @throws IOException      when the file system fails
		 */
		int read(int image, byte[] pixels) throws ProblemException, IOException;
	}
}
