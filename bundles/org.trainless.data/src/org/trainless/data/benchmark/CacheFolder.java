/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where files go that can be made again: the user's cache folder, by the custom of the operating system.
 */
final class CacheFolder {
	private static final String VARIABLE = "TRAINLESS_CACHE";

	private CacheFolder() {
	}

	/**
	 * @param environment variables
	 * @param system      name of the operating system
	 * @param home        the user's home folder
	 * @return the folder, which need not exist; empty when there is no home
	 */
	static Optional<Path> of(Map<String, String> environment, String system, String home) {
		String chosen = environment.getOrDefault(VARIABLE, "");
		if (!chosen.isBlank()) {
			return Optional.of(Path.of(chosen).toAbsolutePath());
		}
		String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			String local = environment.getOrDefault("LOCALAPPDATA", "");
			return local.isBlank() ? Optional.empty() : Optional.of(Path.of(local, "trainless", "cache"));
		}
		String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
		if (!name.startsWith("mac") && !xdg.isBlank() && Path.of(xdg).isAbsolute()) {
			return Optional.of(Path.of(xdg, "trainless"));
		}
		if (home == null || home.isBlank() || !Path.of(home).isAbsolute()) {
			return Optional.empty();
		}
		return Optional.of(name.startsWith("mac") ? Path.of(home, "Library", "Caches", "trainless")
				: Path.of(home, ".cache", "trainless"));
	}

	/** That of this process's user. */
	static Optional<Path> ofUser() {
		return of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home"));
	}
}
