/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.data.file.FileProblems;

/**
 * CIFAR in its two layouts, which are told apart by what is in the folder (Krizhevsky, "Learning Multiple Layers of
 * Features from Tiny Images", 2009).
 *
 * @param id            of the dataset
 * @param binaryFolder  published name of the folder of binary files
 * @param pythonFolder  published name of the folder of pickles
 * @param binaryNames   published names of the split's binary files
 * @param pythonNames   published names of the split's pickles
 * @param imagesPerFile images in a whole file
 * @param binary        layout of a record
 * @param python        layout of a pickle
 * @param normalisation mean and standard deviation
 */
record Cifar(String id, String binaryFolder, String pythonFolder, List<String> binaryNames, List<String> pythonNames,
		long imagesPerFile, BinaryBatch.Layout binary, PickledBatch.Layout python, Normalisation normalisation) {

	/** Red, green and blue, row by row. */
	static final ImageShape SHAPE = new ImageShape(3, 32, 32);

	Dataset open(Path folder, Split split) throws ProblemException {
		String name = id + "-" + split.id();
		FileProblems.requireFolder(folder, binaryNames.get(0) + " or " + pythonNames.get(0));
		List<Batch> batches = new ArrayList<>();
		Optional<BatchFolder> found = BatchFolder.find(folder, binaryFolder, binaryNames);
		if (found.isPresent()) {
			for (Path file : found.get().files()) {
				batches.add(BinaryBatch.of(file, binary));
			}
		} else {
			found = BatchFolder.find(folder, pythonFolder, pythonNames);
			if (found.isEmpty()) {
				throw BatchFolder.nothing(folder, name, String.join(", ", binaryNames) + " (binary) or "
						+ String.join(", ", pythonNames) + " (Python)");
			}
			for (Path file : found.get().files()) {
				batches.add(PickledBatch.of(file, python));
			}
		}
		return found.get().dataset(name, binary.classes(), new BatchedImages(SHAPE, batches),
				batches.stream().map(b -> (long) b.size()).toList(), imagesPerFile, normalisation);
	}
}
