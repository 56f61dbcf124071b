/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import org.trainless.api.param.Parameters;

/**
 * Parameters of {@link LocalSearch}.
 *
 * @param evaluations how many to make, at least 1
 */
public record LocalSearchSettings(long evaluations) {
	public LocalSearchSettings {
		if (evaluations < 1) {
			throw new SettingsException("a search makes at least 1 evaluation, not " + evaluations, "");
		}
	}

	static LocalSearchSettings of(Parameters parameters) {
		return new LocalSearchSettings(parameters.integer("evaluations"));
	}
}
