/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.util.OptionalInt;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * Which trials a number comes from.
 *
 * @param seed of the only one; empty for the mean of all that there are
 */
record Trials(OptionalInt seed) {
	private static final String MEAN = "mean";

	static Trials of(String text) throws ProblemException {
		if (text.equals(MEAN)) {
			return new Trials(OptionalInt.empty());
		}
		if (text.matches("[0-9]{1,9}")) {
			return new Trials(OptionalInt.of(Integer.parseInt(text)));
		}
		throw new ProblemException(
				Problem.error("wrong-value", "trial '" + text + "' is neither 'mean' nor the seed of a trial",
						"NATS-Bench has the seeds 777, 888 and 999 at 200 epochs, 111 and 777 at 12"));
	}

	boolean includes(TrainedRun run) {
		return seed.isEmpty() || seed.getAsInt() == run.seed();
	}

	String text() {
		return seed.isEmpty() ? "mean of trials" : "trial " + seed.getAsInt();
	}
}
