/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;

/**
 * Bytes that can be read at any place. Thread-safe.
 */
public interface ByteSource extends Closeable {
	/**
	 * @return number of bytes
	 */
	long size();

	/**
	 * Reads some bytes.
	 *
	 * @param position of the first byte, from 0
	 * @param target   where they go
	 * @param offset   of the first one there
	 * @param length   how many are wanted, at least 1
	 * @return how many were read, at least 1; -1 at the end
	 * @throws IOException when reading fails
	 */
	int read(long position, byte[] target, int offset, int length) throws IOException;

	/**
	 * Reads exactly as many bytes as are wanted.
	 *
	 * @param position of the first byte, from 0
	 * @param target   where they go
	 * @param offset   of the first one there
	 * @param length   how many
	 * @throws EOFException when there are fewer
	 * @throws IOException  when reading fails
	 */
	default void readFully(long position, byte[] target, int offset, int length) throws IOException {
		int done = 0;
		while (done < length) {
			int count = read(position + done, target, offset + done, length - done);
			if (count < 0) {
				throw new EOFException("ends at byte " + (position + done) + ", " + (length - done) + " bytes early");
			}
			done += count;
		}
	}

	@Override
	default void close() throws IOException {
	}
}
