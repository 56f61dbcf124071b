/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes pickles instruction by instruction, hostile ones too.
 */
public final class PickleBytes {
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** Instructions and arguments as they stand in the file; characters are bytes. */
	public PickleBytes raw(String bytes) {
		return raw(bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

	public PickleBytes raw(byte[] bytes) {
		out.write(bytes, 0, bytes.length);
		return this;
	}

	public PickleBytes repeat(String bytes, int count) {
		byte[] one = bytes.getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < count; i++) {
			out.write(one, 0, one.length);
		}
		return this;
	}

	public PickleBytes word(long value, int bytes) {
		return raw(new String(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), 0,
				bytes, StandardCharsets.ISO_8859_1));
	}

	public PickleBytes text(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return raw("X").word(bytes.length, 4).raw(bytes);
	}

	public PickleBytes bytes(byte[] bytes) {
		return raw("B").word(bytes.length, 4).raw(bytes);
	}

	public PickleBytes number(int value) {
		return raw("J").word(value, 4);
	}

	public PickleBytes global(String module, String name) {
		return raw("c" + module + "\n" + name + "\n");
	}

	public PickleBytes list(int[] numbers) {
		raw("](");
		for (int number : numbers) {
			number(number);
		}
		return raw("e");
	}

	/** An array of unsigned bytes with the shape given, as NumPy writes it. */
	public PickleBytes array(byte[] data, long... shape) {
		global("numpy.core.multiarray", "_reconstruct").raw("(").global("numpy", "ndarray").raw("(K\0tU\1btR");
		raw("(K\1(");
		for (long axis : shape) {
			raw("\u008a\u0008").word(axis, 8);
		}
		raw("t").type("u1").raw("\u0089").bytes(data);
		return raw("tb");
	}

	public PickleBytes type(String code) {
		return global("numpy", "dtype").raw("(").text(code).raw("K\0K\1tR(K\3").text("|").raw("NNNJ").word(-1, 4)
				.raw("J").word(-1, 4).raw("K\0tb");
	}

	public byte[] stop() {
		return raw(".").out.toByteArray();
	}

	/** A batch of images as CIFAR and ImageNet16 are published. */
	public static byte[] imageBatch(String labelKey, int[] labels, byte[] pixels, int pixelsPerImage) {
		return new PickleBytes().raw("\u0080\2}(").text("data")
				.array(pixels, pixels.length / pixelsPerImage, pixelsPerImage).text(labelKey).list(labels).raw("u")
				.stop();
	}
}
