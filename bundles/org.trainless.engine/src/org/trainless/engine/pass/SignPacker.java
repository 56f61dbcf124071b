/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

import org.trainless.api.proxy.SignCodes;

/**
 * Packs signs of pre-activations into bits, in the order in which they lie in memory.
 */
final class SignPacker {
	private SignPacker() {
	}

	static SignCodes pack(FloatBuffer values, int images) {
		int units = values.remaining() / images;
		int wordsPerImage = (units + 63) / 64;
		long[] words = new long[images * wordsPerImage];
		float[] image = new float[units];
		for (int i = 0; i < images; i++) {
			values.get(image);
			for (int u = 0; u < units; u++) {
				if (image[u] > 0) {
					words[i * wordsPerImage + (u >> 6)] |= 1L << u;
				}
			}
		}
		return new SignCodes(images, units, wordsPerImage, words);
	}

	static SignCodes pack(DoubleBuffer values, int images) {
		int units = values.remaining() / images;
		int wordsPerImage = (units + 63) / 64;
		long[] words = new long[images * wordsPerImage];
		double[] image = new double[units];
		for (int i = 0; i < images; i++) {
			values.get(image);
			for (int u = 0; u < units; u++) {
				if (image[u] > 0) {
					words[i * wordsPerImage + (u >> 6)] |= 1L << u;
				}
			}
		}
		return new SignCodes(images, units, wordsPerImage, words);
	}
}
