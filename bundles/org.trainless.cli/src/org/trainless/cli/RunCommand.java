/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trainless.api.problem.ProblemException;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.run.PreparedRun;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunRequest;
import org.trainless.core.run.RunService;
import org.trainless.core.score.StoreLocation;
import org.trainless.experiment.Experiment;
import org.trainless.experiment.ExperimentResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment file. */
@Command(name = "run", description = "Run an experiment file.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
	private final Environment environment;

	@Parameters(paramLabel = "FILE", description = "An experiment file, *.nas.yaml.")
	private Path file;

	@Option(names = "-D", paramLabel = "KEY=VALUE", description = "Override a value of the file, for example seeds.count=3.")
	private List<String> overrides = new ArrayList<>();

	@Option(names = "--out", paramLabel = "DIR", description = "Run directory. Default: runs/<name> beside the file.")
	private Path out;

	@Option(names = "--resume", description = "Complete the run that is in the directory.")
	private boolean resume;

	@Option(names = "--jobs", paramLabel = "N", description = "Evaluations at once, each in one thread. Default: one per core.")
	private int jobs = Runtime.getRuntime().availableProcessors();

	@Option(names = "--store", paramLabel = "PATH|none", description = "File of the score store, or none. Default: TRAINLESS_STORE, else in the user's cache.")
	private String store;

	@Option(names = "--in-process", description = "Evaluate in this process, not in one of its own: a crash of native code then ends everything.")
	private boolean inProcess;

	@Option(names = "--json", description = "Print the results as JSON.")
	private boolean json;

	RunCommand(Environment environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() throws ProblemException {
		Terminal terminal = environment.terminal();
		if (jobs < 1) {
			return terminal.usage("--jobs must be at least 1, not " + jobs);
		}
		ExperimentResult read = environment.services().get(ExperimentFiles.class).read(file, overrides);
		terminal.problems(read.problems());
		if (read.experiment().isEmpty()) {
			if (json) {
				terminal.json(Json.Failure.of(read.problems()));
			}
			return ExitCode.INVALID;
		}
		Experiment experiment = read.experiment().get();
		try (PreparedRun run = environment.services().get(RunService.class).prepare(read, environment.interruption())) {
			RunReport report = new RunReport(terminal);
			report.plan(experiment, run.plan(), jobs);
			ProgressLine progress = new ProgressLine(terminal);
			environment.interruption().writes();
			RunOutcome outcome = run.execute(
					new RunRequest(directory(experiment), resume, jobs, StoreLocation.of(Optional.ofNullable(store)),
							inProcess ? Optional.empty() : Optional.of(environment.workers())),
					progress, environment.interruption());
			progress.end();
			if (json) {
				terminal.json(RunReport.shape(outcome, run.analyse(outcome)));
			} else {
				report.outcome(outcome, run.analyse(outcome));
			}
			return outcome.ending() == RunOutcome.Ending.FINISHED ? ExitCode.OK : ExitCode.INTERRUPTED;
		}
	}

	/** Beside the file, named as the experiment is, without what file systems dislike. */
	private Path directory(Experiment experiment) {
		if (out != null) {
			return out.toAbsolutePath();
		}
		String name = experiment.name().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
		return file.toAbsolutePath().resolveSibling("runs").resolve(name);
	}
}
