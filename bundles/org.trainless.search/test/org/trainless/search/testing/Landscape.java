/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import java.util.function.ToDoubleFunction;

import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;

/** Scores out of nothing, the same whenever they are asked for. */
public final class Landscape {
	private Landscape() {
	}

	/**
	 * Independent uniform numbers, one for each architecture.
	 *
	 * @param seed of the landscape
	 * @return score of an architecture
	 */
	public static ToDoubleFunction<Architecture> rugged(long seed) {
		return architecture -> new Seed(seed).derive(architecture.text()).value() * 0x1p-64 + 0.5;
	}

	/**
	 * Few different scores, and one of six is none.
	 *
	 * @param seed of the landscape
	 * @return score of an architecture
	 */
	public static ToDoubleFunction<Architecture> coarse(long seed) {
		ToDoubleFunction<Architecture> rugged = rugged(seed);
		return architecture -> {
			double level = Math.floor(6 * rugged.applyAsDouble(architecture));
			return level == 0 ? Double.NEGATIVE_INFINITY : level;
		};
	}

	/**
	 * @param value any
	 * @return it as a score
	 */
	public static Score score(double value) {
		return Double.isFinite(value) ? Score.of(value) : Score.nonFinite(value, NonFinite.SINGULAR_KERNEL, "");
	}
}
