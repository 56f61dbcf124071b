/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;

/**
 * How whole a benchmark is: whether it holds every architecture, and whether what it holds can be read. To read
 * thousands of packed files takes minutes, so they are read for two seconds, evenly over the space, and never fewer
 * than {@value #LEAST}.
 *
 * @param size    how many architectures there are
 * @param held    how many it holds
 * @param read    how many of these were read
 * @param without how many of those have no accuracy
 */
record BenchmarkLook(long size, int held, int read, int without) {
	static final int LEAST = 64;
	private static final long NANOSECONDS = TimeUnit.SECONDS.toNanos(2);
	private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

	/**
	 * @throws ProblemException when something of what is read is damaged
	 */
	static BenchmarkLook at(Benchmark benchmark, SearchSpace space, Cancellation cancellation, LongSupplier clock)
			throws ProblemException {
		long size = space.size();
		long stride = stride(size);
		List<Architecture> held = new ArrayList<>();
		for (long i = 0; i < size; i++) {
			cancellation.check();
			Architecture architecture = space.at(i * stride % size);
			if (benchmark.holds(architecture)) {
				held.add(architecture);
			}
		}
		long began = clock.getAsLong();
		int read = 0;
		int without = 0;
		while (read < held.size() && (read < LEAST || clock.getAsLong() - began < NANOSECONDS)) {
			cancellation.check();
			without += benchmark.accuracy(held.get(read++)).isPresent() ? 0 : 1;
		}
		return new BenchmarkLook(size, held.size(), read, without);
	}

	/** With steps of the golden section, however many lie evenly over the whole. */
	private static long stride(long size) {
		long stride = Math.max(1, (long) (size * GOLDEN));
		while (greatestCommonDivisor(stride, size) != 1) {
			stride++;
		}
		return stride;
	}

	private static long greatestCommonDivisor(long a, long b) {
		return b == 0 ? a : greatestCommonDivisor(b, a % b);
	}

	boolean isWhole() {
		return held == size && without == 0;
	}

	String text() {
		List<String> parts = new ArrayList<>();
		parts.add(held == size ? "all " + size + " architectures are in it"
				: size - held + " of " + size + " architectures are not in it");
		if (read < held) {
			parts.add(read + " of them, evenly over all, were read");
		}
		if (without > 0) {
			parts.add(without + " of " + read + " that were read have no such accuracy");
		}
		return String.join("; ", parts);
	}
}
