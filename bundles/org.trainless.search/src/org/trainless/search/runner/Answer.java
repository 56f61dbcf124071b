/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.runner;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * An evaluation that was begun, may be done, or still waits for a thread. Whoever comes first makes it: a thread of the
 * executor, or the runner when it needs it. So a runner never waits for a thread that its own search occupies.
 */
final class Answer extends FutureTask<Evaluated> {
	Answer(Callable<Evaluated> evaluation) {
		super(evaluation);
	}

	static Answer known(Evaluated evaluated) {
		Answer answer = new Answer(() -> evaluated);
		answer.run();
		return answer;
	}
}
