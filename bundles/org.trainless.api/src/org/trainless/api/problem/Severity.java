/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.problem;

/**
 * How grave a {@link Problem} is.
 *
 * @since 0.1
 */
public enum Severity {
	/** Nothing that depends on the source can run. */
	ERROR,
	/** It runs, but probably not as meant. */
	WARNING,
	/** Worth knowing. */
	INFO
}
