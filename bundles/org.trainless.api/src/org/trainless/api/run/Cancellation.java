/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.run;

import java.util.concurrent.CancellationException;

/**
 * Asked by long work, at least every 100 ms, whether its caller still wants the result. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Cancellation {
	/** Never cancelled. */
	Cancellation NONE = () -> false;

	/**
	 * @return true once the caller wants the work to end; never turns false again
	 */
	boolean isCancelled();

	/**
	 * Ends the work when it is cancelled.
	 *
	 * @throws CancellationException when cancelled
	 */
	default void check() {
		if (isCancelled()) {
			throw new CancellationException("cancelled");
		}
	}
}
