/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class DeclarationTest {
	@Test
	void allStrategiesAreContributed() {
		assertEquals(List.of("random", "exhaustive", "regularized-evolution", "local-search"), Declared.ids());
	}

	@Test
	void theDeclaredDefaultsMakeASearch() throws ProblemException {
		for (String id : Declared.ids()) {
			Played played = Played.of(Declared.factory(id).create(Declared.parameters(id, Map.of()), Domains.cells(),
					new Seed(1).generator()), 1, Landscape.rugged(1));
			assertTrue(played.evaluations().size() >= 100, id);
		}
	}
}
