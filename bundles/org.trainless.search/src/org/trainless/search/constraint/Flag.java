/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.constraint;

import java.util.function.ToDoubleFunction;

/**
 * A feature that is 0 or 1: a condition by itself, and a number where one is needed.
 *
 * @param feature its name
 */
public record Flag(String feature) implements Condition, Quantity {
	@Override
	public boolean holds(ToDoubleFunction<String> features) {
		return features.applyAsDouble(feature) != 0;
	}

	@Override
	public double value(ToDoubleFunction<String> features) {
		return features.applyAsDouble(feature);
	}
}
