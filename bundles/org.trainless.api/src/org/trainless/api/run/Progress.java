/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

/**
 * Told by long work how far it is. Implementations are thread-safe and return at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {
	/** Nobody looks. */
	Progress NONE = (done, total, what) -> {
	};

	/**
	 * @param done  units done so far, at least 0
	 * @param total units in all, or -1 when unknown
	 * @param what  what is being done, for people
	 */
	void report(long done, long total, String what);
}
