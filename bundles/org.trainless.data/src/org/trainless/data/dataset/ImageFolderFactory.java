/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.nio.file.Path;
import java.util.List;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.ContentFingerprint;

/**
 * Opens a folder that has one sub-folder of PNG or JPEG images per class.
 */
public final class ImageFolderFactory implements DatasetFactory {
	private static final int DEFAULT_SIDE = 32;
	/** Mean and standard deviation of ImageNet, which are customary for photographs. */
	private static final List<Double> MEAN = List.of(123.675, 116.28, 103.53);
	private static final List<Double> STD = List.of(58.395, 57.12, 57.375);

	@Override
	public Dataset open(Parameters parameters) throws ProblemException {
		Path folder = parameters.path("path");
		int side = (int) parameters.optionalInteger("size").orElse(DEFAULT_SIDE);
		ImageDecoder decoder = new ImageDecoder(side, Fit.of(parameters));
		Normalisation normalisation = new Normalisation(channels(parameters, "mean", MEAN),
				channels(parameters, "std", STD));
		FolderImages images = FolderImages.of(folder, decoder);
		String settings = "image-folder " + side + " " + decoder.fit().id() + " " + normalisation + " "
				+ images.classes();
		return new ImageDataset("image-folder", images.classes().size(), images, normalisation,
				new ContentFingerprint(settings, folder, images.images()), images.warnings());
	}

	private static List<Double> channels(Parameters parameters, String name, List<Double> byDefault)
			throws ProblemException {
		List<Double> values = parameters.has(name) ? parameters.list(name, Double.class) : byDefault;
		if (values.size() != byDefault.size()) {
			throw new ProblemException(Problem.error("wrong-size",
					"'" + name + "' has " + values.size() + " numbers, but there are three channels",
					"give one number each for red, green and blue"));
		}
		return values;
	}
}
