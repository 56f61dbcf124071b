/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Task;

/**
 * A dataset over any source of images. Holds no file open.
 */
final class ImageDataset implements Dataset {
	/** 2 GB, or 174,000 images of CIFAR. */
	private static final int MAX_NUMBERS = 1 << 29;

	private final String name;
	private final Task task;
	private final ImageSource images;
	private final Normalisation normalisation;
	private final Supplier<String> fingerprint;
	private final List<Problem> warnings;

	/**
	 * @param name          id, with the split if it has one; begins the fingerprint
	 * @param classes       number of classes
	 * @param images        the images
	 * @param normalisation what is done to their values
	 * @param fingerprint   identifies images and labels
	 * @param warnings      what is odd
	 */
	ImageDataset(String name, int classes, ImageSource images, Normalisation normalisation,
			Supplier<String> fingerprint, List<Problem> warnings) {
		this.name = Objects.requireNonNull(name);
		this.task = new Task(images.shape(), classes);
		this.images = images;
		this.normalisation = Objects.requireNonNull(normalisation);
		this.fingerprint = Objects.requireNonNull(fingerprint);
		this.warnings = List.copyOf(warnings);
	}

	@Override
	public Task task() {
		return task;
	}

	@Override
	public long size() {
		return images.size();
	}

	@Override
	public String fingerprint() {
		return name + ":" + fingerprint.get();
	}

	@Override
	public List<Problem> warnings() {
		return warnings;
	}

	@Override
	public Minibatch minibatch(int size, RandomGenerator random) throws ProblemException {
		if (size < 1) {
			throw new IllegalArgumentException("a minibatch of " + size + " images");
		}
		if (size > images.size()) {
			throw new ProblemException(Problem.error("too-few-images",
					"a minibatch of " + size + " distinct images is wanted, but " + name + " has " + images.size(),
					"use a smaller 'batch' or more data"));
		}
		long numbers = (long) size * task.input().size();
		if (numbers > MAX_NUMBERS) {
			throw new ProblemException(Problem.error("too-large",
					"a minibatch of " + size + " images of " + task.input() + " has " + numbers
							+ " numbers, more than the " + MAX_NUMBERS + " that are held in memory",
					"use a smaller 'batch'"));
		}
		long[] indices = Sampling.distinct(images.size(), size, random);
		float[] values = new float[(int) numbers];
		int[] labels = new int[size];
		try {
			images.read(indices, values, labels);
		} catch (IOException e) {
			throw new ProblemException(Problem.error("unreadable-file",
					"the images of " + name + " cannot be read: " + e.getMessage(), "check the disk"), e);
		}
		normalisation.apply(values, task.input());
		return new Minibatch(task.input(), values, labels);
	}
}
