/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Starts processes that make evaluations. */
@FunctionalInterface
public interface WorkerLauncher {
	/** Name of a report, with what the Java runtime replaces by the process id. */
	String REPORT = "crash-%p.log";

	/**
	 * A process that was started.
	 *
	 * @param process that serves
	 * @param reports folder where its Java runtime writes {@value #REPORT} when native code crashes
	 */
	record Started(Process process, Path reports) {
		public Started {
			Objects.requireNonNull(process);
			Objects.requireNonNull(reports);
		}

		/**
		 * @return the name of its report
		 */
		String report() {
			return REPORT.replace("%p", Long.toString(process.pid()));
		}
	}

	/**
	 * Starts a process of this same installation that calls {@link Worker#serve} on its standard streams. What it
	 * writes to standard error is for people.
	 *
	 * @param reports folder for reports of crashes, where they are kept; one that is written elsewhere is moved there
	 * @return the process
	 * @throws IOException when it cannot be started
	 */
	Started start(Path reports) throws IOException;
}
