/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.store.RunDirectory;
import org.trainless.store.RunInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists runs and how they stand. */
@Command(name = "runs", description = "List the runs in a folder and how they stand.", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "FOLDER", arity = "0..1", description = "Where to look. Default: runs.")
	private Path given;

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	RunsCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		if (given != null && !Files.isDirectory(given)) {
			throw new ProblemException(
					Problem.error("no-such-folder", "there is no such folder", "check the path").in(given.toString()));
		}
		// where nothing was run yet, there is no folder and nothing wrong
		Path folder = given == null ? Path.of("runs") : given;
		List<RunInfo> runs = RunDirectory.list(folder);
		if (json) {
			environment.terminal()
					.json(new Json.Runs(runs.stream()
							.map(r -> new Json.Runs.OneRun(r.path().toString(),
									r.state().name().toLowerCase(Locale.ROOT), r.trials() < 0 ? null : r.trials(),
									r.started().toString()))
							.toList()));
			return ExitCode.OK;
		}
		if (runs.isEmpty()) {
			environment.terminal().err().println("no runs in " + folder);
			return ExitCode.OK;
		}
		TextTable table = new TextTable("RUN", "STATE", "TRIALS", "STARTED");
		for (RunInfo run : runs) {
			table.row(run.path().toString(), run.state().name().toLowerCase(Locale.ROOT),
					run.trials() < 0 ? "?" : Long.toString(run.trials()), run.started().toString());
		}
		table.lines().forEach(environment.terminal().out()::println);
		return ExitCode.OK;
	}
}
