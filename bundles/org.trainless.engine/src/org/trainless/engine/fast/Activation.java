/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Numbers of a plane in memory of an {@link ActivationPool}, which gets it back when this is closed. Must not be read
 * from then on: the memory soon holds something else.
 */
final class Activation implements AutoCloseable {
	final Plane plane;
	final ByteBuffer bytes;
	final FloatBuffer memory;
	private final Consumer<PtNDArray> owner;
	private PtNDArray tensor;

	Activation(Plane plane, PtNDArray tensor, Consumer<PtNDArray> owner) {
		this.plane = plane;
		this.tensor = tensor;
		this.owner = owner;
		this.bytes = Tensors.memory(tensor);
		this.memory = bytes.asFloatBuffer();
	}

	/** @return the numbers as channels × the rest, of the same memory; to be closed before this */
	PtNDArray matrix() {
		try (PtNDArray numbers = JniUtils.slice(tensor, 0, 0, plane.size(), 1)) {
			return JniUtils.reshape(numbers, new long[] { plane.channels(), plane.channel() });
		}
	}

	/** Gives the memory back; does nothing the second time. */
	@Override
	public void close() {
		if (tensor != null) {
			owner.accept(tensor);
			tensor = null;
		}
	}
}
