/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Equivalence;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.query.ArchitectureReport;
import org.trainless.core.query.QueryService;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says all that is known of one architecture. */
@Command(name = "query", description = "Say all that is known of an architecture.", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
	private static final double LARGEST_WHOLE = 1e15;

	private final Environment environment;

	@Parameters(paramLabel = "STRING|INDEX", description = "An architecture string, a NASLib tuple, or an index.")
	private String architecture;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String space = "nats-tss";

	@Option(names = "--benchmark", paramLabel = "ID:key=value,…", description = "Benchmark to ask; may be given several times.")
	private List<String> benchmarks = List.of();

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	QueryCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		QueryService service = environment.services().get(QueryService.class);
		List<Selection> selections = new ArrayList<>();
		for (String line : benchmarks) {
			selections.add(environment.services().get(ExperimentFiles.class).selection(ContributionKind.BENCHMARK,
					"--benchmark", line, Path.of("").toAbsolutePath(), List.of()));
		}
		ArchitectureReport report = service.report(space, service.find(space, architecture), selections);
		if (json) {
			environment.terminal().json(shape(report));
		} else {
			lines(report).forEach(environment.terminal().out()::println);
		}
		return ExitCode.OK;
	}

	private static Json.Architecture shape(ArchitectureReport report) {
		Map<String, Long> shared = new LinkedHashMap<>();
		report.representatives()
				.forEach((e, index) -> shared.put(e.name().toLowerCase(Locale.ROOT).replace('_', '-'), index));
		return new Json.Architecture(report.space(), report.index(), report.architecture(), report.notations(), shared,
				report.features().stream().map(Json.FeatureValue::of).toList(), report.accuracies().stream()
						.map(b -> new Json.Accuracies(b.benchmark(), b.meaning().text(), finite(b.values()))).toList());
	}

	private static Map<String, Double> finite(Map<String, Double> values) {
		Map<String, Double> finite = new LinkedHashMap<>();
		values.forEach((name, value) -> finite.put(name, Json.finite(value)));
		return finite;
	}

	private record Line(String name, String value) {
	}

	private static List<String> lines(ArchitectureReport report) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("architecture", report.architecture()));
		lines.add(new Line("index", Long.toString(report.index())));
		report.notations().forEach((name, text) -> lines.add(new Line(name, text)));
		report.representatives()
				.forEach((equivalence, index) -> lines.add(new Line(shares(equivalence), Long.toString(index))));
		for (ArchitectureReport.FeatureValue feature : report.features()) {
			String unit = feature.feature().unit();
			lines.add(new Line(feature.feature().name() + (feature.task().isEmpty() ? "" : " (" + feature.task() + ")"),
					number(feature.value()) + (unit.isEmpty() ? "" : " " + unit)));
		}
		for (ArchitectureReport.BenchmarkValues benchmark : report.accuracies()) {
			lines.add(new Line(benchmark.benchmark(),
					benchmark.values().isEmpty() ? "does not hold this architecture" : ""));
			benchmark.values().forEach((name, value) -> lines.add(new Line("  " + name, number(value))));
		}
		int width = lines.stream().mapToInt(l -> l.name().length()).max().orElse(0);
		return lines.stream()
				.map(l -> (l.name() + " ".repeat(width - l.name().length()) + "  " + l.value()).stripTrailing())
				.toList();
	}

	/** What the index of a representative says, in words. */
	private static String shares(Equivalence equivalence) {
		return switch (equivalence) {
		case IDENTITY -> "itself";
		case VALUE_GRAPH_WITH_HOOKS -> "same activations as";
		case LIVE_VALUE_GRAPH -> "same output as";
		};
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? Long.toString((long) value)
				: Double.toString(value);
	}
}
