/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.List;
import java.util.Objects;

import org.trainless.api.benchmark.Meaning;

/**
 * How far the proxies of a table agree with a benchmark.
 *
 * @param accuracy   which accuracy they are compared with
 * @param agreements one for each proxy, in the order of the table
 */
public record Correlation(Meaning accuracy, List<Agreement> agreements) {
	public Correlation {
		Objects.requireNonNull(accuracy);
		agreements = List.copyOf(agreements);
	}
}
