/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.IOException;
import java.nio.file.Path;

/** Starts processes that make evaluations. */
@FunctionalInterface
public interface WorkerLauncher {
	/** What the name of a crash report has in place of the process id. */
	String PROCESS_ID = "%p";

	/**
	 * Starts a process of this same installation that calls {@link Worker#serve} on its standard streams. What it
	 * writes to standard error is for people.
	 *
	 * @param report where the Java runtime of that process writes its report when native code crashes;
	 *               {@value #PROCESS_ID} stands for its process id
	 * @return the process
	 * @throws IOException when it cannot be started
	 */
	Process start(Path report) throws IOException;
}
