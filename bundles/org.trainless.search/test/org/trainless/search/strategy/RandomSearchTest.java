/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.search.testing.ChiSquare;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.GridSpace;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class RandomSearchTest extends StrategyContractTest {
	@Override
	String id() {
		return "random";
	}

	@Override
	Map<String, ?> stated() {
		return Map.of("evaluations", 60L);
	}

	/** The same contract without replacement. */
	@Nested
	class WithoutReplacement extends StrategyContractTest {
		@Override
		String id() {
			return "random";
		}

		@Override
		Map<String, ?> stated() {
			return Map.of("evaluations", 60L, "replacement", false);
		}

		@Test
		void drawsNothingTwiceAndEndsWithTheDomain() {
			Domain domain = Domains.cells("skip_connect == 5");
			Played played = Played.of(strategy(domain, 1), 1, Landscape.rugged(1));
			assertEquals(24, domain.size());
			assertEquals(new HashSet<>(Domains.all(domain)), new HashSet<>(played.architectures()));
			assertEquals(24, played.architectures().size());
			assertEquals("all 24 feasible architectures evaluated", played.reason());
		}

		@Test
		void everyOrderIsAsLikely() {
			Domain domain = Domains.constrained(GridSpace.SMALL, "sum >= 5");
			assertEquals(4, domain.size());
			List<List<Architecture>> orders = new ArrayList<>();
			for (int seed = 0; seed < 4000; seed++) {
				orders.add(Played.of(strategy(domain, seed), 1, Landscape.rugged(1)).architectures());
			}
			ChiSquare.assertUniform(new HashSet<>(orders), orders);
			assertEquals(24, new HashSet<>(orders).size());
		}
	}

	@Test
	void drawsUniformlyAndIndependently() {
		Domain domain = Domains.constrained(GridSpace.SMALL, "sum >= 5");
		List<List<Architecture>> pairs = new ArrayList<>();
		for (int seed = 0; seed < 400; seed++) {
			List<Architecture> drawn = Played.of(strategy(domain, seed), 1, Landscape.rugged(1)).architectures();
			for (int i = 0; i < drawn.size(); i += 2) {
				pairs.add(drawn.subList(i, i + 2));
			}
		}
		assertEquals(16, new HashSet<>(pairs).size());
		ChiSquare.assertUniform(new HashSet<>(pairs), pairs);
	}

	@Test
	void asManyAsStated() {
		Played played = Played.of(strategy(Domains.cells(), 1), 1, Landscape.rugged(1));
		assertEquals(60, played.architectures().size());
		assertEquals("60 evaluations made", played.reason());
	}

	@Test
	void withoutReplacementIsQuickToTheLast() {
		DistinctDraws draws = new DistinctDraws(1_000_000, new Seed(1).generator());
		boolean[] seen = new boolean[1_000_000];
		while (draws.hasNext()) {
			int drawn = (int) draws.next();
			assertTrue(!seen[drawn]);
			seen[drawn] = true;
		}
		for (boolean one : seen) {
			assertTrue(one);
		}
	}

	@Test
	void refusesWhatNoFileCanSay() {
		assertThrows(IllegalArgumentException.class, () -> new RandomSettings(0, true));
		ProblemException refused = assertThrows(ProblemException.class,
				() -> Declared.factory("random").create(Declared.parameters("random", Map.of("evaluations", 0L)),
						Domains.cells(), new Seed(1).generator()));
		assertEquals("strategy-parameters", refused.problems().get(0).code());
	}
}
