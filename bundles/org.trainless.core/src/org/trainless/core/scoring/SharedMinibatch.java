/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.ProblemException;
import org.trainless.engine.MinibatchSource;

/** Draws a minibatch once, for all who ask. */
final class SharedMinibatch implements MinibatchSource {
	private final MinibatchSource source;
	private Minibatch minibatch;

	SharedMinibatch(MinibatchSource source) {
		this.source = source;
	}

	@Override
	public synchronized Minibatch get() throws ProblemException {
		if (minibatch == null) {
			minibatch = source.get();
		}
		return minibatch;
	}
}
