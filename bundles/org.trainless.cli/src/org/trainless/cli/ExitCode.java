/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

/** What the process says at its end. Part of the contract with scripts. */
final class ExitCode {
	static final int OK = 0;
	static final int FAILED = 1;
	static final int USAGE = 2;
	static final int INVALID = 3;
	static final int LOCKED = 4;
	static final int INTERRUPTED = 130;

	private ExitCode() {
	}
}
