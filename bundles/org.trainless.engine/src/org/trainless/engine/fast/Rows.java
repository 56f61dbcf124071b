/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops over rows of pixels, by the processor's vector instructions. Each number of a result is computed by
 * the same operations in the same order whatever the vectors' length, so that results are equal on all of them.
 * <p>
 * All vectors of this package are of one length, and none is passed to a method that the compiler may leave as a call:
 * otherwise it makes objects of them, and what takes a microsecond takes ten.
 */
final class Rows {
	/** The widest vectors of this processor that divide a pixel. */
	static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.length() > Plane.LANES
			? FloatVector.SPECIES_512
			: FloatVector.SPECIES_PREFERRED;
	/** Whole numbers of as many. */
	static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
	/** Numbers of a vector. */
	static final int STEP = FLOATS.length();

	private Rows() {
	}

	/**
	 * Sums of x − shift and of its square for each image of a block.
	 *
	 * @param pixels a multiple of 4
	 * @param sums   one for each image, overwritten
	 */
	static void statistics(float[] x, int at, int pixels, float shift, float[] sums, float[] squares) {
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			FloatVector s0 = FloatVector.zero(FLOATS);
			FloatVector s1 = s0;
			FloatVector s2 = s0;
			FloatVector s3 = s0;
			FloatVector q0 = s0;
			FloatVector q1 = s0;
			FloatVector q2 = s0;
			FloatVector q3 = s0;
			for (int p = 0; p < pixels; p += 4) {
				int a = at + lane + p * Plane.LANES;
				FloatVector x0 = FloatVector.fromArray(FLOATS, x, a).sub(shift);
				FloatVector x1 = FloatVector.fromArray(FLOATS, x, a + Plane.LANES).sub(shift);
				FloatVector x2 = FloatVector.fromArray(FLOATS, x, a + 2 * Plane.LANES).sub(shift);
				FloatVector x3 = FloatVector.fromArray(FLOATS, x, a + 3 * Plane.LANES).sub(shift);
				s0 = s0.add(x0);
				s1 = s1.add(x1);
				s2 = s2.add(x2);
				s3 = s3.add(x3);
				q0 = x0.fma(x0, q0);
				q1 = x1.fma(x1, q1);
				q2 = x2.fma(x2, q2);
				q3 = x3.fma(x3, q3);
			}
			s0.add(s1).add(s2.add(s3)).intoArray(sums, lane);
			q0.add(q1).add(q2.add(q3)).intoArray(squares, lane);
		}
	}

	/** t = x · scale + shift. */
	static void scaled(float[] t, int to, int length, float[] x, int at, float scale, float shift) {
		FloatVector factor = FloatVector.broadcast(FLOATS, scale);
		FloatVector summand = FloatVector.broadcast(FLOATS, shift);
		for (int j = 0; j < length; j += STEP) {
			FloatVector.fromArray(FLOATS, x, at + j).fma(factor, summand).intoArray(t, to + j);
		}
	}

	/** t += x · scale. */
	static void addScaled(float[] t, int to, int length, float[] x, int at, float scale) {
		FloatVector factor = FloatVector.broadcast(FLOATS, scale);
		for (int j = 0; j < length; j += STEP) {
			FloatVector.fromArray(FLOATS, x, at + j).fma(factor, FloatVector.fromArray(FLOATS, t, to + j)).intoArray(t,
					to + j);
		}
	}

	/** t = x · scale + shift, and then t += y · other, without a way through memory between them. */
	static void scaled(float[] t, int to, int length, float[] x, float[] y, int at, float scale, float other,
			float shift) {
		FloatVector factor = FloatVector.broadcast(FLOATS, scale);
		FloatVector second = FloatVector.broadcast(FLOATS, other);
		FloatVector summand = FloatVector.broadcast(FLOATS, shift);
		for (int j = 0; j < length; j += STEP) {
			FloatVector.fromArray(FLOATS, y, at + j)
					.fma(second, FloatVector.fromArray(FLOATS, x, at + j).fma(factor, summand)).intoArray(t, to + j);
		}
	}

	/** t += x. */
	static void add(float[] t, int to, int length, float[] x, int at) {
		for (int j = 0; j < length; j += STEP) {
			FloatVector.fromArray(FLOATS, t, to + j).add(FloatVector.fromArray(FLOATS, x, at + j)).intoArray(t, to + j);
		}
	}

	/**
	 * y = ReLU(x). The bits of a number below zero are a whole number below zero. What Java calls the larger one of two
	 * fractions takes six instructions instead of one, for the sake of what is not a number.
	 */
	static void rectify(float[] x, int at, int length, float[] y, int to) {
		for (int j = 0; j < length; j += STEP) {
			FloatVector.fromArray(FLOATS, x, at + j).reinterpretAsInts().max(0).reinterpretAsFloats().intoArray(y,
					to + j);
		}
	}

	/**
	 * Adds the signs of pixels to the images' codes.
	 *
	 * @param shift bit of the first pixel
	 * @param codes one for each image of a block
	 */
	static void signs(float[] t, int at, int pixels, int shift, int[] codes) {
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			IntVector code = IntVector.fromArray(INTS, codes, lane);
			IntVector bit = IntVector.broadcast(INTS, 1 << shift);
			for (int p = 0; p < pixels; p++) {
				VectorMask<Float> positive = FloatVector.fromArray(FLOATS, t, at + lane + p * Plane.LANES)
						.compare(VectorOperators.GT, 0);
				code = code.lanewise(VectorOperators.OR, bit, positive.cast(INTS));
				bit = bit.lanewise(VectorOperators.LSHL, 1);
			}
			code.intoArray(codes, lane);
		}
	}

	/** Sums of each pixel of a row and its neighbours. */
	static void sumOfNeighbours(float[] t, int width, float[] x, int at) {
		int last = (width - 1) * Plane.LANES;
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			FloatVector before = FloatVector.zero(FLOATS);
			FloatVector here = FloatVector.fromArray(FLOATS, x, at + lane);
			for (int j = 0; j < last; j += Plane.LANES) {
				FloatVector after = FloatVector.fromArray(FLOATS, x, at + lane + j + Plane.LANES);
				before.add(here).add(after).intoArray(t, lane + j);
				before = here;
				here = after;
			}
			before.add(here).intoArray(t, lane + last);
		}
	}

	/** t += (a + b + c) · weight, from some number of the row to another. */
	static void addWeighted(float[] t, int to, int first, int end, float[] a, float[] b, float[] c, float weight) {
		FloatVector factor = FloatVector.broadcast(FLOATS, weight);
		for (int j = first; j < end; j += STEP) {
			FloatVector.fromArray(FLOATS, a, j).add(FloatVector.fromArray(FLOATS, b, j))
					.add(FloatVector.fromArray(FLOATS, c, j)).fma(factor, FloatVector.fromArray(FLOATS, t, to + j))
					.intoArray(t, to + j);
		}
	}

	/** Makes a pixel zero. */
	static void clear(float[] y, int to) {
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			FloatVector.zero(FLOATS).intoArray(y, to + lane);
		}
	}

	/** The mean of a square of 2×2 pixels, by where its rows begin. */
	static void mean(float[] t, int to, float[] x, int upper, int lower) {
		for (int lane = 0; lane < Plane.LANES; lane += STEP) {
			FloatVector.fromArray(FLOATS, x, upper + lane)
					.add(FloatVector.fromArray(FLOATS, x, upper + Plane.LANES + lane))
					.add(FloatVector.fromArray(FLOATS, x, lower + lane)
							.add(FloatVector.fromArray(FLOATS, x, lower + Plane.LANES + lane)))
					.mul(0.25f).intoArray(t, to + lane);
		}
	}
}
