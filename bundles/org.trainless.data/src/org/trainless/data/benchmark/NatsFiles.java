/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.trainless.api.problem.ProblemException;

/**
 * The files of a benchmark, in a folder or in an archive. Thread-safe; holds nothing open.
 */
interface NatsFiles {
	/**
	 * When it is equal, so is the file, as far as size and time tell.
	 *
	 * @param size     bytes
	 * @param modified milliseconds
	 */
	record Stamp(long size, long modified) {
	}

	/**
	 * @return folder or archive
	 */
	Path location();

	/**
	 * @param index of an architecture
	 * @return how its file is named in messages
	 */
	String name(int index);

	/**
	 * @param index of an architecture
	 * @return stamp of its file; empty when it is known that there is none
	 * @throws IOException when the file system fails
	 */
	Optional<Stamp> stamp(int index) throws IOException;

	/**
	 * @param index of an architecture
	 * @return true when it has a file that is not empty
	 * @throws ProblemException when the archive is damaged
	 * @throws IOException      when the file system fails
	 */
	boolean holds(int index) throws ProblemException, IOException;

	/**
	 * @param index of an architecture
	 * @return its file, packed; empty when there is none
	 * @throws ProblemException when the archive is damaged
	 * @throws IOException      when the file system fails
	 */
	Optional<byte[]> read(int index) throws ProblemException, IOException;

	/**
	 * @return index of some architecture that has a file; empty when none has
	 * @throws ProblemException when the archive is damaged
	 * @throws IOException      when the file system fails
	 */
	Optional<Integer> any() throws ProblemException, IOException;
}
