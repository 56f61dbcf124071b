/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.OptionalDouble;

import org.trainless.api.run.Trial;

/** Counts the trials of all searches of a run and tells how fast it is. Thread-safe. */
final class RunWatch {
	private final RunPlan plan;
	private final RunListener listener;
	private final long begin = System.nanoTime();
	private long done;
	private long fresh;

	RunWatch(RunPlan plan, RunListener listener) {
		this.plan = plan;
		this.listener = listener;
	}

	void trial(Trial trial, boolean replayed) {
		listener.trial(trial);
		listener.progress(count(replayed));
	}

	private synchronized RunProgress count(boolean replayed) {
		done++;
		if (!replayed) {
			fresh++;
		}
		double rate = fresh / Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
		long total = plan.evaluations().orElse(-1);
		OptionalDouble left = total < 0 || fresh == 0 ? OptionalDouble.empty()
				: OptionalDouble.of(Math.max(0, total - done) / rate);
		return new RunProgress(done, total, rate, left);
	}
}
