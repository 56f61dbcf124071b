/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trainless.api.proxy.SignCodes;
import org.trainless.engine.fast.Value.Needs;
import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * The sum that a node is: of normalised convolutions, of other nodes as they are, and of averages of other nodes.
 * Computed row by row in one pass that also applies the ReLU and takes the signs.
 */
final class NodeSum implements AutoCloseable {
	/** An image is a multiple of this: its signs are packed into that many whole numbers of 32 bits. */
	static final int UNITS_MULTIPLE = Rows.SIGN_CHUNK * Integer.SIZE;

	private record Scaled(PtNDArray tensor, FloatBuffer memory, float[] scale) {
	}

	private final Plane plane;
	private final List<Scaled> scaled = new ArrayList<>();
	private final List<FloatBuffer> plain = new ArrayList<>();
	private final List<FloatBuffer> averaged = new ArrayList<>();
	private final double[] offset;

	NodeSum(Plane plane) {
		this.plane = plane;
		this.offset = new double[plane.channels()];
	}

	/** @param tensor a convolution's result, images × height × width × channels; closed with the sum */
	void addNormalised(PtNDArray tensor) {
		FloatBuffer memory = Tensors.memory(tensor).asFloatBuffer();
		Normalisation normalisation = Normalisation.of(plane, memory);
		scaled.add(new Scaled(tensor, memory, normalisation.scale()));
		for (int c = 0; c < offset.length; c++) {
			offset[c] += normalisation.offset()[c];
		}
	}

	/** @param tensor a convolution's result that is added as it is; closed with the sum */
	void addConvolution(PtNDArray tensor) {
		float[] ones = new float[plane.row()];
		Arrays.fill(ones, 1);
		scaled.add(new Scaled(tensor, Tensors.memory(tensor).asFloatBuffer(), ones));
	}

	void addPlain(FloatBuffer x) {
		plain.add(x);
	}

	/** Normalises a value that is not closed with the sum. */
	void addNormalisedValue(Value value) {
		Normalisation normalisation = Normalisation.of(plane, value.rawMemory);
		scaled.add(new Scaled(null, value.rawMemory, normalisation.scale()));
		for (int c = 0; c < offset.length; c++) {
			offset[c] += normalisation.offset()[c];
		}
	}

	void addAverage(FloatBuffer x) {
		averaged.add(x);
	}

	/** @return the sum, in the forms that are needed */
	Value compute(Tensors tensors, Needs needs) {
		PtNDArray raw = needs.raw() ? tensor(tensors) : null;
		PtNDArray active = needs.active() ? tensor(tensors) : null;
		ByteBuffer rawMemory = raw == null ? null : Tensors.memory(raw);
		ByteBuffer activeMemory = active == null ? null : Tensors.memory(active);
		FloatBuffer rawFloats = raw == null ? null : rawMemory.asFloatBuffer();
		FloatBuffer activeFloats = active == null ? null : activeMemory.asFloatBuffer();
		// signs are taken from whatever holds an image's numbers in memory; if nothing does, from a scratch of one
		// image
		boolean scratch = raw == null && active == null;
		ByteBuffer scratchMemory = scratch
				? ByteBuffer.allocateDirect(plane.image() * Float.BYTES).order(ByteOrder.nativeOrder())
				: null;
		FloatBuffer scratchFloats = scratch ? scratchMemory.asFloatBuffer() : null;
		IntBuffer bits = (scratch ? scratchMemory : active != null ? activeMemory : rawMemory).asIntBuffer();

		int row = plane.row();
		float[] t = new float[row];
		float[] shift = plane.spread(offset);
		Window window = averaged.isEmpty() ? null : new Window(plane);
		int wordsPerImage = plane.image() / Long.SIZE;
		long[] words = needs.codes() ? new long[plane.images() * wordsPerImage] : null;
		int[] codes = new int[plane.image() / Integer.SIZE];
		for (int n = 0; n < plane.images(); n++) {
			int image = n * plane.image();
			for (int y = 0; y < plane.height(); y++) {
				int at = image + y * row;
				sum(t, at, shift);
				if (window != null) {
					for (FloatBuffer x : averaged) {
						window.add(t, x, image, y);
					}
				}
				if (raw != null) {
					rawFloats.put(at, t);
				}
				if (active != null) {
					Rows.rectify(t, activeFloats, at);
				}
				if (scratch) {
					scratchFloats.put(y * row, t);
				}
			}
			if (words != null) {
				Arrays.fill(codes, 0);
				Rows.signs(bits, scratch ? 0 : image, codes);
				for (int i = 0; i < wordsPerImage; i++) {
					words[n * wordsPerImage + i] = codes[2 * i] & 0xffffffffL | (long) codes[2 * i + 1] << Integer.SIZE;
				}
			}
		}
		return new Value(plane, raw, active, rawFloats,
				words == null ? null : new SignCodes(plane.images(), plane.image(), wordsPerImage, words));
	}

	private void sum(float[] t, int at, float[] shift) {
		boolean begun = false;
		for (Scaled s : scaled) {
			if (begun) {
				Rows.addScaled(t, s.memory(), at, s.scale());
			} else {
				Rows.scaled(t, s.memory(), at, s.scale(), shift);
				begun = true;
			}
		}
		for (FloatBuffer x : plain) {
			if (begun) {
				Rows.add(t, x, at);
			} else {
				Rows.copy(t, x, at);
				begun = true;
			}
		}
		if (!begun) {
			Arrays.fill(t, 0);
		}
	}

	private PtNDArray tensor(Tensors tensors) {
		return tensors.empty(plane.images(), plane.height(), plane.width(), plane.channels());
	}

	@Override
	public void close() {
		for (Scaled s : scaled) {
			if (s.tensor() != null) {
				s.tensor().close();
			}
		}
		scaled.clear();
	}

	/** 3×3 averages, the padding not counted: the sum of three rows, then of three pixels. */
	private static final class Window {
		private final Plane plane;
		private final float[] column;
		private final FloatBuffer padded;
		/** One over the number of pixels in the window, for windows of two and of three rows. */
		private final float[][] weights = new float[4][];

		Window(Plane plane) {
			this.plane = plane;
			int row = plane.row();
			this.column = new float[row];
			this.padded = ByteBuffer.allocateDirect((row + 2 * plane.channels()) * Float.BYTES)
					.order(ByteOrder.nativeOrder()).asFloatBuffer();
			for (int rows = 1; rows <= 3; rows++) {
				weights[rows] = new float[row];
				for (int j = 0; j < row; j++) {
					int x = j / plane.channels();
					int columns = 1 + (x > 0 ? 1 : 0) + (x < plane.width() - 1 ? 1 : 0);
					weights[rows][j] = 1f / (rows * columns);
				}
			}
		}

		void add(float[] t, FloatBuffer x, int image, int y) {
			int row = plane.row();
			int at = image + y * row;
			boolean above = y > 0;
			boolean below = y < plane.height() - 1;
			if (above && below) {
				Rows.sum3(column, x, at - row, at, at + row);
			} else if (above) {
				Rows.sum2(column, x, at - row, at);
			} else if (below) {
				Rows.sum2(column, x, at, at + row);
			} else {
				Rows.copy(column, x, at);
			}
			padded.put(plane.channels(), column);
			Rows.addWindow(t, padded, plane.channels(), weights[1 + (above ? 1 : 0) + (below ? 1 : 0)]);
		}
	}
}
