/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

class StoreLookupTest {
	@TempDir
	private Path folder;

	private static ScoreIdentity of(String space, String equivalence, String proxy, long seed) {
		return new ScoreIdentity(space, equivalence, proxy, "p", "1", "{}", "3x32x32 in 10 classes", "noise:1", 16,
				seed, "none", "none", "single");
	}

	private Path store() throws ProblemException {
		Path file = folder.resolve("scores.sqlite");
		try (ScoreStore store = ScoreStore.open(file, p -> {
			throw new AssertionError(p.toLine());
		})) {
			store.scores(of("nats-tss", "value-graph", "naswot", 2)).keep("r", Score.of(20), 2);
			store.scores(of("nats-tss", "value-graph", "naswot", 1)).keep("r", Score.of(10), 1);
			store.scores(of("nats-tss", "value-graph", "naswot", 1)).keep("another", Score.of(11), 1);
			store.scores(of("nats-tss", "identity", "grad", 1)).keep("a", Score.of(30), 1);
			store.scores(of("nats-tss", "identity", "grad", 1)).keep("r", Score.of(31), 1);
			store.scores(of("nats-sss", "identity", "grad", 1)).keep("a", Score.of(40), 1);
			store.scores(of("nats-tss", "identity", "bad", 1)).keep("a",
					Score.nonFinite(Double.NaN, NonFinite.NOT_A_NUMBER, "0/0"), 1);
		}
		return file;
	}

	@Test
	void scoresOfAnArchitectureAreFoundUnderItsRepresentatives() throws ProblemException {
		List<StoredScore> found = StoreLookup.of(store(), "nats-tss", Map.of("value-graph", "r", "identity", "a"));
		assertEquals(List.of("bad 1", "grad 1", "naswot 1", "naswot 2"),
				found.stream().map(s -> s.identity().proxy() + " " + s.identity().seed()).toList());
		assertEquals(List.of(30.0, 10.0, 20.0),
				found.stream().map(s -> s.score().value()).filter(Double::isFinite).toList());
		assertEquals("0/0", found.get(0).score().detail());
		assertEquals(2, found.get(3).seconds());
		assertEquals(List.of(), StoreLookup.of(store(), "nats-tss", Map.of("value-graph", "nobody")));
	}

	@Test
	void noStoreKnowsNothingAndIsNotMade() throws ProblemException {
		Path file = folder.resolve("none.sqlite");
		assertEquals(List.of(), StoreLookup.of(file, "nats-tss", Map.of("identity", "a")));
		assertFalse(Files.exists(file));
	}

	@Test
	void whatIsNoStoreIsSaid() throws Exception {
		Path file = Files.writeString(folder.resolve("text.sqlite"), "no store at all, but some text\n".repeat(50));
		ProblemException problem = assertThrows(ProblemException.class,
				() -> StoreLookup.of(file, "nats-tss", Map.of("identity", "a")));
		assertEquals("foreign-store", problem.problems().get(0).code());
	}
}
