/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.stats.rank.RankAgreement;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how far scores order architectures as a benchmark's accuracies do. */
@Command(name = "correlate", description = "Rank agreement of a table of scores with a benchmark's accuracies.", mixinStandardHelpOptions = true)
final class CorrelateCommand implements Callable<Integer> {
	private static final int COLUMNS = 6;

	private record Pair(double score, double accuracy) {
	}

	private final Environment environment;

	@Parameters(paramLabel = "CSV", description = "A table that 'score' wrote.")
	private Path table;

	@Option(names = "--benchmark", paramLabel = "ID:key=value,…", required = true, description = "Benchmark with the accuracies.")
	private String benchmarkLine;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String spaceId = "nats-tss";

	@Option(names = "--top", paramLabel = "K", description = "How many of the best are compared. Default: a tenth.")
	private Integer top;

	CorrelateCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		SearchSpace space = environment.services().get(Contributions.class).searchSpace(spaceId);
		ExperimentFiles files = environment.services().get(ExperimentFiles.class);
		try (Benchmark benchmark = environment.services().get(Contributions.class)
				.benchmark(files.selection(ContributionKind.BENCHMARK, "--benchmark", benchmarkLine,
						Path.of("").toAbsolutePath(), List.of()), space)) {
			TextTable lines = new TextTable("proxy", "architectures", "non-finite", "Spearman", "Kendall", "top k",
					"in both");
			for (Map.Entry<String, List<Pair>> proxy : pairs(space, benchmark).entrySet()) {
				lines.row(cells(proxy.getKey(), proxy.getValue()));
			}
			lines.lines().forEach(environment.terminal().out()::println);
			environment.terminal().out()
					.println("accuracy: " + benchmark.meaning().text() + "; scores that are not finite rank last");
		}
		return ExitCode.OK;
	}

	private String[] cells(String proxy, List<Pair> pairs) throws ProblemException {
		if (pairs.size() < 2) {
			throw new ProblemException(Problem.error("too-few",
					proxy + ": " + pairs.size() + " architectures with an accuracy are too few to compare",
					"score more of them").in(table.toString()));
		}
		RankAgreement agreement = new RankAgreement(pairs.stream().mapToDouble(Pair::score).toArray(),
				pairs.stream().mapToDouble(Pair::accuracy).toArray());
		int k = Math.min(pairs.size(), top == null ? Math.max(1, pairs.size() / 10) : Math.max(1, top));
		return new String[] { proxy, Integer.toString(pairs.size()),
				Long.toString(pairs.stream().filter(p -> !Double.isFinite(p.score())).count()),
				String.format(Locale.ROOT, "%.4f", agreement.spearman()),
				String.format(Locale.ROOT, "%.4f", agreement.kendall()), Integer.toString(k),
				String.format(Locale.ROOT, "%.0f %%", 100 * agreement.topOverlap(k)) };
	}

	private Map<String, List<Pair>> pairs(SearchSpace space, Benchmark benchmark) throws ProblemException {
		List<String> rows;
		try {
			rows = Files.readAllLines(table);
		} catch (IOException e) {
			throw new ProblemException(
					Problem.error("unreadable", "cannot be read: " + e.getMessage(), "").in(table.toString()), e);
		}
		if (rows.isEmpty() || !rows.get(0).startsWith(ScoreCommand.HEADER)) {
			throw damaged(1, "this is not a table that 'score' wrote");
		}
		Map<String, List<Pair>> pairs = new LinkedHashMap<>();
		for (int line = 2; line <= rows.size(); line++) {
			// A proxy's parameters are quoted when they hold commas; no other column is.
			String[] cells = rows.get(line - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
			if (cells.length != COLUMNS) {
				throw damaged(line, "the row has " + cells.length + " columns, not " + COLUMNS);
			}
			OptionalDouble accuracy = benchmark.accuracy(space.parse(cells[1]));
			if (accuracy.isPresent()) {
				pairs.computeIfAbsent(cells[2].replace("\"", ""), p -> new ArrayList<>())
						.add(new Pair(number(cells[3], line), accuracy.getAsDouble()));
			}
		}
		return pairs;
	}

	private double number(String text, int line) throws ProblemException {
		try {
			return Double.parseDouble(text);
		} catch (NumberFormatException e) {
			throw damaged(line, "'" + text + "' is not a score");
		}
	}

	private ProblemException damaged(int line, String what) {
		return new ProblemException(
				Problem.error("damaged-table", what, "write it anew with 'score'", new Position(line, 1, 0, 0))
						.in(table.toString()));
	}
}
