/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.Objects;

/**
 * What a network is built for: the images that come in and the classes that go out. Parameters and operations of a
 * network depend on it.
 *
 * @param input   shape of an image
 * @param classes number of classes, at least 2
 * @since 0.1
 */
public record Task(ImageShape input, int classes) {
	/** CIFAR-10: 3×32×32, 10 classes. */
	public static final Task CIFAR10 = new Task(new ImageShape(3, 32, 32), 10);
	/** CIFAR-100: 3×32×32, 100 classes. */
	public static final Task CIFAR100 = new Task(new ImageShape(3, 32, 32), 100);
	/** ImageNet16-120: 3×16×16, 120 classes. */
	public static final Task IMAGENET16_120 = new Task(new ImageShape(3, 16, 16), 120);

	public Task {
		Objects.requireNonNull(input);
		if (classes < 2) {
			throw new IllegalArgumentException("a classification has at least 2 classes, not " + classes);
		}
	}
}
