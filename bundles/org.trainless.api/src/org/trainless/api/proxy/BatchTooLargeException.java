/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

/**
 * What a proxy computes of a minibatch does not fit for so many images: the user's to change, and no fault of the
 * proxy.
 *
 * @since 0.1
 */
public final class BatchTooLargeException extends IllegalArgumentException {
	private static final long serialVersionUID = 1L;

	/**
	 * @param message how many images are too many for what, and what to do
	 */
	public BatchTooLargeException(String message) {
		super(message);
	}
}
