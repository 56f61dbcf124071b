/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.torch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the user says of the libtorch to use. As DJL does, this reads a variable of the environment, else the system
 * property of the same name; a variable that is there hides the property, even when it is blank. What is blank says
 * nothing. What Trainless itself tells DJL by such a property is nobody's choice. Thread-safe.
 */
public final class LibtorchChoice {
	/** Variable or property that names the folder. */
	public static final String FOLDER = "PYTORCH_LIBRARY_PATH";
	/** Who names one of these may get another version or another device. */
	private static final List<String> NAMES = List.of(FOLDER, "PYTORCH_VERSION", "PYTORCH_FLAVOR");
	/** System properties, and so DJL too, are the whole process's. */
	private static final Set<String> DEFAULTS = ConcurrentHashMap.newKeySet();

	private LibtorchChoice() {
	}

	/**
	 * @return true when the user says anything
	 */
	public static boolean isMade() {
		return !names().isEmpty();
	}

	/**
	 * @return the variables or properties by which the user says something
	 */
	public static List<String> names() {
		return NAMES.stream().filter(n -> value(n).isPresent()).toList();
	}

	/**
	 * @return the folder of libtorch that the user names
	 */
	public static Optional<String> folder() {
		return value(FOLDER);
	}

	private static Optional<String> value(String name) {
		return value(System.getenv(name), DEFAULTS.contains(name) ? null : System.getProperty(name));
	}

	/** What DJL reads, unless it is blank. */
	static Optional<String> value(String variable, String property) {
		return Optional.ofNullable(variable != null ? variable : property).filter(v -> !v.isBlank());
	}

	/**
	 * DJL takes a blank variable for the folder, whatever the property says, and finds nothing there.
	 *
	 * @return true when the folder of this installation cannot be told to DJL
	 */
	public static boolean hidesInstalled() {
		return hidesInstalled(System.getenv(FOLDER));
	}

	static boolean hidesInstalled(String variable) {
		return variable != null && variable.isBlank();
	}

	/** Tells DJL where the libtorch of this installation is; what the user set already wins. */
	static void useInstalled(String folder, String version) {
		setDefault(FOLDER, folder);
		setDefault("PYTORCH_VERSION", version);
		setDefault("PYTORCH_FLAVOR", "cpu");
		setDefault("PYTORCH_PRECXX11", "false");
	}

	/** Sets a system property unless the user did, also by the environment. */
	static void setDefault(String name, String value) {
		if (value(System.getenv(name), System.getProperty(name)).isEmpty()) {
			DEFAULTS.add(name);
			System.setProperty(name, value);
		}
	}
}
