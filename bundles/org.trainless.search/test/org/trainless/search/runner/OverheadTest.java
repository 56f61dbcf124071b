/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Domain;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.Landscape;

/**
 * What strategy and runner cost where evaluations cost nothing. The best of several rounds, so that neighbours do not
 * count.
 */
class OverheadTest {
	private static final int EVALUATIONS = 10_000;
	private static final int ROUNDS = 12;
	private static final double MOST_MICROSECONDS = 20;

	@ParameterizedTest
	@CsvSource({ "random,1", "regularized-evolution,1", "regularized-evolution,8", "local-search,1" })
	void isSmall(String id, int batch) throws ProblemException, IOException {
		double[] scores = Domains.all(Domains.cells()).stream().mapToDouble(Landscape.rugged(1)).toArray();
		Evaluator instant = (architecture, cancellation) -> new Evaluated(
				Landscape.score(scores[(int) Domains.NATS.indexOf(architecture)]), 0, true);
		double best = Double.POSITIVE_INFINITY;
		Domain domain = Domains.cells("skip_connect <= 1");
		for (int round = 0; round < ROUNDS; round++) {
			Search search = Search.of("fast", round, Domains.NATS,
					Declared.factory(id).create(Declared.parameters(id, Map.of("evaluations", (long) EVALUATIONS)),
							domain, new Seed(round).generator()),
					Map.of("objective", new SearchObjective(instant, true))).withBatch(batch);
			long[] trials = { 0 };
			long began = System.nanoTime();
			new SearchRunner(search, task -> {
			}, System::nanoTime).run(List.of(), trial -> trials[0]++, SearchListener.NONE, Cancellation.NONE);
			best = Math.min(best, (System.nanoTime() - began) / 1000.0 / trials[0]);
		}
		System.out.printf("%s, batch %d: %.2f µs per evaluation%n", id, batch, best);
		double found = best;
		assertTrue(found <= MOST_MICROSECONDS, () -> found + " µs per evaluation");
	}
}
