/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.data.file.ContentFingerprint;
import org.trainless.data.file.FileProblems;

/**
 * Opens ImageNet16-120: the images of the first 120 classes of ImageNet at 16×16 (Chrabaszcz et al., "A Downsampled
 * Variant of ImageNet as an Alternative to the CIFAR datasets", 2017; Dong and Yang, "NAS-Bench-201", ICLR 2020).
 */
public final class ImageNet16Factory implements DatasetFactory {
	private static final ImageShape SHAPE = new ImageShape(3, 16, 16);
	private static final int LABELS = 1000;
	private static final int DEFAULT_CLASSES = 120;
	private static final long TRAIN_IMAGES = 151_700;
	private static final long TEST_IMAGES = 6_000;

	@Override
	public Dataset open(Parameters parameters) throws ProblemException {
		Path folder = parameters.path("path");
		Split split = Split.of(parameters);
		int classes = (int) parameters.optionalInteger("classes").orElse(DEFAULT_CLASSES);
		String name = "imagenet16-" + classes + "-" + split.id();
		List<String> names = split == Split.TEST ? List.of("val_data")
				: IntStream.rangeClosed(1, 10).mapToObj(i -> "train_data_batch_" + i).toList();
		FileProblems.requireFolder(folder, names.get(0));
		BatchFolder found = BatchFolder.find(folder, "ImageNet16", names)
				.orElseThrow(() -> BatchFolder.nothing(folder, name, String.join(", ", names)));
		PickledBatch.Layout layout = new PickledBatch.Layout("labels", 1, LABELS, classes, SHAPE.size());
		List<PickledBatch> batches = new ArrayList<>();
		for (Path file : found.files()) {
			batches.add(PickledBatch.of(file, layout));
		}
		BatchedImages images = new BatchedImages(SHAPE, batches);
		if (images.size() == 0) {
			throw FileProblems.wrongContent(found.folder(), "no image is of the first " + classes + " classes",
					"check the labels, which go from 1");
		}
		// mean and standard deviation as AutoDL and the seed study have them
		Normalisation normalisation = new Normalisation(List.of(122.68, 116.66, 104.01), List.of(63.22, 61.26, 65.09));
		return new ImageDataset(name, classes, images, normalisation,
				new ContentFingerprint(name + " " + classes, found.folder(), found.files()),
				warnings(found, name, classes, split, images.size()));
	}

	private static List<Problem> warnings(BatchFolder found, String name, int classes, Split split, long size) {
		List<Problem> warnings = new ArrayList<>();
		found.missingWarning(name).ifPresent(warnings::add);
		long published = split == Split.TEST ? TEST_IMAGES : TRAIN_IMAGES;
		if (classes == DEFAULT_CLASSES && size != published) {
			warnings.add(
					Problem.warning("short-dataset", name + " has " + size + " images, not the published " + published,
							BatchFolder.PARTIAL).in(found.folder().toString()));
		}
		return warnings;
	}
}
