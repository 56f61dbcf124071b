/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened for a run, to be closed in the reverse order. */
final class Opened implements AutoCloseable {
	private static final System.Logger LOG = System.getLogger(Opened.class.getName());

	private final Deque<AutoCloseable> resources = new ArrayDeque<>();

	<T extends AutoCloseable> T add(T resource) {
		resources.push(resource);
		return resource;
	}

	/** What was only read loses nothing when closing fails. */
	@Override
	public void close() {
		while (!resources.isEmpty()) {
			AutoCloseable resource = resources.pop();
			try {
				resource.close();
			} catch (Exception e) {
				LOG.log(System.Logger.Level.WARNING, "could not close " + resource, e);
			}
		}
	}
}
