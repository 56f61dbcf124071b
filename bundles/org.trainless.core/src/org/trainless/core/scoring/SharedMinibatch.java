/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.ProblemException;
import org.trainless.engine.MinibatchSource;

/** Draws a minibatch once, for all who ask. */
public final class SharedMinibatch implements MinibatchSource {
	private final MinibatchSource source;
	private Minibatch minibatch;

	private SharedMinibatch(MinibatchSource source) {
		this.source = source;
	}

	/**
	 * @param source draws it
	 * @return a source that asks the other at most once
	 */
	public static SharedMinibatch of(MinibatchSource source) {
		return source instanceof SharedMinibatch shared ? shared : new SharedMinibatch(source);
	}

	@Override
	public synchronized Minibatch get() throws ProblemException {
		if (minibatch == null) {
			minibatch = source.get();
		}
		return minibatch;
	}
}
