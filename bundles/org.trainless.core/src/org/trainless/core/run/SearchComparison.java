/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.Objects;

import org.trainless.stats.compare.PairedComparison;

/**
 * Two searches of a run over the seeds that both have.
 *
 * @param first          name of the one that is the baseline
 * @param second         name of the other
 * @param byAccuracy     true when the incumbents' true accuracies are compared, false when their scores are
 * @param higherIsBetter whether greater values are better
 * @param figures        second minus first
 * @param adjustedP      p-value by Holm's correction for all comparisons of the run
 * @param comparisons    how many these are
 */
public record SearchComparison(String first, String second, boolean byAccuracy, boolean higherIsBetter,
		PairedComparison figures, double adjustedP, int comparisons) {
	public SearchComparison {
		Objects.requireNonNull(first);
		Objects.requireNonNull(second);
		Objects.requireNonNull(figures);
	}

	/**
	 * @return what can be said, in words
	 */
	public String verdict() {
		return figures.verdict(first, second, adjustedP, comparisons, higherIsBetter);
	}
}
