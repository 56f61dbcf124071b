/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

/** A declaration is not as its extension point asks for. */
final class DeclarationException extends Exception {
	private static final long serialVersionUID = 1L;

	/**
	 * @param message what is wrong, for the log
	 */
	DeclarationException(String message) {
		super(message);
	}

	/**
	 * @param message what is wrong, for the log
	 * @param cause   the failure below it
	 */
	DeclarationException(String message, Throwable cause) {
		super(message, cause);
	}
}
