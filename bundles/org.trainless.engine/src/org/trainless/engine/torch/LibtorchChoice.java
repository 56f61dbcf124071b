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
 * property of the same name. What Trainless itself tells DJL by such a property is nobody's choice. Thread-safe.
 */
public final class LibtorchChoice {
	private static final String FOLDER = "PYTORCH_LIBRARY_PATH";
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
		return NAMES.stream().anyMatch(n -> value(n).isPresent());
	}

	/**
	 * @return the folder of libtorch that the user names
	 */
	public static Optional<String> folder() {
		return value(FOLDER);
	}

	private static Optional<String> value(String name) {
		String variable = System.getenv(name);
		return Optional.ofNullable(variable != null || DEFAULTS.contains(name) ? variable : System.getProperty(name));
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
		if (System.getProperty(name) == null && System.getenv(name) == null) {
			DEFAULTS.add(name);
			System.setProperty(name, value);
		}
	}
}
