/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

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

/**
 * What SynFlow's forward pass does with one image and its derivative, in each of the network's three stages.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = { "--enable-native-access=ALL-UNNAMED", "-Xmx512m" })
public class FlowKernels {
	/** Channels; the images get smaller as channels get more. */
	@Param({ "16", "32", "64" })
	public int channels;

	private FlowRoom room;
	private FlowValue value;
	private FlowValue result;
	private FlowRows neighbours;
	private double[] weights;

	/** Fills an image with noise. */
	@Setup
	public void fill() {
		int side = 512 / channels;
		// as far from the border as a whole image goes
		room = new FlowRoom();
		value = room.value(new FlowPlane(channels, side, side, side));
		Random random = new Random(1);
		for (int i = 0; i < value.values.length; i++) {
			value.values[i] = random.nextDouble();
		}
		result = room.value(value.plane);
		weights = random.doubles(9L * channels * channels + FlowProducts.PIXELS).toArray();
		neighbours = value.neighbours(value.plane);
	}

	/** The pixels and those beside them, of which the neighbours of all pixels are pieces. */
	@Benchmark
	public FlowRows neighbours() {
		return value.neighbours(value.plane);
	}

	/** The matrix product that a 3×3 convolution is, in 64 bits. */
	@Benchmark
	public double product() {
		FlowProducts.multiply(neighbours, weights, 0, channels, result);
		return result.values[0];
	}

	/** 3×3 average, the padding not counted. */
	@Benchmark
	public double averagePooling() {
		FlowValue average = value.average3x3();
		average.release();
		return average.values[0];
	}
}
