/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.landscape;

/**
 * How far the scores of a landscape order its architectures as their accuracies do. Scores that are not finite rank
 * last.
 *
 * @param count         how many architectures are compared, at least 2
 * @param nonFinite     how many of them have no finite score
 * @param spearman      Spearman's ρ; NaN when all scores or all accuracies are equal
 * @param kendall       Kendall's τ-b; NaN when all scores or all accuracies are equal
 * @param top           how many of the best are looked at: k
 * @param topOverlap    share of the k best by accuracy that are among the k best by score, 0 to 1
 * @param topSpearman   Spearman's ρ among the k best by accuracy; NaN when it is not defined
 * @param pick          the architecture of the best score, the earliest of equals
 * @param optimum       the architecture of the best accuracy, the earliest of equals
 * @param rankOfOptimum rank of the optimum by score, 1 is the best, the least of equals
 */
public record LandscapeAgreement(int count, int nonFinite, double spearman, double kendall, int top, double topOverlap,
		double topSpearman, LandscapePoint pick, LandscapePoint optimum, int rankOfOptimum) {
}
