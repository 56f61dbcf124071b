/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.Objects;

/**
 * How far a proxy orders architectures as their accuracies do. Scores that are not finite rank last.
 *
 * @param proxy           the proxy, as the table names it
 * @param architectures   architectures with a score and an accuracy; each is counted once
 * @param nonFinite       those among them whose score is not finite
 * @param withoutAccuracy architectures with a score that the benchmark does not hold; not compared
 * @param spearman        Spearman's ρ; NaN when all scores or all accuracies are equal
 * @param kendall         Kendall's τ-b; NaN likewise
 * @param top             k: how many of the best are compared
 * @param overlap         share of the k best by accuracy that are among the k best by score, 0 to 1
 */
public record Agreement(String proxy, int architectures, long nonFinite, long withoutAccuracy, double spearman,
		double kendall, int top, double overlap) {
	public Agreement {
		Objects.requireNonNull(proxy);
	}
}
