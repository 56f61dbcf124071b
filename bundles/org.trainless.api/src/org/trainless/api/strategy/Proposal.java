/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.strategy;

import java.util.Objects;

import org.trainless.api.space.Architecture;

/**
 * An architecture that a strategy wants evaluated.
 *
 * @param id           number of the proposal within the search, from 0, without gaps
 * @param architecture what to evaluate
 * @param objective    by which objective: {@link #OBJECTIVE} or a role that the strategy's factory named
 * @since 0.1
 */
public record Proposal(long id, Architecture architecture, String objective) {
	/** The search's own objective. */
	public static final String OBJECTIVE = "objective";

	public Proposal {
		Objects.requireNonNull(architecture);
		Objects.requireNonNull(objective);
	}
}
