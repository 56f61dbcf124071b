/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.curve;

import org.trainless.api.run.Trial;

/** What of the incumbent an anytime curve shows. */
public enum AnytimeValue {
	/** Its score. */
	SCORE {
		@Override
		double of(Trial incumbent) {
			return incumbent.score().value();
		}
	},
	/** Its true accuracy, in per cent; the search does not see it. */
	ACCURACY {
		@Override
		double of(Trial incumbent) {
			return incumbent.accuracy().orElse(Double.NaN);
		}
	};

	/** NaN when it is not known. */
	abstract double of(Trial incumbent);
}
