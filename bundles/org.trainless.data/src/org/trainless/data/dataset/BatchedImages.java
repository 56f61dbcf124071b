/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;
import org.trainless.data.file.FileProblems;

/**
 * Images of a few files, numbered through. A read opens each file at most once.
 */
final class BatchedImages implements ImageSource {
	private final ImageShape shape;
	private final List<? extends Batch> batches;
	private final long size;

	/**
	 * @param shape   of an image as the batches give it
	 * @param batches the files in order
	 */
	BatchedImages(ImageShape shape, List<? extends Batch> batches) {
		this.shape = shape;
		this.batches = List.copyOf(batches);
		this.size = batches.stream().mapToLong(Batch::size).sum();
	}

	@Override
	public ImageShape shape() {
		return shape;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(long[] indices, float[] values, int[] labels) throws ProblemException, IOException {
		int[] order = IntStream.range(0, indices.length).boxed().sorted(Comparator.comparingLong(i -> indices[i]))
				.mapToInt(Integer::intValue).toArray();
		byte[] pixels = new byte[shape.size()];
		long first = 0;
		int next = 0;
		for (Batch batch : batches) {
			long end = first + batch.size();
			if (next < order.length && indices[order[next]] < end) {
				try (Batch.Reader reader = batch.open()) {
					for (; next < order.length && indices[order[next]] < end; next++) {
						int slot = order[next];
						labels[slot] = reader.read((int) (indices[slot] - first), pixels);
						copy(pixels, values, slot * pixels.length);
					}
				} catch (EOFException e) {
					throw FileProblems.truncated(batch.file(),
							"it ends before image " + (indices[order[next]] - first) + " does");
				} catch (IOException e) {
					throw FileProblems.unreadable(batch.file(), e);
				}
			}
			first = end;
		}
	}

	private static void copy(byte[] pixels, float[] values, int offset) {
		for (int i = 0; i < pixels.length; i++) {
			values[offset + i] = pixels[i] & 0xff;
		}
	}
}
