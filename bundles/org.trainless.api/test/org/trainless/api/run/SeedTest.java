/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

class SeedTest {
	@Test
	void derivationIsThePublishedOne() throws Exception {
		java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
		sha.update(new byte[] { 0, 0, 0, 0, 0, 0, 0, 7 });
		byte[] digest = sha.digest("weights".getBytes(StandardCharsets.UTF_8));
		long expected = 0;
		for (int i = 0; i < 8; i++) {
			expected = expected << 8 | digest[i] & 0xff;
		}
		assertEquals(expected, new Seed(7).derive("weights").value());
	}

	@Test
	void purposesAndSeedsGiveDifferentStreams() {
		Set<Long> seen = new HashSet<>();
		for (long seed = -50; seed < 50; seed++) {
			for (String purpose : new String[] { "", "strategy", "weights", "minibatch" }) {
				seen.add(new Seed(seed).derive(purpose).value());
			}
		}
		assertEquals(400, seen.size());
	}

	@Test
	void theGeneratorIsPinned() {
		// The same on Java 17 and 25; a change would silently change every published score.
		RandomGenerator random = new Seed(1).generator();
		RandomGenerator again = new Seed(1).generator();
		long first = random.nextLong();
		assertEquals(first, again.nextLong());
		assertNotEquals(first, new Seed(2).generator().nextLong());
		assertEquals(PINNED, first);
	}

	private static final long PINNED = -1758847578096520770L;
}
