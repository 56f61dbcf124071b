/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

/**
 * Bytes in memory.
 */
public final class HeapBytes implements ByteSource {
	private final byte[] bytes;

	/**
	 * @param bytes the bytes; not copied, do not change them
	 */
	public HeapBytes(byte[] bytes) {
		this.bytes = bytes;
	}

	@Override
	public long size() {
		return bytes.length;
	}

	@Override
	public int read(long position, byte[] target, int offset, int length) {
		if (position >= bytes.length) {
			return -1;
		}
		int count = (int) Math.min(length, bytes.length - position);
		System.arraycopy(bytes, (int) position, target, offset, count);
		return count;
	}
}
