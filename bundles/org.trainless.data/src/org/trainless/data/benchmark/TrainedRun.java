/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What remains of one training of one architecture.
 *
 * @param dataset        what it was trained on, as NATS-Bench names it
 * @param epochs         how long
 * @param seed           of the trial
 * @param accuracies     accuracy in per cent after the last epoch by set; {@code train} is the training set
 * @param passSeconds    seconds of one pass after the last epoch by set
 * @param trainSeconds   seconds of all training epochs
 * @param latencySeconds of one batch in inference; NaN when unknown
 * @param millionParams  parameters
 * @param millionMacs    multiply-accumulates
 */
record TrainedRun(String dataset, int epochs, int seed, Map<String, Double> accuracies, Map<String, Double> passSeconds,
		double trainSeconds, double latencySeconds, double millionParams, double millionMacs) {
	/** Name of the training set among the accuracies. */
	static final String TRAIN = "train";

	TrainedRun {
		accuracies = new LinkedHashMap<>(accuracies);
		passSeconds = new LinkedHashMap<>(passSeconds);
	}
}
