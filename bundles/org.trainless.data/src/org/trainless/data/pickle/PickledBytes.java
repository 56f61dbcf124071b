/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.EOFException;
import java.io.IOException;

/**
 * A byte string in a pickle. Long ones are left where they are.
 */
public sealed interface PickledBytes {
	/**
	 * @return number of bytes
	 */
	long length();

	/**
	 * Reads some of them.
	 *
	 * @param source   the pickle that they come from
	 * @param position of the first byte within the byte string
	 * @param target   where they go
	 * @throws IOException when the pickle does not hold them, or cannot be read
	 */
	void read(ByteSource source, long position, byte[] target) throws IOException;

	/**
	 * In memory.
	 *
	 * @param bytes the bytes; do not change them
	 */
	record Inline(byte[] bytes) implements PickledBytes {
		@Override
		public long length() {
			return bytes.length;
		}

		@Override
		public void read(ByteSource source, long position, byte[] target) throws IOException {
			if (position + target.length > bytes.length) {
				throw new EOFException("the data end early");
			}
			System.arraycopy(bytes, Math.toIntExact(position), target, 0, target.length);
		}
	}

	/**
	 * In the file.
	 *
	 * @param offset of the first byte in the pickle
	 * @param length number of bytes
	 */
	record Region(long offset, long length) implements PickledBytes {
		@Override
		public void read(ByteSource source, long position, byte[] target) throws IOException {
			if (position + target.length > length) {
				throw new EOFException("the data end early");
			}
			source.readFully(offset + position, target, 0, target.length);
		}
	}
}
