/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.razorvine.pickle.PickleException;

/**
 * Type of the numbers of a NumPy array or scalar.
 *
 * @param kind      {@code b} boolean, {@code i} signed, {@code u} unsigned, {@code f} floating
 * @param bytes     width of one number
 * @param bigEndian order of its bytes
 */
public record NumpyType(char kind, int bytes, boolean bigEndian) {

	static NumpyType of(String code) {
		return switch (code) {
		case "b1", "u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f4", "f8" ->
			new NumpyType(code.charAt(0), code.charAt(1) - '0', false);
		default -> throw new PickleException("NumPy type '" + code + "' is not a plain number");
		};
	}

	NumpyType ordered(String order) {
		return switch (order) {
		case "<", "|", "=" -> new NumpyType(kind, bytes, false);
		case ">" -> new NumpyType(kind, bytes, true);
		default -> throw new PickleException("NumPy byte order '" + order + "' is unknown");
		};
	}

	/**
	 * @param data   where the number is
	 * @param offset of its first byte
	 * @return the number: {@code Double}, {@code Long} or {@code Boolean}
	 */
	public Object number(byte[] data, int offset) {
		ByteBuffer buffer = ByteBuffer.wrap(data, offset, bytes)
				.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		if (kind == 'b') {
			return buffer.get() != 0;
		}
		if (kind == 'f') {
			return bytes == Float.BYTES ? (double) buffer.getFloat() : buffer.getDouble();
		}
		boolean signed = kind == 'i';
		return switch (bytes) {
		case 1 -> signed ? (long) buffer.get() : buffer.get() & 0xffL;
		case 2 -> signed ? (long) buffer.getShort() : buffer.getShort() & 0xffffL;
		case 4 -> signed ? (long) buffer.getInt() : buffer.getInt() & 0xffffffffL;
		default -> buffer.getLong();
		};
	}
}
