/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.run.Seed;

/** The loops against the plainest way to compute the same. */
class RowsTest {
	private final RandomGenerator random = new Seed(1).generator();

	private ByteBuffer numbers(int count) {
		ByteBuffer memory = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
		for (int i = 0; i < count; i++) {
			memory.putFloat(i * Float.BYTES, (float) random.nextGaussian());
		}
		return memory;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void signsAreTakenOfWhatIsAboveZero(int chunks) {
		int lanes = chunks * Rows.CHUNK;
		int offset = 5;
		ByteBuffer memory = numbers(offset + 2 * lanes * Rows.SIGNS);
		FloatBuffer x = memory.asFloatBuffer();
		float[] t = new float[lanes * Rows.SIGNS];
		Rows.copy(t, x, offset);
		t[0] = 0f;
		t[1] = -0f;
		t[2] = Float.MIN_VALUE;
		t[3] = -Float.MIN_VALUE;
		Rows.rectify(t, x, offset);
		int[] packed = new int[lanes];
		Rows.signs(memory.asIntBuffer(), offset, 0, packed);
		Rows.signs(memory.asIntBuffer(), offset, 28, packed);
		for (int i = 0; i < lanes; i++) {
			for (int k = 0; k < Rows.SIGNS; k++) {
				int expected = t[k * lanes + i] > 0 ? 1 : 0;
				assertEquals(expected, packed[i] >>> k & 1);
				assertEquals(expected, packed[i] >>> k + 28 & 1);
			}
			assertEquals(0, packed[i] & 0x0ffffff0);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 32 })
	void normalisationHasMeanZeroAndVarianceOne(int size) {
		Plane plane = new Plane(6, size, size, 3);
		FloatBuffer x = numbers(plane.size()).asFloatBuffer();
		int count = plane.images() * size * size;
		for (int c = 0; c < 3; c++) {
			for (int i = c * plane.channel(); i < (c + 1) * plane.channel(); i++) {
				// a mean a thousand times the deviation must not cost the variance its digits, what fills up not count
				x.put(i, i % plane.lanes() < plane.images() ? x.get(i) * (1 + c) + 1000 * c : 1e6f);
			}
		}
		BatchStatistics statistics = new BatchStatistics(plane);
		statistics.addAll(x);
		for (int c = 0; c < 3; c++) {
			double sum = 0;
			double squares = 0;
			for (int p = 0; p < size * size; p++) {
				for (int n = 0; n < plane.images(); n++) {
					double v = x.get(c * plane.channel() + p * plane.lanes() + n) - 1000 * c;
					sum += v;
					squares += v * v;
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
	void rowsAreAddedAndRectified() {
		int row = 2 * Rows.CHUNK;
		FloatBuffer x = numbers(4 * row).asFloatBuffer();
		float[] t = new float[row];
		Rows.scaled(t, x, row, 0.3f, 0.7f);
		Rows.addScaled(t, x, 0, 0.4f);
		Rows.add(t, x, 2 * row);
		FloatBuffer out = numbers(2 * row).asFloatBuffer();
		Rows.rectify(t, out, row);
		for (int j = 0; j < row; j++) {
			float expected = x.get(row + j) * 0.3f + 0.7f + x.get(j) * 0.4f + x.get(2 * row + j);
			assertEquals(expected, t[j], 1e-5f);
			assertEquals(Math.max(t[j], 0f), out.get(row + j));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 32 })
	void pixelsAreAveraged(int width) {
		Plane plane = new Plane(3, 4, width, 1);
		int lanes = plane.lanes();
		FloatBuffer x = numbers(5 + 2 * plane.row()).asFloatBuffer();
		float[] t = new float[plane.row()];
		Rows.sumOfNeighbours(t, x, 5, lanes);
		for (int p = 0; p < width; p++) {
			for (int n = 0; n < lanes; n++) {
				float sum = 0;
				for (int q = Math.max(0, p - 1); q <= Math.min(width - 1, p + 1); q++) {
					sum += x.get(5 + plane.pixel(q) + n);
				}
				assertEquals(sum, t[plane.pixel(p) + n], 1e-6f);
			}
		}
		float[] mean = new float[lanes];
		Rows.means(mean, 0, x, 1, 2, 3, 4, lanes);
		for (int n = 0; n < lanes; n++) {
			assertEquals((x.get(1 + n) + x.get(2 + n) + x.get(3 + n) + x.get(4 + n)) / 4, mean[n], 1e-6f);
		}
	}
}
