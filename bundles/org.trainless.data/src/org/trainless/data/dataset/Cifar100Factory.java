/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.util.List;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;

/**
 * Opens CIFAR-100 with its fine labels.
 */
public final class Cifar100Factory implements DatasetFactory {
	private static final int CLASSES = 100;

	@Override
	public Dataset open(Parameters parameters) throws ProblemException {
		Split split = Split.of(parameters);
		int pixels = Cifar.SHAPE.size();
		// mean and standard deviation as AutoDL and the seed study have them
		Normalisation normalisation = new Normalisation(List.of(129.3, 124.1, 112.4), List.of(68.2, 65.4, 70.4));
		// a record is coarse label, fine label, pixels
		return new Cifar("cifar100", "cifar-100-binary", "cifar-100-python", List.of(split.id() + ".bin"),
				List.of(split.id()), split == Split.TEST ? 10_000 : 50_000,
				new BinaryBatch.Layout(2, 1, pixels, CLASSES),
				new PickledBatch.Layout("fine_labels", 0, CLASSES - 1, CLASSES, pixels), normalisation)
				.open(parameters.path("path"), split);
	}
}
