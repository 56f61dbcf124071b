/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

/**
 * The engine cannot be started on this machine. The message says what to do.
 */
public class EngineUnavailableException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	/**
	 * @param message what is wrong and what to do
	 * @param cause   the failure below it, or null
	 */
	public EngineUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}
}
