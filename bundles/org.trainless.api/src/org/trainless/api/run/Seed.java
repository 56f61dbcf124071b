/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * The seed of one stream of random numbers. Streams for different purposes are derived by name, so that what one part
 * draws never shifts what another part gets, and results do not depend on order or threads.
 * <p>
 * Derivation: the first eight bytes, big-endian, of SHA-256 over the seed's eight bytes and the UTF-8 bytes of the
 * purpose. Generator: {@value #ALGORITHM} (Steele and Vigna, "LXM: better splittable pseudorandom number generators
 * (and almost as fast)", OOPSLA 2021). Both are part of the contract: scores and traces are reproducible because of
 * them.
 *
 * @param value any number
 * @since 0.1
 */
public record Seed(long value) {
	/** Name of the random number generator, as {@link RandomGenerator#of(String)} knows it. */
	public static final String ALGORITHM = "L64X128MixRandom";

	/**
	 * @param purpose what the numbers are for, for example {@code "strategy"}
	 * @return the seed of an independent stream, always the same for the same seed and purpose
	 */
	public Seed derive(String purpose) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
			return new Seed(ByteBuffer.wrap(digest.digest(purpose.getBytes(StandardCharsets.UTF_8))).getLong());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/**
	 * @return a new generator at the start of this seed's stream; not thread-safe, give each thread its own
	 */
	public RandomGenerator generator() {
		return new L64X128Mix(value);
	}
}
