/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.data.file.ContentFingerprint;
import org.trainless.data.file.FileProblems;

/**
 * Opens MNIST, Fashion-MNIST and what else comes in their files.
 */
public final class IdxFactory implements DatasetFactory {
	private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
	private static final int DEFAULT_CLASSES = 10;

	@Override
	public Dataset open(Parameters parameters) throws ProblemException {
		Path folder = parameters.path("path");
		Split split = Split.of(parameters);
		int classes = (int) parameters.optionalInteger("classes").orElse(DEFAULT_CLASSES);
		String prefix = split == Split.TEST ? "t10k" : "train";
		FileProblems.requireFolder(folder, prefix + "-images-idx3-ubyte");
		Path images = find(folder, prefix, "images", 3);
		Path labels = find(folder, prefix, "labels", 1);
		ImageSource source = new BatchedImages(SHAPE, List.of(IdxBatch.of(images, labels, classes)));
		if (source.size() == 0) {
			throw FileProblems.wrongContent(images, "it holds no images", "get it again");
		}
		List<Path> files = List.of(images, labels);
		Normalisation normalisation = normalisation(parameters, source, images);
		return new ImageDataset("idx-" + split.id(), classes, source, normalisation,
				new ContentFingerprint("idx " + split.id() + " " + classes + " " + normalisation, folder, files),
				List.of());
	}

	private static Path find(Path folder, String prefix, String what, int axes) throws ProblemException {
		List<String> names = new ArrayList<>();
		for (String separator : List.of("-", ".")) {
			for (String suffix : List.of("", ".gz")) {
				names.add(prefix + "-" + what + separator + "idx" + axes + "-ubyte" + suffix);
			}
		}
		Optional<Path> found = names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
		return found.orElseThrow(() -> BatchFolder.nothing(folder, "IDX " + what,
				names.get(0) + ", packed as " + names.get(1) + " or not"));
	}

	/** As given, else measured, since digits and clothes come in files of the same names. */
	private static Normalisation normalisation(Parameters parameters, ImageSource source, Path file)
			throws ProblemException {
		if (parameters.has("mean") && parameters.has("std")) {
			return new Normalisation(Collections.nCopies(SHAPE.channels(), parameters.number("mean")),
					Collections.nCopies(SHAPE.channels(), parameters.number("std")));
		}
		try {
			Normalisation measured = Normalisation.measured(source);
			return new Normalisation(
					Collections.nCopies(SHAPE.channels(),
							parameters.optionalNumber("mean").orElse(measured.mean().get(0))),
					Collections.nCopies(SHAPE.channels(),
							parameters.optionalNumber("std").orElse(measured.std().get(0))));
		} catch (IOException e) {
			throw FileProblems.unreadable(file, e);
		}
	}
}
