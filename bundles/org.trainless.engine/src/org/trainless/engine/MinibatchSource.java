/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.ProblemException;

/**
 * Gives the minibatch that all architectures are scored on. Asked at most once, when the first pass needs it.
 */
@FunctionalInterface
public interface MinibatchSource {
	/**
	 * @return the minibatch
	 * @throws ProblemException when the dataset cannot give it
	 */
	Minibatch get() throws ProblemException;
}
