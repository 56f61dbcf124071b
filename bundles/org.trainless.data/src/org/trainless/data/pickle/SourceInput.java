/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A buffered stream over a source that knows its position, skips without reading, and can bound the next line.
 */
final class SourceInput extends InputStream {
	private static final int BUFFER = 1 << 14;

	private final ByteSource source;
	private final byte[] buffer = new byte[BUFFER];
	/** Position in the source of the first byte of the buffer. */
	private long start;
	private int next;
	private int filled;
	private int lineLeft = Integer.MAX_VALUE;
	private long passed;

	SourceInput(ByteSource source) {
		this.source = source;
	}

	long position() {
		return start + next;
	}

	long remaining() {
		return source.size() - position();
	}

	/** Bytes that were read and not passed over. */
	long taken() {
		return position() - passed;
	}

	/** Bytes read one at a time from here on may number at most {@code bytes}; the pickle library reads lines so. */
	void boundLine(int bytes) {
		lineLeft = bytes;
	}

	void unboundLine() {
		lineLeft = Integer.MAX_VALUE;
	}

	@Override
	public int read() throws IOException {
		if (lineLeft != Integer.MAX_VALUE && lineLeft-- == 0) {
			throw new IOException("a line is too long");
		}
		return fill() ? buffer[next++] & 0xff : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, filled - next);
		System.arraycopy(buffer, next, target, offset, count);
		next += count;
		return count;
	}

	/** Passes over bytes without reading them. */
	void pass(long bytes) throws IOException {
		if (bytes > remaining()) {
			throw new EOFException("the file ends early");
		}
		start = position() + bytes;
		passed += bytes;
		next = 0;
		filled = 0;
	}

	private boolean fill() {
		if (next < filled) {
			return true;
		}
		start += filled;
		next = 0;
		try {
			filled = Math.max(0, source.read(start, buffer, 0, buffer.length));
		} catch (IOException e) {
			// the pickle library reports malformed input as IOException: keep the two apart
			throw new UncheckedIOException(e);
		}
		return filled > 0;
	}
}
