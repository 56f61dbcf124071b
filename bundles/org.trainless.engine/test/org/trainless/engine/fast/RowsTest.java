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
	@ValueSource(ints = { 32, 64, 128, 256, 512 })
	void signsAreTakenOfWhatIsAboveZero(int codes) {
		int offset = 5;
		ByteBuffer memory = numbers(offset + codes * 32);
		FloatBuffer x = memory.asFloatBuffer();
		x.put(offset, 0f);
		x.put(offset + 1, -0f);
		x.put(offset + 2, Float.MIN_VALUE);
		x.put(offset + 3, -Float.MIN_VALUE);
		int[] packed = new int[codes];
		Rows.signs(memory.asIntBuffer(), offset, packed);
		for (int i = 0; i < codes; i++) {
			for (int k = 0; k < 32; k++) {
				assertEquals(x.get(offset + k * codes + i) > 0 ? 1 : 0, packed[i] >>> k & 1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 7 })
	void normalisationHasMeanZeroAndVarianceOne(int height) {
		Plane plane = new Plane(6, height, 8, 16);
		FloatBuffer x = numbers(plane.size()).asFloatBuffer();
		for (int i = 0; i < plane.size(); i++) {
			// a mean a thousand times the deviation must not cost the variance its digits
			x.put(i, x.get(i) * (1 + i % 16) + 1000 * (i % 16));
		}
		Normalisation normalisation = Normalisation.of(plane, x);
		int count = plane.size() / 16;
		for (int c = 0; c < 16; c++) {
			double mean = 0;
			for (int i = c; i < plane.size(); i += 16) {
				mean += x.get(i) / (double) count;
			}
			double variance = 0;
			for (int i = c; i < plane.size(); i += 16) {
				variance += (x.get(i) - mean) * (x.get(i) - mean) / count;
			}
			double scale = 1 / Math.sqrt(variance + 1e-5);
			assertEquals(1, normalisation.scale()[c] / scale, 1e-5);
			assertEquals(-mean * scale, normalisation.offset()[c], 1e-5 * Math.max(1, Math.abs(mean * scale)));
		}
	}

	@Test
	void rowsAreAddedAndRectified() {
		int row = 256;
		FloatBuffer x = numbers(4 * row).asFloatBuffer();
		float[] scale = new float[row];
		float[] shift = new float[row];
		for (int j = 0; j < row; j++) {
			scale[j] = random.nextFloat();
			shift[j] = random.nextFloat();
		}
		float[] t = new float[row];
		Rows.scaled(t, x, row, scale, shift);
		Rows.addScaled(t, x, 0, scale);
		Rows.add(t, x, 2 * row);
		FloatBuffer out = numbers(2 * row).asFloatBuffer();
		Rows.rectify(t, out, row);
		float[] sum = new float[row];
		Rows.sum3(sum, x, 0, row, 2 * row);
		for (int j = 0; j < row; j++) {
			float expected = x.get(row + j) * scale[j] + shift[j] + x.get(j) * scale[j] + x.get(2 * row + j);
			assertEquals(expected, t[j], 1e-5f);
			assertEquals(Math.max(t[j], 0f), out.get(row + j));
			assertEquals(x.get(j) + x.get(row + j) + x.get(2 * row + j), sum[j], 1e-6f);
		}
	}
}
