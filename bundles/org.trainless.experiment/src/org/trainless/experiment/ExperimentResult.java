/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.YamlDocument;

/**
 * What reading an experiment file gave.
 *
 * @param experiment the experiment; empty when there is an error
 * @param document   the file as it stands, without overrides: what an editor works on even when there are errors
 * @param problems   all that is wrong, in the order of the file, then what concerns overrides
 */
public record ExperimentResult(Optional<Experiment> experiment, YamlDocument document, List<Problem> problems) {
	public ExperimentResult {
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(document);
		problems = List.copyOf(problems);
		if (experiment.isPresent() && problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
			throw new IllegalArgumentException("nothing runs that has errors");
		}
	}

	/**
	 * @return the experiment
	 * @throws ProblemException when there are errors; it carries all problems
	 */
	public Experiment orElseThrow() throws ProblemException {
		if (experiment.isEmpty()) {
			throw new ProblemException(problems, null);
		}
		return experiment.get();
	}

	/**
	 * Gives a problem that was found after reading its place in the file.
	 *
	 * @param problem found later, for example when a benchmark was opened
	 * @param path    what in the file it concerns, for example {@code searches.0.objective}
	 * @return the problem at the deepest part of the path that the file holds
	 */
	public Problem locate(Problem problem, NodePath path) {
		Problem located = problem.in(document.source());
		return document.position(path).map(located::at).orElse(located);
	}
}
