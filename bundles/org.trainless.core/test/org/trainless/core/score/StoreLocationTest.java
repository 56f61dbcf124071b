/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;

class StoreLocationTest {
	private static final Path CACHE = Path.of("cache").toAbsolutePath();

	private static Optional<Path> choose(String option, String preference, String variable) throws ProblemException {
		return StoreLocation.choose(Optional.ofNullable(option), preference, variable, CACHE);
	}

	@Test
	void theNearestWordCounts() throws ProblemException {
		assertEquals(Optional.of(CACHE.resolve("scores.sqlite")), choose(null, "", null));
		assertEquals(Optional.of(Path.of("v").toAbsolutePath()), choose(null, null, "v"));
		assertEquals(Optional.of(Path.of("p").toAbsolutePath()), choose(null, "p", "v"));
		assertEquals(Optional.of(Path.of("o").toAbsolutePath()), choose("o", "p", "v"));
	}

	@Test
	void noneIsNone() throws ProblemException {
		assertEquals(Optional.empty(), choose("none", "p", "v"));
		assertEquals(Optional.empty(), choose(null, "none", "v"));
		assertEquals(Optional.empty(), choose(null, "", " none "));
	}

	@Test
	void whatIsNoPathIsSaidToBeNone() {
		ProblemException e = assertThrows(ProblemException.class, () -> choose("a\0b", null, null));
		assertEquals("--store", e.problems().get(0).source());
	}
}
