/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.run.Seed;
import org.trainless.api.space.ImageShape;

import java.util.List;

/**
 * Makes images of independent standard normal numbers, with labels that mean nothing.
 */
public final class NoiseFactory implements DatasetFactory {
	@Override
	public Dataset open(Parameters parameters) {
		int side = (int) parameters.optionalInteger("size").orElse(32);
		int channels = (int) parameters.optionalInteger("channels").orElse(3);
		int classes = (int) parameters.optionalInteger("classes").orElse(10);
		long images = parameters.optionalInteger("images").orElse(10_000);
		long seed = parameters.optionalInteger("seed").orElse(1);
		ImageShape shape = new ImageShape(channels, side, side);
		SyntheticImages source = new SyntheticImages(shape, images, classes, new Seed(seed).derive("noise"),
				(label, random, values, offset) -> {
					PolarGaussian gaussian = new PolarGaussian(random);
					for (int i = offset; i < offset + shape.size(); i++) {
						values[i] = (float) gaussian.next();
					}
				});
		String fingerprint = "1-" + channels + "x" + side + "x" + side + "-" + classes + "-" + images + "-" + seed;
		return new ImageDataset("noise", classes, source, Normalisation.none(channels), () -> fingerprint, List.of());
	}
}
