/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.registry.Contributions;
import org.trainless.stats.rank.RankAgreement;

/** Compares tables of scores with benchmarks. */
public final class CorrelationService {
	private static final int SHARE_OF_THE_BEST = 10;

	private final Contributions contributions;

	/** The scores of one proxy and the accuracies beside them. */
	private static final class Pairs {
		private final Map<Long, double[]> byIndex = new LinkedHashMap<>();
		private long withoutAccuracy;
	}

	/**
	 * Called by the service component runtime.
	 *
	 * @param contributions what is installed
	 */
	public CorrelationService(Contributions contributions) {
		this.contributions = contributions;
	}

	/**
	 * @param table     a table of scores
	 * @param space     id of the search space
	 * @param benchmark which benchmark
	 * @param top       how many of the best are compared; a tenth of the architectures when empty
	 * @return the agreement of each proxy
	 * @throws ProblemException when the table or the benchmark cannot be read, or fewer than two architectures of a
	 *                          proxy have an accuracy
	 */
	public Correlation correlate(Path table, String space, Selection benchmark, OptionalInt top)
			throws ProblemException {
		SearchSpace known = contributions.searchSpace(space);
		List<ScoreRow> rows = ScoreTable.read(table);
		try (Benchmark accuracies = contributions.benchmark(benchmark, known)) {
			Map<String, Pairs> pairs = new LinkedHashMap<>();
			for (int i = 0; i < rows.size(); i++) {
				ScoreRow row = rows.get(i);
				add(row, architecture(row, known, table, i + 2), known, accuracies,
						pairs.computeIfAbsent(row.proxy(), p -> new Pairs()));
			}
			if (pairs.isEmpty()) {
				throw new ProblemException(Problem
						.error("too-few", "the table has no scores", "score some architectures").in(table.toString()));
			}
			List<Agreement> agreements = new ArrayList<>();
			for (Map.Entry<String, Pairs> proxy : pairs.entrySet()) {
				agreements.add(agreement(proxy.getKey(), proxy.getValue(), top, table));
			}
			return new Correlation(accuracies.meaning(), agreements);
		}
	}

	private static Architecture architecture(ScoreRow row, SearchSpace space, Path table, int line)
			throws ProblemException {
		try {
			return space.parse(row.architecture());
		} catch (ProblemException e) {
			throw new ProblemException(
					e.problems().stream().map(p -> p.in(table.toString()).at(new Position(line, 1, 0, 0))).toList(), e);
		}
	}

	/** An architecture that was scored twice counts once: its scores are equal. */
	private static void add(ScoreRow row, Architecture architecture, SearchSpace space, Benchmark accuracies,
			Pairs pairs) throws ProblemException {
		OptionalDouble accuracy = accuracies.accuracy(architecture);
		if (accuracy.isEmpty()) {
			pairs.withoutAccuracy++;
		} else {
			pairs.byIndex.put(space.indexOf(architecture),
					new double[] { row.score().value(), accuracy.getAsDouble() });
		}
	}

	private static Agreement agreement(String proxy, Pairs pairs, OptionalInt top, Path table) throws ProblemException {
		int count = pairs.byIndex.size();
		if (count < 2) {
			throw new ProblemException(Problem.error("too-few",
					proxy + ": " + count + " architectures with a score and an accuracy are too few to compare",
					"score more of them, or choose a benchmark that holds them").in(table.toString()));
		}
		double[] scores = pairs.byIndex.values().stream().mapToDouble(p -> p[0]).toArray();
		double[] accuracies = pairs.byIndex.values().stream().mapToDouble(p -> p[1]).toArray();
		RankAgreement agreement = new RankAgreement(scores, accuracies);
		int k = Math.min(count, Math.max(1, top.orElse(count / SHARE_OF_THE_BEST)));
		long nonFinite = pairs.byIndex.values().stream().filter(p -> !Double.isFinite(p[0])).count();
		return new Agreement(proxy, count, nonFinite, pairs.withoutAccuracy, agreement.spearman(), agreement.kendall(),
				k, agreement.topOverlap(k));
	}
}
