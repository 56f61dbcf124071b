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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

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

	private TorchEngine engine;
	private Tensors tensors;
	private FlowValue value;
	private FlowRoom room;
	private PtNDArray kernels;
	private PtNDArray columns;

	/** Fills an image with noise. */
	@Setup
	public void fill() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
		tensors = new Tensors(engine, Precision.DOUBLE, false);
		int side = 512 / channels;
		// as far from the border as a whole image goes
		room = new FlowRoom();
		value = room.value(new FlowPlane(channels, side, side, side));
		Random random = new Random(1);
		for (int i = 0; i < value.values.length; i++) {
			value.values[i] = random.nextDouble();
		}
		kernels = tensors.empty(channels, 9L * channels);
		columns = tensors.empty(9L * channels, value.plane.channel());
		fill(kernels, random);
		fill(columns, random);
	}

	private static void fill(PtNDArray tensor, Random random) {
		double[] values = random.doubles(tensor.size()).toArray();
		Tensors.memory(tensor).asDoubleBuffer().put(values);
	}

	/** Frees the tensors. */
	@TearDown
	public void free() {
		kernels.close();
		columns.close();
		tensors.close();
		engine.close();
	}

	/** The neighbours of all pixels side by side. */
	@Benchmark
	public void patches() {
		value.patches(value.plane, Tensors.memory(columns).asDoubleBuffer(), value.plane.channel());
	}

	/** The matrix product that a 3×3 convolution is, in 64 bits. */
	@Benchmark
	public void product() {
		JniUtils.matmul(kernels, columns).close();
	}

	/** 3×3 average, the padding not counted. */
	@Benchmark
	public double averagePooling() {
		FlowValue average = value.average3x3();
		average.release();
		return average.values[0];
	}
}
