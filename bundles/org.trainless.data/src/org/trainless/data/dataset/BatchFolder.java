/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.ContentFingerprint;
import org.trainless.data.file.FileProblems;

/**
 * The batches of one split that a folder holds. They may be some of those that were published, and each may be shorter.
 *
 * @param folder  where they were found: the folder given or one in it that has the published name
 * @param files   those that are there, in the published order
 * @param missing names of those that are not
 */
record BatchFolder(Path folder, List<Path> files, List<String> missing) {
	/** What follows from data that are not whole. */
	static final String PARTIAL = "results will differ from those on the whole dataset";

	/**
	 * @param folder    the folder given
	 * @param published name of the folder as it is published, which may stand in the one given
	 * @param names     published names of the batches
	 * @return what is there; empty when nothing is
	 */
	static Optional<BatchFolder> find(Path folder, String published, List<String> names) {
		for (Path candidate : List.of(folder, folder.resolve(published))) {
			List<Path> files = new ArrayList<>();
			List<String> missing = new ArrayList<>();
			for (String name : names) {
				Path file = candidate.resolve(name);
				if (Files.isRegularFile(file)) {
					files.add(file);
				} else {
					missing.add(name);
				}
			}
			if (!files.isEmpty()) {
				return Optional.of(new BatchFolder(candidate, files, missing));
			}
		}
		return Optional.empty();
	}

	/**
	 * @param name id and split
	 * @return the warning that batches are missing, if any are
	 */
	Optional<Problem> missingWarning(String name) {
		if (missing.isEmpty()) {
			return Optional.empty();
		}
		return Optional
				.of(Problem
						.warning("missing-batches",
								missing.size() + " of " + (missing.size() + files.size()) + " batches of " + name
										+ " are missing: " + String.join(", ", missing),
								PARTIAL)
						.in(folder.toString()));
	}

	/** The problem that a folder holds nothing of a dataset. */
	static ProblemException nothing(Path folder, String dataset, String names) {
		return FileProblems.wrongContent(folder, "there are no " + dataset + " files in this folder",
				"it should hold " + names);
	}

	/**
	 * Makes the dataset of these batches.
	 *
	 * @param name          id and split
	 * @param classes       number of classes
	 * @param images        the images
	 * @param sizes         number of images of each file
	 * @param published     number of images of a whole file
	 * @param normalisation what is done to their values
	 * @return the dataset
	 * @throws ProblemException when there is no image at all
	 */
	ImageDataset dataset(String name, int classes, ImageSource images, List<Long> sizes, long published,
			Normalisation normalisation) throws ProblemException {
		if (images.size() == 0) {
			throw FileProblems.wrongContent(folder, "the files of " + name + " hold no images", "get them again");
		}
		List<Problem> warnings = new ArrayList<>();
		missingWarning(name).ifPresent(warnings::add);
		for (int i = 0; i < files.size(); i++) {
			if (sizes.get(i) != published) {
				warnings.add(Problem.warning("short-batch",
						"it holds " + sizes.get(i) + " images, not the " + published + " of the published file",
						PARTIAL).in(files.get(i).toString()));
			}
		}
		return new ImageDataset(name, classes, images, normalisation,
				new ContentFingerprint(name + " " + classes, folder, files), warnings);
	}
}
