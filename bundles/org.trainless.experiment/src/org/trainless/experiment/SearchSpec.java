/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Selection;

/**
 * One of the searches to compare.
 *
 * @param name       name in logs and tables, one line, not blank
 * @param strategy   what proposes architectures
 * @param objective  what evaluates them
 * @param constraint which architectures are feasible; all when empty
 * @param batch      proposals outstanding at once, at least 1
 * @param budget     when the search ends, besides the strategy's own end
 */
public record SearchSpec(String name, Selection strategy, Objective objective, Optional<String> constraint, int batch,
		Budget budget) {
	public SearchSpec {
		Objects.requireNonNull(strategy);
		Objects.requireNonNull(objective);
		Objects.requireNonNull(constraint);
		Objects.requireNonNull(budget);
		if (name.isBlank()) {
			throw new IllegalArgumentException("a search has a name");
		}
		if (batch < 1) {
			throw new IllegalArgumentException("at least one proposal is outstanding, not " + batch);
		}
	}
}
