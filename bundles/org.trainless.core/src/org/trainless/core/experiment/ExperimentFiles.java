/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.registry.Contributions;
import org.trainless.experiment.ConstraintChecker;
import org.trainless.experiment.ExperimentReader;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.ReadContext;
import org.trainless.experiment.SelectionReader;

/**
 * Reads experiment files by what is installed here: contributions, constraints of the installed spaces, and variables
 * of the environment. Builder, editor and command line all read through it, so that they say the same.
 */
public final class ExperimentFiles {
	private final Contributions contributions;
	private final Function<String, Optional<String>> variables;
	private final ConstraintChecker constraints;

	/**
	 * Called by the service component runtime. Variables are those of the workspace and the environment.
	 *
	 * @param contributions what is installed
	 */
	public ExperimentFiles(Contributions contributions) {
		this(contributions, Variables::value);
	}

	/**
	 * @param contributions what is installed
	 * @param variables     name to value of what files write as <code>${NAME}</code>
	 */
	public ExperimentFiles(Contributions contributions, Function<String, Optional<String>> variables) {
		this(contributions, variables, new InstalledConstraints(contributions));
	}

	private ExperimentFiles(Contributions contributions, Function<String, Optional<String>> variables,
			ConstraintChecker constraints) {
		this.contributions = contributions;
		this.variables = variables;
		this.constraints = constraints;
	}

	/**
	 * @param values name to value, asked before these files' own variables
	 * @return a reader with further variables
	 */
	public ExperimentFiles withVariables(Function<String, Optional<String>> values) {
		return new ExperimentFiles(contributions, name -> values.apply(name).or(() -> variables.apply(name)),
				constraints);
	}

	/**
	 * @param file      an experiment file
	 * @param overrides {@code key=value} each, for example {@code seeds.count=3}
	 * @return the experiment, or what is wrong with the text
	 * @throws ProblemException when the file cannot be read
	 */
	public ExperimentResult read(Path file, List<String> overrides) throws ProblemException {
		return new ExperimentReader(context(file.toAbsolutePath().getParent()).withOverrides(overrides)).read(file);
	}

	/**
	 * @param source the file as the user names it, for problems
	 * @param text   what it holds, saved or not
	 * @param folder folder that relative paths are relative to
	 * @return the experiment, or what is wrong with the text
	 */
	public ExperimentResult read(String source, String text, Path folder) {
		return new ExperimentReader(context(folder)).read(source, text);
	}

	/**
	 * @param kind   what is chosen
	 * @param source where the line comes from, for problems, for example {@code --dataset}
	 * @param line   {@code ID} or {@code ID:key=value,…}
	 * @param folder folder that relative paths are relative to
	 * @param more   keys that may stand there besides the contribution's own
	 * @return what is chosen, checked and defaults filled in
	 * @throws ProblemException when the line does not choose anything or a value is not as it must be
	 */
	public Selection selection(ContributionKind kind, String source, String line, Path folder,
			List<ParameterDescriptor> more) throws ProblemException {
		return new SelectionReader(context(folder)).read(kind, source, line, more);
	}

	/**
	 * @param folder folder that relative paths are relative to
	 * @return what the meaning of a file depends on besides its text
	 */
	public ReadContext context(Path folder) {
		return ReadContext.of(contributions, folder).withVariables(variables).withConstraintChecker(constraints);
	}
}
