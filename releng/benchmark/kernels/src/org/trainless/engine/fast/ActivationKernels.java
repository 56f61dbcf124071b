/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trainless.api.proxy.SignCodes;
import org.trainless.engine.fast.Value.Needs;

/**
 * What NASWOT's fast path does with the activations of 128 images, in each of the network's three stages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = { "--enable-native-access=ALL-UNNAMED", "-Xmx512m" })
public class ActivationKernels {
	/** Channels; the images get smaller as channels get more. */
	@Param({ "16", "32", "64" })
	public int channels;

	private SignsRoom room;
	private Plane plane;
	private Activation x;
	private BatchStatistics statistics;
	private int[] codes;
	private long[] words;
	private float[] kernel3x3;
	private float[] kernel1x1;
	private Winograd winograd;
	private Products products;

	/** Fills a plane with noise. */
	@Setup
	public void fill() {
		room = new SignsRoom();
		plane = new Plane(128, 512 / channels, 512 / channels, channels);
		Random random = new Random(1);
		x = room.take(plane);
		for (int i = 0; i < plane.size(); i++) {
			x.memory[i] = (float) random.nextGaussian();
		}
		statistics = new BatchStatistics(plane);
		statistics.addAll(x.memory);
		codes = new int[Plane.LANES];
		words = random.longs((long) plane.images() * (plane.units() / Long.SIZE)).toArray();
		kernel3x3 = weights(random, 9 * channels * channels);
		kernel1x1 = weights(random, channels * channels);
		winograd = new Winograd(room);
		products = new Products(room);
	}

	private static float[] weights(Random random, int count) {
		float[] weights = new float[count];
		for (int i = 0; i < count; i++) {
			weights[i] = (float) random.nextGaussian();
		}
		return weights;
	}

	/** Signs of all numbers, packed into codes of 32 pixels. */
	@Benchmark
	public int[] signPacking() {
		int step = Integer.SIZE * Plane.LANES;
		for (int at = 0; at < plane.size(); at += step) {
			Rows.signs(x.memory, at, Integer.SIZE, 0, codes);
		}
		return codes;
	}

	/** Hamming distances of all pairs of images. */
	@Benchmark
	public int[] hammingDistances() {
		return new SignCodes(plane.images(), plane.units(), plane.units() / Long.SIZE, words).distances();
	}

	/** Mean and variance of each channel. */
	@Benchmark
	public BatchStatistics batchStatistics() {
		BatchStatistics fresh = new BatchStatistics(plane);
		fresh.addAll(x.memory);
		return fresh;
	}

	/** 3×3 average, the padding not counted. */
	@Benchmark
	public void averagePooling() {
		NodeSum sum = new NodeSum(plane);
		sum.addAverage(x.memory);
		sum.compute(room, new Needs(true, false)).close();
	}

	/** Batch normalisation of a convolution, sum with a skip connection and signs in one pass. */
	@Benchmark
	public SignCodes fusedPass() {
		NodeSum sum = new NodeSum(plane);
		sum.addNormalised(x.memory, statistics);
		sum.addPlain(x.memory);
		try (Value value = sum.compute(room, Needs.ALL)) {
			return value.codes;
		}
	}

	/** A 3×3 convolution with the statistics of its result. */
	@Benchmark
	public void convolution3x3() {
		convolve3x3(1);
	}

	/** Three 3×3 convolutions of one value, which share what they have in common. */
	@Benchmark
	public void threeConvolutions3x3() {
		convolve3x3(3);
	}

	private void convolve3x3(int count) {
		List<Convolved> results = new ArrayList<>(
				winograd.convolve(x.memory, true, plane, channels, Collections.nCopies(count, kernel3x3)));
		results.forEach(Convolved::close);
	}

	/** A 1×1 convolution with the statistics of its result. */
	@Benchmark
	public void convolution1x1() {
		try (Convolved result = products.convolve(x.memory, plane, plane, kernel1x1)) {
			result.statistics();
		}
	}
}
