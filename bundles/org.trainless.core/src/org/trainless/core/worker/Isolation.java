/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How evaluations are kept apart from the process that asks for them.
 *
 * @param launcher starts the processes
 * @param reports  folder for reports of crashes
 */
public record Isolation(WorkerLauncher launcher, Path reports) {
	public Isolation {
		Objects.requireNonNull(launcher);
		Objects.requireNonNull(reports);
	}
}
