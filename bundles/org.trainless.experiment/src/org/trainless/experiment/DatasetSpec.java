/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.Objects;

import org.trainless.api.param.Selection;

/**
 * The images that proxies score on, and how many of them at once.
 *
 * @param selection the dataset
 * @param batch     images of a minibatch, at least 1
 */
public record DatasetSpec(Selection selection, int batch) {
	public DatasetSpec {
		Objects.requireNonNull(selection);
		if (batch < 1) {
			throw new IllegalArgumentException("a minibatch has at least one image, not " + batch);
		}
	}
}
