/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.run.Seed;

/** The loops against the plainest way to compute the same. */
class RowsTest {
	private static final int LANES = Plane.LANES;
	/** Where a row begins, as if it were not the first one. */
	private static final int AT = 3 * LANES;

	private final RandomGenerator random = new Seed(1).generator();

	private float[] numbers(int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	@Test
	void signsAreTakenOfWhatIsAboveZero() {
		int pixels = 7;
		float[] t = numbers(AT + pixels * LANES);
		t[AT] = 0f;
		t[AT + 1] = -0f;
		t[AT + 2] = Float.MIN_VALUE;
		t[AT + 3] = -Float.MIN_VALUE;
		t[AT + 4] = Float.NaN;
		t[AT + 5] = Float.POSITIVE_INFINITY;
		int[] codes = new int[LANES];
		Rows.signs(t, AT, pixels, 25, codes);
		Rows.signs(t, AT, pixels, 0, codes);
		for (int n = 0; n < LANES; n++) {
			int expected = 0;
			for (int p = 0; p < pixels; p++) {
				expected |= t[AT + p * LANES + n] > 0 ? 1 << p | 1 << p + 25 : 0;
			}
			assertEquals(expected, codes[n]);
		}
	}

	@Test
	void negativeNumbersBecomeZero() {
		float[] x = numbers(AT + 2 * LANES);
		x[AT] = -0f;
		x[AT + 1] = Float.MIN_VALUE;
		x[AT + 2] = -Float.MIN_VALUE;
		x[AT + 3] = Float.NEGATIVE_INFINITY;
		x[AT + 4] = Float.POSITIVE_INFINITY;
		x[AT + 5] = Float.NaN;
		float[] y = numbers(LANES + 2 * LANES);
		Rows.rectify(x, AT, 2 * LANES, y, LANES);
		for (int j = 0; j < 2 * LANES; j++) {
			assertEquals(Math.max(x[AT + j], 0f), y[LANES + j]);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 32 })
	void normalisationHasMeanZeroAndVarianceOne(int size) {
		// the second block is not full
		Plane plane = new Plane(LANES + 6, size, size, 3);
		float[] x = numbers(plane.size());
		for (int b = 0; b < plane.blocks(); b++) {
			for (int c = 0; c < 3; c++) {
				for (int i = 0; i < plane.channel(); i++) {
					// a mean a thousand times the deviation must not cost the variance its digits, what fills up not
					// count
					int at = plane.at(b, c, 0) + i;
					x[at] = i % LANES < plane.imagesOf(b) ? x[at] * (1 + c) + 1000 * c : 1e6f;
				}
			}
		}
		BatchStatistics statistics = new BatchStatistics(plane);
		statistics.addAll(x);
		int count = plane.images() * size * size;
		for (int c = 0; c < 3; c++) {
			double sum = 0;
			double squares = 0;
			for (int b = 0; b < plane.blocks(); b++) {
				for (int i = 0; i < plane.channel(); i++) {
					if (i % LANES < plane.imagesOf(b)) {
						double v = x[plane.at(b, c, 0) + i] - 1000 * c;
						sum += v;
						squares += v * v;
					}
				}
			}
			double mean = sum / count;
			double scale = 1 / Math.sqrt(squares / count - mean * mean + 1e-5);
			assertEquals(1, statistics.scale(c) / scale, 1e-5);
			double offset = -(mean + 1000 * c) * scale;
			assertEquals(offset, statistics.offset(c), 1e-5 * Math.max(1, Math.abs(offset)));
		}
	}

	@Test
	void rowsAreAdded() {
		int row = 4 * LANES;
		float[] x = numbers(AT + row);
		float[] y = numbers(AT + row);
		float[] z = numbers(AT + row);
		float[] t = new float[LANES + row + LANES];
		Rows.scaled(t, LANES, row, x, AT, 0.3f, 0.7f);
		Rows.addScaled(t, LANES, row, y, AT, 0.4f);
		Rows.add(t, LANES, row, z, AT);
		for (int j = 0; j < row; j++) {
			float expected = Math.fma(y[AT + j], 0.4f, Math.fma(x[AT + j], 0.3f, 0.7f)) + z[AT + j];
			assertEquals(expected, t[LANES + j]);
		}
		float[] together = new float[t.length];
		Rows.scaled(together, LANES, row, x, y, AT, 0.3f, 0.4f, 0.7f);
		Rows.add(together, LANES, row, z, AT);
		assertArrayEquals(t, together);
		// what is beside the row
		assertEquals(0, t[LANES - 1]);
		assertEquals(0, t[LANES + row]);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 8, 32 })
	void pixelsAreAveraged(int width) {
		float[] x = numbers(AT + width * LANES);
		float[] sums = new float[width * LANES];
		Rows.sumOfNeighbours(sums, width, x, AT);
		for (int p = 0; p < width; p++) {
			for (int n = 0; n < LANES; n++) {
				float sum = 0;
				for (int q = Math.max(0, p - 1); q <= Math.min(width - 1, p + 1); q++) {
					sum += x[AT + q * LANES + n];
				}
				assertEquals(sum, sums[p * LANES + n], 1e-6f);
			}
		}
		float[] before = numbers(LANES + width * LANES);
		float[] t = before.clone();
		Rows.addWeighted(t, LANES, LANES, width * LANES, sums, sums, sums, 0.1f);
		for (int j = 0; j < width * LANES; j++) {
			float added = j < LANES ? 0 : 3 * sums[j] * 0.1f;
			assertEquals(before[LANES + j] + added, t[LANES + j], 1e-5f);
		}
		float[] mean = new float[LANES];
		Rows.mean(mean, 0, x, 0, AT);
		float[] expected = new float[LANES];
		for (int n = 0; n < LANES; n++) {
			expected[n] = (x[n] + x[LANES + n] + x[AT + n] + x[AT + LANES + n]) / 4;
		}
		assertArrayEquals(expected, mean, 1e-6f);
	}
}
