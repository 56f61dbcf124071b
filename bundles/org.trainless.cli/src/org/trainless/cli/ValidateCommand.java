/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.core.experiment.ExperimentFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks experiment files without running them. */
@Command(name = "validate", description = "Check experiment files without running them.", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "FILE", arity = "1..*", description = "Experiment files, *.nas.yaml.")
	private List<Path> files = new ArrayList<>();

	@Option(names = "-D", paramLabel = "KEY=VALUE", description = "Override a value of the files.")
	private List<String> overrides = new ArrayList<>();

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	ValidateCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() {
		boolean valid = true;
		boolean usage = true;
		List<Json.Validation.File> shapes = new ArrayList<>();
		for (Path file : files) {
			List<Problem> problems;
			try {
				problems = environment.services().get(ExperimentFiles.class).read(file, overrides).problems();
			} catch (ProblemException e) {
				problems = e.problems();
			}
			boolean good = problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
			shapes.add(new Json.Validation.File(file.toString(), good,
					problems.stream().map(Json.OneProblem::of).toList()));
			environment.terminal().problems(problems);
			if (good && !json) {
				environment.terminal().out().println(file + ": valid");
			}
			valid &= good;
			usage &= problems.stream().filter(p -> p.severity() == Severity.ERROR).allMatch(Terminal::isOfAnOption);
		}
		if (json) {
			environment.terminal().json(new Json.Validation(shapes));
		}
		if (valid) {
			return ExitCode.OK;
		}
		return usage ? ExitCode.USAGE : ExitCode.INVALID;
	}
}
