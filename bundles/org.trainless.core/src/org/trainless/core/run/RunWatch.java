/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.trainless.api.run.Trial;
import org.trainless.api.strategy.Proposal;

/** Counts the trials of all searches of a run, and tells how fast it is and what is best so far. Thread-safe. */
final class RunWatch {
	private record Key(String search, long seed) {
	}

	private final OptionalLong total;
	private final Map<String, Boolean> higherIsBetter;
	private final RunListener listener;
	private final LongSupplier clock;
	private final Map<Key, Double> best = new HashMap<>();
	private final long begin;
	private long done;
	private long fresh;

	RunWatch(OptionalLong total, List<PreparedSearch> searches, RunListener listener, LongSupplier clock) {
		this.total = total;
		this.higherIsBetter = searches.stream()
				.collect(Collectors.toMap(s -> s.spec().name(), PreparedSearch::higherIsBetter));
		this.listener = listener;
		this.clock = clock;
		this.begin = clock.getAsLong();
	}

	void trial(Trial trial, boolean replayed) {
		listener.trial(trial);
		if (isIncumbent(trial)) {
			listener.incumbent(trial);
		}
		listener.progress(count(replayed));
	}

	private synchronized boolean isIncumbent(Trial trial) {
		if (!trial.score().isFinite() || !trial.objective().equals(Proposal.OBJECTIVE)) {
			return false;
		}
		double fitness = higherIsBetter.get(trial.search()) ? trial.score().value() : -trial.score().value();
		Double before = best.get(new Key(trial.search(), trial.seed()));
		if (before != null && fitness <= before) {
			return false;
		}
		best.put(new Key(trial.search(), trial.seed()), fitness);
		return true;
	}

	private synchronized RunProgress count(boolean replayed) {
		done++;
		if (!replayed) {
			fresh++;
		}
		double rate = fresh / Math.max(1e-9, (clock.getAsLong() - begin) / 1e9);
		long all = total.isPresent() ? Math.max(done, total.getAsLong()) : -1;
		OptionalDouble left = all < 0 || fresh == 0 ? OptionalDouble.empty() : OptionalDouble.of((all - done) / rate);
		return new RunProgress(done, all, rate, left);
	}
}
