/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes of a file. Open it for a piece of work and close it: a channel that is kept dies with the first interrupted
 * thread that reads from it.
 */
public final class FileBytes implements ByteSource {
	private final FileChannel channel;
	private final long size;

	/**
	 * @param file which file
	 * @throws IOException when it cannot be opened
	 */
	public FileBytes(Path file) throws IOException {
		channel = FileChannel.open(file, StandardOpenOption.READ);
		size = channel.size();
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public int read(long position, byte[] target, int offset, int length) throws IOException {
		return channel.read(ByteBuffer.wrap(target, offset, length), position);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
