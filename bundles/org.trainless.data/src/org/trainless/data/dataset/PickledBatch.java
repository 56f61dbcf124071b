/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;
import org.trainless.data.pickle.ByteSource;
import org.trainless.data.pickle.FileBytes;
import org.trainless.data.pickle.NumpyArray;
import org.trainless.data.pickle.PickleLimits;
import org.trainless.data.pickle.PickleNode;
import org.trainless.data.pickle.PickleReader;
import org.trainless.data.pickle.PickledBytes;

/**
 * The Python layout of CIFAR and ImageNet16: a pickled dictionary with an array of pixels, a row per image, and a list
 * of labels. Labels are kept; pixels stay in the file where the pickle allows it, else they are unpickled at every
 * read.
 */
final class PickledBatch implements Batch {
	private static final PickleReader PICKLES = new PickleReader(PickleLimits.IMAGES);

	private final Path file;
	private final Layout layout;
	/** Rows of the images that are kept, ascending. */
	private final int[] rows;
	/** Class of each of them. */
	private final int[] labels;

	/**
	 * What the dictionary looks like.
	 *
	 * @param labels     key of the labels
	 * @param firstLabel label of the first class
	 * @param lastLabel  greatest label that may occur
	 * @param classes    number of classes; images of others are left out
	 * @param pixels     bytes of an image
	 */
	record Layout(String labels, int firstLabel, int lastLabel, int classes, int pixels) {
	}

	/** Where the pixels are, unless they have to be unpickled. */
	private final Optional<PickledBytes.Region> region;

	private PickledBatch(Path file, Layout layout, int[] rows, int[] labels, Optional<PickledBytes.Region> region) {
		this.file = file;
		this.layout = layout;
		this.rows = rows;
		this.labels = labels;
		this.region = region;
	}

	static PickledBatch of(Path file, Layout layout) throws ProblemException {
		try (ByteSource bytes = new FileBytes(file)) {
			PickleNode root = PICKLES.read(bytes, file.toString());
			int[] all = root.get(layout.labels()).integers(bytes);
			NumpyArray pixels = pixels(root, layout);
			if (pixels.shape().get(0) != all.length) {
				throw FileProblems.wrongContent(file,
						"there are " + pixels.shape().get(0) + " images but " + all.length + " labels",
						"get the file again");
			}
			int[] rows = new int[all.length];
			int[] labels = new int[all.length];
			int kept = 0;
			for (int row = 0; row < all.length; row++) {
				if (all[row] < layout.firstLabel() || all[row] > layout.lastLabel()) {
					throw new ProblemException(Problem.error("bad-label",
							"image " + row + " has the label " + all[row] + ", but labels go from "
									+ layout.firstLabel() + " to " + layout.lastLabel(),
							"check that it is the right file").in(file.toString()));
				}
				int label = all[row] - layout.firstLabel();
				if (label < layout.classes()) {
					rows[kept] = row;
					labels[kept++] = label;
				}
			}
			Optional<PickledBytes.Region> region = pixels.data() instanceof PickledBytes.Region r ? Optional.of(r)
					: Optional.empty();
			return new PickledBatch(file, layout, Arrays.copyOf(rows, kept), Arrays.copyOf(labels, kept), region);
		} catch (IOException e) {
			throw FileProblems.unreadable(file, e);
		}
	}

	private static NumpyArray pixels(PickleNode root, Layout layout) throws ProblemException {
		PickleNode node = root.get("data");
		NumpyArray array = node.array();
		List<Long> shape = array.shape();
		if (array.type().kind() != 'u' || array.type().bytes() != 1 || array.fortranOrder() || shape.size() < 2) {
			throw node.wrong("an array of bytes with a row per image, in C order");
		}
		// in floating point, since a shape with no images at all may announce any size
		double perImage = shape.stream().skip(1).mapToDouble(Long::doubleValue).reduce(1, (a, axis) -> a * axis);
		if (perImage != layout.pixels()) {
			throw node.wrong("an array of images of " + layout.pixels() + " bytes (its shape is " + shape + ")");
		}
		return array;
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public int size() {
		return rows.length;
	}

	@Override
	public Reader open() throws ProblemException, IOException {
		ByteSource bytes = new FileBytes(file);
		try {
			PickledBytes pixels = region.isPresent() ? region.get()
					: pixels(PICKLES.read(bytes, file.toString()), layout).data();
			return new RowReader(bytes, pixels);
		} catch (ProblemException | IOException e) {
			bytes.close();
			throw e;
		}
	}

	private final class RowReader implements Reader {
		private final ByteSource bytes;
		private final PickledBytes data;

		RowReader(ByteSource bytes, PickledBytes data) {
			this.bytes = bytes;
			this.data = data;
		}

		@Override
		public int read(int image, byte[] pixels) throws IOException {
			data.read(bytes, (long) rows[image] * layout.pixels(), pixels);
			return labels[image];
		}

		@Override
		public void close() throws IOException {
			bytes.close();
		}
	}
}
