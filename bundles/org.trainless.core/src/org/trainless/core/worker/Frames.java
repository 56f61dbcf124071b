/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Messages on a stream of bytes. Each begins with a mark and its length and is written in one go, so that what native
 * code prints to the same stream in between is passed over.
 */
final class Frames {
	private static final int MARK = 0xF57A1E55;
	private static final int HEADER = 2 * Integer.BYTES;
	/** Above a minibatch of thousands of images; what claims to be longer is not a message. */
	private static final int LONGEST = 1 << 30;

	private Frames() {
	}

	/** Writes the content of a message. */
	@FunctionalInterface
	interface Content {
		void write(DataOutputStream out) throws IOException;
	}

	/** Reads the content of a message. */
	@FunctionalInterface
	interface Reading<T> {
		T read(DataInputStream in) throws IOException;
	}

	/**
	 * @param out     written to by any thread
	 * @param content of the message
	 * @throws IOException              when the stream cannot be written, and by nothing else
	 * @throws IllegalArgumentException when nobody would read so long a message
	 */
	static void write(OutputStream out, Content content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(new byte[HEADER]);
		content.write(new DataOutputStream(bytes));
		if (bytes.size() - HEADER > LONGEST) {
			throw new IllegalArgumentException("a message of " + bytes.size() + " bytes");
		}
		byte[] frame = bytes.toByteArray();
		ByteBuffer.wrap(frame).putInt(MARK).putInt(frame.length - HEADER);
		synchronized (out) {
			out.write(frame);
			out.flush();
		}
	}

	/**
	 * @param in      whoever reads it reads it alone
	 * @param reading of the content
	 * @return the next message; empty at the end of the stream, also when it ends within a message
	 * @throws IOException when the stream cannot be read or holds something else
	 */
	static <T> Optional<T> read(InputStream in, Reading<T> reading) throws IOException {
		int mark = 0;
		int seen = 0;
		while (seen < Integer.BYTES || mark != MARK) {
			int next = in.read();
			if (next < 0) {
				return Optional.empty();
			}
			mark = mark << Byte.SIZE | next;
			seen++;
		}
		DataInputStream data = new DataInputStream(in);
		try {
			int length = data.readInt();
			if (length < 0 || length > LONGEST) {
				throw new IOException("a message of " + length + " bytes");
			}
			byte[] content = in.readNBytes(length);
			return content.length < length ? Optional.empty()
					: Optional.of(reading.read(new DataInputStream(new ByteArrayInputStream(content))));
		} catch (EOFException e) {
			return Optional.empty();
		}
	}

	/** Without the limit of 65,535 bytes that {@link DataOutputStream#writeUTF} has. */
	static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	static String readText(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}
}
