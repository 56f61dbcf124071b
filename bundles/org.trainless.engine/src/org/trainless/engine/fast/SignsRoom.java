/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.List;

/**
 * Memory of a pass, used again and again: new arrays of this size would be cleared each time, outside of what a thread
 * has for itself, and be cold. For one thread at a time.
 * <p>
 * A piece also serves planes smaller than the one it was made for. Planes only shrink on the way through a network, so
 * all pieces come from its first stage.
 */
final class SignsRoom {
	private final List<float[]> free = new ArrayList<>();
	private float[] panels = new float[0];
	private float[] kernels = new float[0];

	/** @return room for a plane, with any numbers in it */
	Activation take(Plane plane) {
		// the last one given back is the most likely to be in the caches
		for (int i = free.size() - 1; i >= 0; i--) {
			if (free.get(i).length >= plane.size()) {
				return new Activation(plane, free.remove(i), this);
			}
		}
		// a larger one in the place of a smaller one: no more of them than are ever in use at once
		if (!free.isEmpty()) {
			free.remove(0);
		}
		return new Activation(plane, new float[plane.size()], this);
	}

	/** Takes back what an activation had. */
	void giveBack(float[] memory) {
		free.add(memory);
	}

	/** @return the same room at each call, with any numbers in it */
	float[] panels(int size) {
		if (panels.length < size) {
			panels = new float[size];
		}
		return panels;
	}

	/** @return the same room at each call, with any numbers in it */
	float[] kernels(int size) {
		if (kernels.length < size) {
			kernels = new float[size];
		}
		return kernels;
	}
}
