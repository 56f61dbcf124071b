/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.trainless.api.param.Catalog;

/**
 * What the meaning of an experiment file depends on besides its text.
 *
 * @param catalog           what is installed
 * @param variables         name to value of what files write as <code>${NAME}</code>
 * @param baseDirectory     folder that relative paths are relative to, also those in overrides: the file's own
 * @param overrides         {@code key=value} as given by {@code -D}, for example
 *                          {@code searches.0.strategy.population=50}; of equal keys the last one holds
 * @param constraintChecker checks constraints
 */
public record ReadContext(Catalog catalog, Function<String, Optional<String>> variables, Path baseDirectory,
		List<String> overrides, ConstraintChecker constraintChecker) {
	public ReadContext {
		Objects.requireNonNull(catalog);
		Objects.requireNonNull(variables);
		baseDirectory = baseDirectory.toAbsolutePath().normalize();
		overrides = List.copyOf(overrides);
		Objects.requireNonNull(constraintChecker);
	}

	/**
	 * @param catalog       what is installed
	 * @param baseDirectory folder that relative paths are relative to
	 * @return a context without variables and overrides that accepts all constraints
	 */
	public static ReadContext of(Catalog catalog, Path baseDirectory) {
		return new ReadContext(catalog, name -> Optional.empty(), baseDirectory, List.of(), ConstraintChecker.NONE);
	}

	/**
	 * @param values name to value
	 * @return a copy with these variables
	 */
	public ReadContext withVariables(Function<String, Optional<String>> values) {
		return new ReadContext(catalog, values, baseDirectory, overrides, constraintChecker);
	}

	/**
	 * @param values {@code key=value} each
	 * @return a copy with these overrides
	 */
	public ReadContext withOverrides(List<String> values) {
		return new ReadContext(catalog, variables, baseDirectory, values, constraintChecker);
	}

	/**
	 * @param checker checks constraints
	 * @return a copy with this checker
	 */
	public ReadContext withConstraintChecker(ConstraintChecker checker) {
		return new ReadContext(catalog, variables, baseDirectory, overrides, checker);
	}

	/**
	 * @param directory folder that relative paths are relative to
	 * @return a copy with this folder
	 */
	public ReadContext withBaseDirectory(Path directory) {
		return new ReadContext(catalog, variables, directory, overrides, constraintChecker);
	}
}
