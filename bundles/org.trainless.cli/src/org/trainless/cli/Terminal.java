/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;

/**
 * Where commands speak: results on standard output, everything else on standard error.
 *
 * @param out         for results
 * @param err         for progress and problems
 * @param interactive true when a person looks
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
	/** A file is not there, or not to be read. */
	private static final Set<String> NOT_READ = Set.of("no-such-file", "io");

	/** Prints problems, one a line. */
	void problems(List<Problem> problems) {
		problems.forEach(p -> err.println(p.toLine()));
	}

	/** Prints a result for machines. */
	void json(Record shape) {
		out.println(Json.text(shape));
	}

	/** Says how the command is to be used. */
	int usage(String what) {
		err.println(what);
		return ExitCode.USAGE;
	}

	/** Says what went wrong, to machines too if one asked, and answers with the exit code for it. */
	int explain(Exception e, boolean machine) {
		if (e instanceof CancellationException) {
			err.println("interrupted");
			return ExitCode.INTERRUPTED;
		}
		if (e instanceof ProblemException problems) {
			problems(problems.problems());
			if (machine) {
				json(Json.Failure.of(problems.problems()));
			}
			return exitCode(problems.problems());
		}
		err.println("trainless: internal error: " + e);
		e.printStackTrace(err);
		return ExitCode.FAILED;
	}

	private static int exitCode(List<Problem> problems) {
		if (problems.stream().anyMatch(p -> p.code().equals("locked"))) {
			return ExitCode.LOCKED;
		}
		List<Problem> errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
		if (!errors.isEmpty() && errors.stream().allMatch(Terminal::isOfAnOption)) {
			return ExitCode.USAGE;
		}
		return errors.stream().anyMatch(Terminal::isOfAFile) ? ExitCode.INVALID : ExitCode.FAILED;
	}

	/** Whether a problem is in a file that was given, or it cannot be read, which makes it no valid one. */
	private static boolean isOfAFile(Problem problem) {
		return !problem.source().isEmpty() && !isOfAnOption(problem)
				&& (problem.position().isPresent() || NOT_READ.contains(problem.code()));
	}

	/** Whether a problem is in what was typed, such as {@code --proxy} or {@code -D}, and in no file. */
	static boolean isOfAnOption(Problem problem) {
		return problem.source().startsWith("-");
	}
}
