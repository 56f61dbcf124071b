/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

/**
 * What a search has spent.
 *
 * @param evaluations     proposals by the search's own objective, repeats and outstanding ones included, a warm-up's
 *                        not
 * @param seconds         wall time since the search began; of a resumed search without the time between
 * @param trainingSeconds simulated training time of those proposals
 */
public record Spent(long evaluations, double seconds, double trainingSeconds) {
}
