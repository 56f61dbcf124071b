/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;

/**
 * Subtracts a mean and divides by a standard deviation, channel by channel.
 *
 * @param mean one per channel, in units of the stored values
 * @param std  one per channel, above 0
 */
record Normalisation(List<Double> mean, List<Double> std) {
	/** Images from which mean and standard deviation are measured where none are published. */
	private static final int MEASURED = 1000;

	Normalisation {
		mean = List.copyOf(mean);
		std = List.copyOf(std);
		if (mean.size() != std.size() || std.stream().anyMatch(s -> !(s > 0))) {
			throw new IllegalArgumentException("not a normalisation: mean " + mean + ", standard deviation " + std);
		}
	}

	/** Leaves values as they are. */
	static Normalisation none(int channels) {
		return new Normalisation(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
	}

	/** One mean and standard deviation over all channels, from at most 1,000 images evenly spread over the source. */
	static Normalisation measured(ImageSource images) throws ProblemException, IOException {
		int count = (int) Math.min(MEASURED, images.size());
		long[] indices = LongStream.range(0, count).map(i -> i * images.size() / count).toArray();
		ImageShape shape = images.shape();
		float[] values = new float[count * shape.size()];
		images.read(indices, values, new int[count]);
		double sum = 0;
		for (float value : values) {
			sum += value;
		}
		double mean = sum / values.length;
		double squares = 0;
		for (float value : values) {
			squares += (value - mean) * (value - mean);
		}
		double std = Math.sqrt(squares / values.length);
		return new Normalisation(Collections.nCopies(shape.channels(), mean),
				Collections.nCopies(shape.channels(), std > 0 ? std : 1.0));
	}

	void apply(float[] values, ImageShape shape) {
		int plane = shape.height() * shape.width();
		for (int start = 0; start < values.length; start += plane) {
			int channel = start / plane % shape.channels();
			double shift = mean.get(channel);
			double scale = std.get(channel);
			for (int i = start; i < start + plane; i++) {
				values[i] = (float) ((values[i] - shift) / scale);
			}
		}
	}
}
