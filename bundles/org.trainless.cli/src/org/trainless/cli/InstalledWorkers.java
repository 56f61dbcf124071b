/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.trainless.core.process.SameInstallation;
import org.trainless.core.worker.WorkerLauncher;

/** Starts workers from this installation. */
final class InstalledWorkers implements WorkerLauncher {
	@Override
	public Process start(Path report) throws IOException {
		// within the area of this process, which is deleted with all that is in it when this process has ended
		Path area = Files.createTempDirectory(SameInstallation.area(), "worker");
		return new ProcessBuilder(
				SameInstallation.command(List.of("-XX:ErrorFile=" + report, "-XX:-CreateCoredumpOnCrash"), area,
						"org.trainless.cli.worker", List.of()))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}
}
