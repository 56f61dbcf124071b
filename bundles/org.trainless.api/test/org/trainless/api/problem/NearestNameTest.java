/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
	private static final List<String> KEYS = List.of("name", "space", "dataset", "benchmark", "seeds", "scoring",
			"searches", "population", "training-seconds", "regularized-evolution");

	@ParameterizedTest
	@CsvSource({ "popualtion,population", "Population,population", "poplation,population", "populations,population",
			"training_seconds,training-seconds", "regularised-evolution,regularized-evolution", "dataest,dataset",
			"Name,name", "search-space,space", "pop,population", "bench,benchmark", "anme,name", "saerches,searches" })
	void findsWhatWasMeant(String typed, String meant) {
		assertEquals(Optional.of(meant), NearestName.of(typed, KEYS));
	}

	@ParameterizedTest
	@CsvSource({ "hyperparameters", "x", "learning-rate", "constraint", "''" })
	void doesNotGuess(String typed) {
		assertEquals(Optional.empty(), NearestName.of(typed, KEYS));
	}

	@Test
	void aSwapOfNeighboursIsOneSlip() {
		assertEquals(Optional.of("cout"), NearestName.slip("cuot", List.of("cat", "cout")));
		assertEquals(Optional.empty(), NearestName.slip("cutoo", List.of("cout")));
	}

	@Test
	void endlessNamesAreNotCompared() {
		assertEquals(Optional.empty(), NearestName.of("population".repeat(100_000), KEYS));
	}
}
