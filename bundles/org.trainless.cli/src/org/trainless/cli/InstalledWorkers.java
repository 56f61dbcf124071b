/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.trainless.core.worker.WorkerLauncher;

/**
 * Starts workers as this process was started: the same Java runtime with the same options, the same installation,
 * another application.
 */
final class InstalledWorkers implements WorkerLauncher {
	private static final String CONFIGURATION = "osgi.configuration.area";
	/** What is for one process, such as a debugger. */
	private static final List<String> NOT_PASSED_ON = List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp",
			"-XX:ErrorFile=", "-D" + CONFIGURATION + "=");

	@Override
	public Process start(Path report) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(a -> NOT_PASSED_ON.stream().noneMatch(a::startsWith)).forEach(command::add);
		command.addAll(List.of("-XX:ErrorFile=" + report, "-XX:-CreateCoredumpOnCrash"));
		// started by its launcher, which is then all of the class path
		command.addAll(List.of("-jar", System.getProperty("java.class.path"), "-nosplash", "-configuration",
				area().toString(), "-data", "@none"));
		String development = System.getProperty("osgi.dev");
		if (development != null) {
			command.addAll(List.of("-dev", development));
		}
		command.addAll(List.of("-application", "org.trainless.cli.worker"));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	/** Within that of this process, which is deleted with all that is in it when this process has ended. */
	private static Path area() throws IOException {
		return Files.createTempDirectory(Path.of(URI.create(System.getProperty(CONFIGURATION).replace(" ", "%20"))),
				"worker");
	}
}
