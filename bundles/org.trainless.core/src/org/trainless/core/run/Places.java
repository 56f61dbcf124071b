/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.yaml.NodePath;

/** Gives problems that are found while a run is prepared their place in the experiment's file. */
final class Places {
	/** There is no file. */
	static final Places NONE = new Places(null);

	private static final String OBJECTIVE = ".objective";

	private final ExperimentResult read;

	/** Work that finds problems. */
	@FunctionalInterface
	interface Work<T> {
		T run() throws ProblemException;
	}

	private Places(ExperimentResult read) {
		this.read = read;
	}

	static Places in(ExperimentResult read) {
		return new Places(read);
	}

	/**
	 * @param path what in the file the work is about, for example {@code searches.0.constraint}
	 * @param work what is done
	 * @return its result
	 * @throws ProblemException the work's, at that place unless it is about another file
	 */
	<T> T at(String path, Work<T> work) throws ProblemException {
		try {
			return work.run();
		} catch (ProblemException e) {
			if (read == null) {
				throw e;
			}
			throw new ProblemException(e.problems().stream().map(p -> located(p, path)).toList(), e);
		}
	}

	/**
	 * A problem at a place within a data file keeps that place, which is where something has to be done; one of a data
	 * file as a whole is one of the line that names it.
	 */
	private Problem located(Problem problem, String path) {
		if (!problem.source().isEmpty() && problem.position().isPresent()) {
			return problem;
		}
		String message = problem.source().isEmpty() ? problem.message() : problem.source() + ": " + problem.message();
		return read.locate(
				new Problem(problem.severity(), problem.code(), message, problem.remedy(), "", Optional.empty()),
				NodePath.of(existing(path)));
	}

	/** An objective that is a proxy may be written in short. */
	private String existing(String path) {
		if (path.endsWith(OBJECTIVE) && read.document().find(NodePath.of(path)).isEmpty()) {
			return path.substring(0, path.length() - OBJECTIVE.length()) + ".proxy";
		}
		return path;
	}
}
