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
 * Opens CIFAR-10.
 */
public final class Cifar10Factory implements DatasetFactory {
	private static final int CLASSES = 10;

	@Override
	public Dataset open(Parameters parameters) throws ProblemException {
		Split split = Split.of(parameters);
		List<String> names = split == Split.TEST ? List.of("test_batch")
				: List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5");
		int pixels = Cifar.SHAPE.size();
		// mean and standard deviation as AutoDL and the seed study have them
		Normalisation normalisation = new Normalisation(List.of(125.3, 123.0, 113.9), List.of(63.0, 62.1, 66.7));
		return new Cifar("cifar10", "cifar-10-batches-bin", "cifar-10-batches-py",
				names.stream().map(n -> n + ".bin").toList(), names, 10_000,
				new BinaryBatch.Layout(1, 0, pixels, CLASSES),
				new PickledBatch.Layout("labels", 0, CLASSES - 1, CLASSES, pixels), normalisation)
				.open(parameters.path("path"), split);
	}
}
