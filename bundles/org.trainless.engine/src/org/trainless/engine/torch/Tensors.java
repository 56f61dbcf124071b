/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.trainless.api.proxy.Pass.Precision;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The tensor operations of the networks, with DJL 0.36's traps closed in one place. Every result is a new tensor that
 * the caller closes; {@link #close()} frees forgotten ones. For one thread, the one that made it.
 */
public final class Tensors implements AutoCloseable {
	private static final Shape ONE = new Shape(1, 1);
	private static final double EPSILON = 1e-5;
	private static final double MOMENTUM = 0.1;

	private final TorchEngine engine;
	private final PtNDManager manager;
	private final Precision precision;
	private final DataType type;

	/**
	 * @param engine      the engine; started if need be
	 * @param precision   type of all tensors
	 * @param withHistory true when results remember how they were made, for gradients. Holds for the calling thread
	 *                    until {@link #close()}
	 */
	public Tensors(TorchEngine engine, Precision precision, boolean withHistory) {
		this.engine = engine;
		this.manager = engine.newManager();
		this.precision = precision;
		this.type = precision == Precision.DOUBLE ? DataType.FLOAT64 : DataType.FLOAT32;
		JniUtils.setGradMode(withHistory);
		// OpenMP keeps the number of threads for each thread. libtorch sets it in a new one when asked for it, but not
		// before it multiplies matrices there, which would then take as many threads as there are cores
		JniUtils.getNumThreads();
	}

	/**
	 * @param values numbers, row-major
	 * @param shape  of the tensor
	 * @return the tensor
	 */
	public PtNDArray create(float[] values, long... shape) {
		PtNDArray tensor = empty(shape);
		// written in place: create(Buffer, Shape) would keep a direct buffer that only the garbage collector frees
		ByteBuffer memory = memory(tensor);
		if (precision == Precision.DOUBLE) {
			double[] wide = new double[values.length];
			for (int i = 0; i < values.length; i++) {
				wide[i] = values[i];
			}
			memory.asDoubleBuffer().put(wide);
		} else {
			memory.asFloatBuffer().put(values);
		}
		return tensor;
	}

	/**
	 * @param shape of the tensor
	 * @return a tensor of any numbers
	 */
	private PtNDArray empty(long... shape) {
		return JniUtils.createEmptyNdArray(manager, new Shape(shape), type, manager.getDevice(), SparseFormat.DENSE);
	}

	/**
	 * @param value every number
	 * @param shape of the tensor
	 * @return the tensor
	 */
	public PtNDArray full(double value, long... shape) {
		return JniUtils.full(manager, new Shape(shape), value, type, manager.getDevice(), SparseFormat.DENSE);
	}

	/**
	 * @param tensor any
	 * @return zeros of its shape
	 */
	public PtNDArray zerosLike(PtNDArray tensor) {
		return full(0, tensor.getShape().getShape());
	}

	/**
	 * The tensor's own memory, valid while the tensor is open.
	 *
	 * @param tensor a contiguous one on the CPU
	 * @return its numbers in the machine's byte order
	 */
	public static ByteBuffer memory(PtNDArray tensor) {
		return JniUtils.getByteBuffer(tensor, true).order(ByteOrder.nativeOrder());
	}

	/**
	 * @param tensor a contiguous one on the CPU
	 * @return its numbers, row-major
	 */
	public double[] read(PtNDArray tensor) {
		ByteBuffer memory = memory(tensor);
		double[] values = new double[Math.toIntExact(tensor.getShape().size())];
		if (precision == Precision.DOUBLE) {
			memory.asDoubleBuffer().get(values);
		} else {
			for (int i = 0; i < values.length; i++) {
				values[i] = memory.getFloat(i * Float.BYTES);
			}
		}
		return values;
	}

	/**
	 * @param x any
	 * @return another handle of the same numbers, with the same history; DJL's clone forgets the history
	 */
	public static PtNDArray same(PtNDArray x) {
		return JniUtils.reshape(x, x.getShape().getShape());
	}

	/**
	 * @param x      images × channels × height × width
	 * @param weight outputs × channels × kernel × kernel, the kernel of odd size
	 * @param bias   one for each output, or null
	 * @param stride 1 or 2
	 * @return the convolution, padded so that stride 1 keeps the size
	 */
	public PtNDArray convolution(PtNDArray x, PtNDArray weight, PtNDArray bias, int stride) {
		long padding = weight.getShape().get(2) / 2;
		return JniUtils.convolution(x, weight, bias, new Shape(stride, stride), new Shape(padding, padding), ONE, 1);
	}

	/**
	 * Batch normalisation by the statistics of the batch, γ = 1 and β = 0.
	 *
	 * @param x images × channels × height × width
	 * @return the normalised
	 */
	public PtNDArray batchNormalisation(PtNDArray x) {
		long channels = x.getShape().get(1);
		// DJL's names for these four parameters are swapped and none may be null; the running statistics are thrown
		// away
		try (PtNDArray mean = full(0, channels);
				PtNDArray variance = full(1, channels);
				PtNDArray gamma = full(1, channels);
				PtNDArray beta = full(0, channels)) {
			return JniUtils.batchNorm(x, mean, variance, gamma, beta, true, MOMENTUM, EPSILON);
		}
	}

	/**
	 * 3×3 average with stride 1, the padding not counted.
	 *
	 * @param x       images × channels × height × width
	 * @param borders what {@link #borders(long, long)} gives for its size
	 * @return the average
	 */
	public PtNDArray average3x3(PtNDArray x, PtNDArray borders) {
		// DJL loses count_include_pad on its way to libtorch: the padding is always counted, and undone here
		try (PtNDArray padded = JniUtils.avgPool(x, new Shape(3, 3), ONE, ONE, false, true)) {
			return JniUtils.mul(padded, borders);
		}
	}

	/**
	 * @param height of an image
	 * @param width  of an image
	 * @return for each pixel 9 over the number of pixels in its 3×3 window
	 */
	public PtNDArray borders(long height, long width) {
		float[] counts = new float[Math.toIntExact(height * width)];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int rows = (y > 0 ? 1 : 0) + 1 + (y < height - 1 ? 1 : 0);
				int columns = (x > 0 ? 1 : 0) + 1 + (x < width - 1 ? 1 : 0);
				counts[(int) (y * width + x)] = rows * columns;
			}
		}
		try (PtNDArray nine = full(9, 1); PtNDArray window = create(counts, 1, 1, height, width)) {
			return JniUtils.div(nine, window);
		}
	}

	/**
	 * @param x images × channels × height × width
	 * @return the mean of each 2×2 square
	 */
	public PtNDArray average2x2(PtNDArray x) {
		return JniUtils.avgPool(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false, true);
	}

	/**
	 * @param x images × channels × height × width
	 * @return images × channels, the mean over the pixels
	 */
	public PtNDArray globalAverage(PtNDArray x) {
		try (PtNDArray average = JniUtils.adaptiveAvgPool(x, ONE)) {
			return JniUtils.reshape(average, new long[] { x.getShape().get(0), x.getShape().get(1) });
		}
	}

	@Override
	public void close() {
		JniUtils.setGradMode(false);
		engine.release(manager);
	}
}
