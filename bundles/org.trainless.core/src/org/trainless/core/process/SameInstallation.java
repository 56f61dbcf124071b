/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of further processes of this installation: the same Java runtime with the same options, the same
 * bundles, an application without a window.
 */
public final class SameInstallation {
	private static final String CONFIGURATION = "osgi.configuration.area";
	private static final String SHARED = "osgi.sharedConfiguration.area";
	private static final String INSTALLATION = "osgi.install.area";
	/** What is for one process, such as a debugger, for a window, or said anew. */
	private static final List<String> NOT_PASSED_ON = List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp",
			"-XX:ErrorFile=", "-XstartOnFirstThread", define(CONFIGURATION, ""), define(SHARED, ""),
			define(INSTALLATION, ""));

	private SameInstallation() {
	}

	/**
	 * @param options     more options of the Java runtime
	 * @param area        an empty folder of its own, for what its framework writes
	 * @param application that it starts, by its id
	 * @param arguments   of the application
	 * @return the command line
	 */
	public static List<String> command(List<String> options, Path area, String application, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(a -> NOT_PASSED_ON.stream().noneMatch(a::startsWith)).forEach(command::add);
		command.addAll(options);
		// where this process does not share its configuration, as in a test, the other one reads it there
		command.add(define(SHARED, System.getProperty(SHARED, System.getProperty(CONFIGURATION))));
		command.add(define(INSTALLATION, System.getProperty(INSTALLATION)));
		// the framework's launcher is all of the class path
		command.addAll(List.of("-jar", System.getProperty("java.class.path"), "-nosplash", "-configuration",
				area.toString(), "-data", "@none"));
		String development = System.getProperty("osgi.dev");
		if (development != null) {
			command.addAll(List.of("-dev", development));
		}
		command.addAll(List.of("-application", application));
		command.addAll(arguments);
		return command;
	}

	/**
	 * @return the folder that this process's framework writes to, which its launcher deletes after its end
	 */
	public static Path area() {
		// a URL by its looks, whose path is not encoded
		return new File(System.getProperty(CONFIGURATION).substring("file:".length())).toPath();
	}

	private static String define(String property, String value) {
		return "-D" + property + "=" + value;
	}
}
