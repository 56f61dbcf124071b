/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.data.file.FileProblems;

/**
 * A folder of images with a sub-folder per class. Classes and images are numbered in the order of their names.
 *
 * @param decoder  reads an image
 * @param classes  names of the classes
 * @param images   the files
 * @param labels   class of each file
 * @param warnings what was passed over
 */
record FolderImages(ImageDecoder decoder, List<String> classes, List<Path> images, int[] labels, List<Problem> warnings)
		implements ImageSource {
	private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

	static FolderImages of(Path folder, ImageDecoder decoder) throws ProblemException {
		FileProblems.requireFolder(folder, "one sub-folder of images per class");
		List<String> classes = new ArrayList<>();
		List<Path> images = new ArrayList<>();
		List<Integer> labels = new ArrayList<>();
		List<Problem> warnings = new ArrayList<>();
		for (Path sub : list(folder, path -> Files.isDirectory(path) && !isHidden(path))) {
			List<Path> files = list(sub, path -> Files.isRegularFile(path) && !isHidden(path));
			List<Path> known = files.stream().filter(FolderImages::isImage).toList();
			if (known.size() < files.size()) {
				warnings.add(Problem.warning("other-files",
						(files.size() - known.size()) + " files that do not end in .png, .jpg or .jpeg are left out",
						"convert them, or remove them").in(sub.toString()));
			}
			if (known.isEmpty()) {
				warnings.add(Problem.warning("empty-class", "there is no image of the class " + sub.getFileName(),
						"add images, or remove the folder").in(sub.toString()));
			}
			known.forEach(image -> labels.add(classes.size()));
			images.addAll(known);
			classes.add(sub.getFileName().toString());
		}
		if (classes.size() < 2) {
			throw FileProblems.wrongContent(folder,
					"it has " + classes.size() + " sub-folders, so there is nothing to tell apart",
					"give a folder that has one sub-folder of images per class");
		}
		if (images.isEmpty()) {
			throw FileProblems.wrongContent(folder, "its sub-folders hold no PNG or JPEG images",
					"give a folder that has one sub-folder of images per class");
		}
		return new FolderImages(decoder, List.copyOf(classes), List.copyOf(images),
				labels.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(warnings));
	}

	private static List<Path> list(Path folder, Predicate<Path> wanted) throws ProblemException {
		List<Path> found = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			entries.forEach(found::add);
		} catch (DirectoryIteratorException e) {
			throw FileProblems.unreadable(folder, e.getCause());
		} catch (IOException e) {
			throw FileProblems.unreadable(folder, e);
		}
		found.removeIf(wanted.negate());
		// by name as text: paths compare differently from one system to the next
		found.sort(Comparator.comparing(path -> path.getFileName().toString()));
		return found;
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	private static boolean isImage(Path path) {
		String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
		return ENDINGS.stream().anyMatch(name::endsWith);
	}

	@Override
	public ImageShape shape() {
		return new ImageShape(3, decoder.side(), decoder.side());
	}

	@Override
	public long size() {
		return images.size();
	}

	@Override
	public void read(long[] indices, float[] values, int[] target) throws ProblemException {
		for (int i = 0; i < indices.length; i++) {
			int image = Math.toIntExact(indices[i]);
			decoder.decode(images.get(image), values, i * shape().size());
			target[i] = labels[image];
		}
	}
}
