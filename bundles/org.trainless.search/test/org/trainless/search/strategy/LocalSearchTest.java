/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.search.testing.ChiSquare;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.GridSpace;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class LocalSearchTest extends StrategyContractTest {
	@Override
	String id() {
		return "local-search";
	}

	@Override
	Map<String, ?> stated() {
		return Map.of("evaluations", 70L);
	}

	/** At most what the domain holds, as nothing is evaluated twice. */
	private static Played play(Domain domain, long evaluations, int batch, long seed,
			ToDoubleFunction<Architecture> landscape) {
		return Played.of(new LocalSearch(new LocalSearchSettings(evaluations), domain, new Seed(seed).generator()),
				batch, landscape);
	}

	/** Goes through a course and holds each part of it against the definition. Returns the tops of its climbs. */
	private static List<Architecture> climbs(Domain domain, List<Architecture> course,
			ToDoubleFunction<Architecture> landscape) {
		List<Architecture> tops = new ArrayList<>();
		Set<Architecture> known = new HashSet<>();
		int i = 0;
		while (i < course.size()) {
			Architecture current = course.get(i++);
			assertTrue(known.add(current), "a start that is known");
			while (true) {
				List<Architecture> neighbours = domain.neighbours(current);
				Set<Architecture> unknown = new LinkedHashSet<>(neighbours);
				unknown.removeAll(known);
				List<Architecture> next = course.subList(i, Math.min(course.size(), i + unknown.size()));
				assertTrue(unknown.containsAll(next) && new HashSet<>(next).size() == next.size(),
						"the unknown neighbours follow, each once");
				known.addAll(next);
				i += next.size();
				if (next.size() < unknown.size()) {
					return tops;
				}
				Architecture best = neighbours.stream().max(Comparator.comparingDouble(landscape)).orElse(current);
				if (!(landscape.applyAsDouble(best) > landscape.applyAsDouble(current))) {
					tops.add(current);
					break;
				}
				current = best;
			}
		}
		return tops;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 1000 })
	void climbsByBestImprovementAndStartsAgain(int batch) {
		Domain domain = Domains.cells("skip_connect <= 1");
		for (long seed = 1; seed <= 5; seed++) {
			ToDoubleFunction<Architecture> landscape = Landscape.rugged(seed);
			Played played = play(domain, 1500, batch, seed, landscape);
			assertEquals(1500, played.architectures().size());
			List<Architecture> tops = climbs(domain, played.architectures(), landscape);
			assertTrue(tops.size() > 3, () -> "only " + tops.size() + " climbs");
		}
	}

	@Test
	void theBatchChangesNothing() {
		// neighbours are all known before the next step, so that they may be outstanding together
		Domain domain = Domains.cells();
		assertEquals(play(domain, 500, 1, 1, Landscape.rugged(1)), play(domain, 500, 24, 1, Landscape.rugged(1)));
	}

	@Test
	void aSingleTopIsReachedInOneClimb() {
		GridSpace space = GridSpace.of(5, 5, 5);
		Domain domain = Domains.constrained(space, "sum >= 0");
		ToDoubleFunction<Architecture> hill = a -> -Arrays.stream(space.encode(a)).map(x -> (x - 3) * (x - 3)).sum();
		// at most three moves, each past at most twelve neighbours
		Played played = play(domain, 1 + 4 * 12, 1, 1, hill);
		assertTrue(played.architectures().contains(GridSpace.point(3, 3, 3)));
	}

	@Test
	void startsAndOrderAreRandom() {
		Domain domain = Domains.constrained(GridSpace.SMALL, "sum >= 5");
		List<Architecture> starts = new ArrayList<>();
		List<Architecture> second = new ArrayList<>();
		Architecture corner = GridSpace.point(1, 2, 3);
		for (int seed = 0; seed < 4000; seed++) {
			List<Architecture> course = play(domain, 2, 1, seed, a -> 0).architectures();
			starts.add(course.get(0));
			if (course.get(0).equals(corner)) {
				second.add(course.get(1));
			}
		}
		ChiSquare.assertUniform(Domains.all(domain), starts);
		ChiSquare.assertUniform(domain.neighbours(corner), second);
	}

	@Test
	void endsWhenEverythingIsKnown() {
		Domain domain = Domains.cells("skip_connect >= 5");
		Played played = play(domain, 1000, 3, 1, Landscape.coarse(2));
		assertEquals(new HashSet<>(Domains.all(domain)), new HashSet<>(played.architectures()));
		assertEquals(25, played.architectures().size());
		assertEquals("all 25 feasible architectures evaluated", played.reason());
	}

	@Test
	void anIsolatedArchitectureIsATop() {
		Domain domain = Domains.cells("skip_connect == 6 or skip_connect == 0 and nor_conv_3x3 >= 5");
		Architecture isolated = Domains.NATS.decode(new int[] { 1, 1, 1, 1, 1, 1 });
		assertEquals(List.of(), domain.neighbours(isolated));
		Played played = play(domain, 1000, 1, 1, Landscape.rugged(1));
		assertEquals(domain.size(), played.architectures().size());
		assertTrue(climbs(domain, played.architectures(), Landscape.rugged(1)).contains(isolated));
	}

	@Test
	void standsStillOnAPlateau() {
		Played played = play(Domains.cells(), 200, 1, 1, a -> 1);
		assertEquals(200, new HashSet<>(played.architectures()).size());
		assertFalse(climbs(Domains.cells(), played.architectures(), a -> 1).isEmpty());
	}

	@Test
	void refusesWhatNoFileCanSay() {
		assertThrows(IllegalArgumentException.class, () -> new LocalSearchSettings(0));
	}
}
