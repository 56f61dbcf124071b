/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trainless.api.proxy.SignCodes;

/** What becomes of the codes of 128 images once for each cell. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DeterminantKernel {
	private static final int IMAGES = 128;
	private static final int WORDS = 256;

	private HammingKernel kernel;

	/** Sums up the codes of one ReLU. */
	@Setup
	public void fill() {
		kernel = new HammingKernel(IMAGES);
		kernel.add(
				new SignCodes(IMAGES, WORDS * Long.SIZE, WORDS, new Random(1).longs((long) IMAGES * WORDS).toArray()),
				1);
	}

	/** The kernel's log-determinant. */
	@Benchmark
	public double logDeterminant() {
		return kernel.logAbsoluteDeterminant();
	}
}
