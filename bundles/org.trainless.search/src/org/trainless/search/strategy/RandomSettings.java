/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import org.trainless.api.param.Parameters;

/**
 * Parameters of {@link RandomSearch}.
 *
 * @param evaluations how many to make, at least 1
 * @param replacement whether an architecture may be drawn again
 */
public record RandomSettings(long evaluations, boolean replacement) {
	public RandomSettings {
		if (evaluations < 1) {
			throw new SettingsException("a search makes at least 1 evaluation, not " + evaluations, "");
		}
	}

	static RandomSettings of(Parameters parameters) {
		return new RandomSettings(parameters.integer("evaluations"), parameters.bool("replacement"));
	}
}
