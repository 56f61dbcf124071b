/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.registry.Contributions;
import org.trainless.spaces.CanonicalString;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says all that is known of one architecture. */
@Command(name = "query", description = "Say all that is known of an architecture.", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "STRING|INDEX", description = "An architecture string, a NASLib tuple, or an index.")
	private String architecture;

	@Option(names = "--space", paramLabel = "S", description = "Search space. Default: ${DEFAULT-VALUE}.")
	private String spaceId = "nats-tss";

	@Option(names = "--benchmark", paramLabel = "ID:key=value,…", description = "Benchmarks to ask.")
	private List<String> benchmarks = List.of();

	QueryCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		Contributions contributions = environment.services().get(Contributions.class);
		SearchSpace space = contributions.searchSpace(spaceId);
		Architecture found = find(space);
		PrintWriter out = environment.terminal().out();
		out.println("architecture  " + found.text());
		out.println("index         " + space.indexOf(found));
		if (found instanceof Cell cell) {
			out.println("canonical     " + CanonicalString.of(cell));
		}
		out.println("shares naswot " + space.indexOf(space.representative(found, Equivalence.VALUE_GRAPH_WITH_HOOKS)));
		for (Feature feature : space.features()) {
			out.printf("%-13s %s%n", feature.name(), number(space.feature(found, feature.name(), Task.CIFAR10))
					+ (feature.unit().isEmpty() ? "" : " " + feature.unit()));
		}
		ExperimentFiles files = environment.services().get(ExperimentFiles.class);
		for (String line : benchmarks) {
			try (Benchmark benchmark = contributions.benchmark(files.selection(ContributionKind.BENCHMARK,
					"--benchmark", line, Path.of("").toAbsolutePath(), List.of()), space)) {
				for (Map.Entry<String, Double> value : benchmark.all(found).entrySet()) {
					out.println(value.getKey() + "  " + number(value.getValue()));
				}
			}
		}
		return ExitCode.OK;
	}

	private Architecture find(SearchSpace space) throws ProblemException {
		if (architecture.matches("\\d{1,18}")) {
			long index = Long.parseLong(architecture);
			if (index >= space.size()) {
				throw new ProblemException(Problem.error("bad-architecture", "there is no architecture " + index,
						"indices go from 0 to " + (space.size() - 1)));
			}
			return space.at(index);
		}
		return space.parse(architecture);
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
				: Double.toString(value);
	}
}
