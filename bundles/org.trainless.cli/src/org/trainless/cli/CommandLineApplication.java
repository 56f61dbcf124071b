/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Runs one command and ends with its exit code. */
public final class CommandLineApplication implements IApplication {
	private final Interruption interruption = new Interruption();

	@Override
	public Object start(IApplicationContext context) {
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		context.applicationRunning();
		Terminal terminal = new Terminal(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8), System.console() != null);
		try (InstalledWorkers workers = new InstalledWorkers()) {
			interruption.arm(workers::close);
			workers.ahead(List.of(arguments));
			return Integer.valueOf(
					commandLine(new Environment(new Services(), terminal, interruption, workers)).execute(arguments));
		} finally {
			interruption.workDone();
		}
	}

	/** The commands with their options; also what help and completion are made from. */
	static CommandLine commandLine(Environment environment) {
		CommandLine commandLine = new CommandLine(new TrainlessCommand());
		commandLine.addSubcommand(new RunCommand(environment)).addSubcommand(new ValidateCommand(environment))
				.addSubcommand(new ListCommand(environment)).addSubcommand(new DescribeCommand(environment))
				.addSubcommand(new ScoreCommand(environment)).addSubcommand(new CorrelateCommand(environment))
				.addSubcommand(new QueryCommand(environment)).addSubcommand(new RunsCommand(environment))
				.addSubcommand(new SchemaCommand(environment)).addSubcommand(ScoresCommand.of(environment))
				.addSubcommand(new DoctorCommand(environment)).addSubcommand("completion",
						new CommandLine(new AutoComplete.GenerateCompletion()).setCommandName("completion"));
		commandLine.setOut(environment.terminal().out()).setErr(environment.terminal().err());
		commandLine.setExecutionStrategy(CommandLineApplication::execute);
		commandLine.setExecutionExceptionHandler((e, line, parsed) -> environment.terminal().explain(e,
				line.getParseResult().hasMatchedOption("--json")));
		return commandLine;
	}

	/** Nobody else would tell people what to do about it. */
	private static int execute(CommandLine.ParseResult parsed) {
		try {
			return new CommandLine.RunLast().execute(parsed);
		} catch (OutOfMemoryError e) {
			throw new CommandLine.ExecutionException(parsed.asCommandLineList().getLast(), e.getMessage(),
					new ProblemException(Problem.error("no-memory", "there is not enough memory: " + e.getMessage(),
							"use a smaller batch or fewer --jobs, or allow more, for example TRAINLESS_VMARGS=-Xmx8g"),
							e));
		}
	}

	@Override
	public void stop() {
		interruption.interrupt();
	}
}
