/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.List;

import org.trainless.engine.torch.Tensors;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Memory for the activations of a run, a few pieces that are used again and again. Tensors of megabytes that several
 * threads allocate and free in turn leave holes between them, which in the end take more memory than the tensors.
 * <p>
 * A piece also serves planes smaller than the one it was made for. Planes only shrink on the way through a network, so
 * all pieces come from its first stage. For one thread.
 */
final class ActivationPool implements AutoCloseable {
	private final Tensors tensors;
	private final List<PtNDArray> free = new ArrayList<>();

	ActivationPool(Tensors tensors) {
		this.tensors = tensors;
	}

	/** @return room for a plane, with any numbers in it */
	Activation take(Plane plane) {
		// the last one given back is the most likely to be in the caches
		for (int i = free.size() - 1; i >= 0; i--) {
			if (free.get(i).size() >= plane.size()) {
				return new Activation(plane, free.remove(i), free::add);
			}
		}
		return new Activation(plane, tensors.empty(plane.size()), free::add);
	}

	/** Frees what was given back. */
	@Override
	public void close() {
		free.forEach(PtNDArray::close);
		free.clear();
	}
}
