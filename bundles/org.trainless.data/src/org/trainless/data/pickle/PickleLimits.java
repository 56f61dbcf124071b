/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

/**
 * What a pickle may make the reader do. A real file stays far below; a hostile one runs into it.
 *
 * @param bytes        length of the pickle
 * @param instructions pickle instructions, which bound the number of objects
 * @param inMemory     bytes that it may fill in memory: what is not left in the file, and copies of it
 */
public record PickleLimits(long bytes, long instructions, int inMemory) {
	/** For one file of a NATS-Bench folder: 0.3 MB and 40,000 instructions as a rule. */
	public static final PickleLimits SMALL = new PickleLimits(16L << 20, 1_000_000, 1 << 24);
	/** For a batch of images: up to 1.3 million labels, and 98 MB of pixels that protocol 2 writes as text. */
	public static final PickleLimits IMAGES = new PickleLimits(8L << 30, 4_000_000, 1 << 28);
}
