/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

import java.util.Objects;

/**
 * One architecture in a landscape.
 *
 * @param architecture its text
 * @param score        its score, the mean of the finite ones where several seeds have scored it; NaN when none is
 *                     finite
 * @param seeds        how many seeds have scored it, at least 1
 * @param accuracy     its true accuracy in per cent
 */
public record LandscapePoint(String architecture, double score, int seeds, double accuracy) {
	public LandscapePoint {
		Objects.requireNonNull(architecture);
	}

	/**
	 * @return true when it has a place in a plot
	 */
	public boolean isFinite() {
		return Double.isFinite(score);
	}
}
