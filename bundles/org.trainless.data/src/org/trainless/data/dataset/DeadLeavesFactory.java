/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.List;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.run.Seed;
import org.trainless.api.space.ImageShape;

/**
 * Makes dead-leaves images, which need no files.
 */
public final class DeadLeavesFactory implements DatasetFactory {
	/** Measured over 10,000 images of 32×32 in ten classes. */
	private static final Normalisation NORMALISATION = new Normalisation(List.of(127.5, 127.5, 127.5),
			List.of(65.5, 64.4, 66.6));

	@Override
	public Dataset open(Parameters parameters) {
		int side = (int) parameters.optionalInteger("size").orElse(32);
		int classes = (int) parameters.optionalInteger("classes").orElse(10);
		long images = parameters.optionalInteger("images").orElse(10_000);
		long seed = parameters.optionalInteger("seed").orElse(1);
		SyntheticImages source = new SyntheticImages(new ImageShape(3, side, side), images, classes,
				new Seed(seed).derive("dead leaves"), new DeadLeaves(side, classes));
		String fingerprint = "1-" + side + "-" + classes + "-" + images + "-" + seed;
		return new ImageDataset("dead-leaves", classes, source, NORMALISATION, () -> fingerprint, List.of());
	}
}
