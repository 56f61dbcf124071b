/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.curve;

import org.trainless.api.run.Trial;

/** Against what an anytime curve is drawn. */
public enum AnytimeAxis {
	/** Number of trials. */
	EVALUATIONS {
		@Override
		double of(Trial trial) {
			return trial.number() + 1;
		}
	},
	/** Wall time since the search began, in seconds. */
	WALL_SECONDS {
		@Override
		double of(Trial trial) {
			return trial.elapsedSeconds();
		}
	},
	/** Simulated training time that the search spent, in seconds. */
	TRAINING_SECONDS {
		@Override
		double of(Trial trial) {
			return trial.trainingSeconds();
		}
	};

	abstract double of(Trial trial);
}
