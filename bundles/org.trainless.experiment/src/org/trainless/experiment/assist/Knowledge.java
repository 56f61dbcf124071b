/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.trainless.api.param.Catalog;
import org.trainless.api.space.Feature;

/**
 * What help for writing knows besides the text.
 *
 * @param catalog   what is installed
 * @param variables names that files may write as <code>${NAME}</code>
 * @param features  id of a search space to what constraints may name; empty for an unknown one
 */
public record Knowledge(Catalog catalog, Supplier<Collection<String>> variables,
		Function<String, List<Feature>> features) {
	public Knowledge {
		Objects.requireNonNull(catalog);
		Objects.requireNonNull(variables);
		Objects.requireNonNull(features);
	}

	/**
	 * @param catalog what is installed
	 * @return knowledge of that alone
	 */
	public static Knowledge of(Catalog catalog) {
		return new Knowledge(catalog, List::of, space -> List.of());
	}
}
