/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.trainless.api.space.Domain;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class ExhaustiveSearchTest extends StrategyContractTest {
	@Override
	String id() {
		return "exhaustive";
	}

	@Override
	Map<String, ?> stated() {
		return Map.of();
	}

	@Override
	boolean isRandom() {
		return false;
	}

	@Test
	void visitsAllInTheOrderOfTheirIndices() {
		for (Domain domain : new Domain[] { Domains.cells("skip_connect <= 1"), Domains.cells() }) {
			Played played = Played.of(strategy(domain, 1), 5, a -> 0);
			assertEquals(Domains.all(domain), played.architectures());
			assertEquals(played.architectures().stream().map(Domains.NATS::indexOf).sorted().toList(),
					played.architectures().stream().map(Domains.NATS::indexOf).toList());
			assertEquals("all " + domain.size() + " feasible architectures evaluated", played.reason());
		}
		assertEquals(10_240, Played.of(strategy(Domains.cells("skip_connect <= 1"), 1), 1, Landscape.coarse(1))
				.evaluations().size());
	}
}
