/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory of a pass, used again and again: new arrays of this size would be cleared each time, outside of what a thread
 * has for itself, and be cold. For one thread at a time.
 */
final class FlowRoom {
	/** Weights of a group of outputs of which only one is there. */
	private static final int SLACK = 7;

	private final List<double[]> free = new ArrayList<>();
	private final double[][] planes = new double[2][0];
	private double[] matrix = new double[0];
	private double[] rows = new double[0];

	/** @return a value of any numbers */
	FlowValue value(FlowPlane plane) {
		// behind the last row of pixels, too, something must be readable
		int size = plane.size() + FlowProducts.PIXELS;
		// the last one given back is the most likely to be in the caches
		for (int i = free.size() - 1; i >= 0; i--) {
			if (free.get(i).length >= size) {
				return new FlowValue(plane, free.remove(i), this);
			}
		}
		// a larger one in the place of a smaller one: no more of them than are ever in use at once
		if (!free.isEmpty()) {
			free.remove(0);
		}
		return new FlowValue(plane, new double[size], this);
	}

	FlowValue zeros(FlowPlane plane) {
		FlowValue value = value(plane);
		Arrays.fill(value.values, 0, plane.size(), 0);
		return value;
	}

	/** Takes back what a value had. */
	void giveBack(double[] values) {
		free.add(values);
	}

	/** @return the same room at each call, with any numbers in it, and a few behind it */
	double[] matrix(int size) {
		if (matrix.length < size + SLACK) {
			matrix = new double[size + SLACK];
		}
		return matrix;
	}

	/** @return the same room at each call, with any numbers in it */
	double[] rows(int size) {
		if (rows.length < size) {
			rows = new double[size];
		}
		return rows;
	}

	/** @return for each number below 2 the same room at each call, with zeros in it */
	double[] plane(int number, int size) {
		if (planes[number].length < size) {
			planes[number] = new double[size];
		}
		Arrays.fill(planes[number], 0, size, 0);
		return planes[number];
	}
}
