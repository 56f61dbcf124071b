/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.score.Agreement;
import org.trainless.core.score.Correlation;
import org.trainless.core.score.CorrelationService;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how far scores order architectures as a benchmark's accuracies do. */
@Command(name = "correlate", description = "Rank agreement of a table of scores with a benchmark's accuracies.", mixinStandardHelpOptions = true)
final class CorrelateCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "CSV", description = "A table that 'score' wrote.")
	private Path table;

	@Option(names = "--benchmark", paramLabel = "ID:key=value,…", required = true, description = "Benchmark with the accuracies.")
	private String benchmark;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String space = "nats-tss";

	@Option(names = "--top", paramLabel = "K", description = "How many of the best are compared. Default: a tenth.")
	private Integer top;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	CorrelateCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		if (top != null && top < 1) {
			return environment.terminal().usage("--top must be at least 1, not " + top);
		}
		Correlation correlation = environment.services().get(CorrelationService.class).correlate(table, space,
				environment.services().get(ExperimentFiles.class).selection(ContributionKind.BENCHMARK, "--benchmark",
						benchmark, Path.of("").toAbsolutePath(), List.of()),
				top == null ? OptionalInt.empty() : OptionalInt.of(top));
		if (json) {
			environment.terminal().json(new Json.Correlations(correlation.accuracy().text(),
					correlation.agreements().stream().map(Json.OneAgreement::of).toList()));
		} else {
			print(correlation);
		}
		return ExitCode.OK;
	}

	private void print(Correlation correlation) {
		TextTable lines = new TextTable("proxy", "architectures", "non-finite", "Spearman", "Kendall", "top k",
				"in both");
		for (Agreement agreement : correlation.agreements()) {
			lines.row(agreement.proxy(), Integer.toString(agreement.architectures()),
					Long.toString(agreement.nonFinite()), correlation(agreement.spearman()),
					correlation(agreement.kendall()), Integer.toString(agreement.top()),
					String.format(Locale.ROOT, "%.0f %%", 100 * agreement.overlap()));
		}
		lines.lines().forEach(environment.terminal().out()::println);
		environment.terminal().out()
				.println("accuracy: " + correlation.accuracy().text() + "; scores that are not finite rank last");
		correlation.agreements().stream().filter(a -> a.withoutAccuracy() > 0).forEach(a -> environment.terminal().out()
				.println(a.proxy() + ": " + a.withoutAccuracy() + " rows left out, the benchmark does not hold them"));
	}

	private static String correlation(double value) {
		return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.4f", value);
	}
}
