/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.engine;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where files of this user go that can be made again. */
public final class UserCache {
	/** Variable of the environment that names the folder. */
	public static final String VARIABLE = "TRAINLESS_CACHE";

	private UserCache() {
	}

	/**
	 * @return true when a variable of the environment names the folder
	 */
	public static boolean isChosen() {
		return !System.getenv().getOrDefault(VARIABLE, "").isBlank();
	}

	/**
	 * @return the folder of the user who runs this process; it need not exist
	 */
	public static Path folder() {
		return folder(System.getenv(), System.getProperty("os.name", ""),
				Path.of(System.getProperty("user.home", ".")));
	}

	/**
	 * @param environment variables of the environment
	 * @param system      name of the operating system
	 * @param home        the user's home folder
	 * @return the folder, by the custom of the operating system; it need not exist
	 */
	static Path folder(Map<String, String> environment, String system, Path home) {
		String chosen = environment.getOrDefault(VARIABLE, "");
		if (!chosen.isBlank()) {
			return Path.of(chosen).toAbsolutePath();
		}
		String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			String local = environment.getOrDefault("LOCALAPPDATA", "");
			return local.isBlank() ? home.resolve(".trainless") : Path.of(local, "trainless", "cache");
		}
		if (name.startsWith("mac")) {
			return home.resolve(Path.of("Library", "Caches", "trainless"));
		}
		String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
		return xdg.isBlank() || !Path.of(xdg).isAbsolute() ? home.resolve(Path.of(".cache", "trainless"))
				: Path.of(xdg, "trainless");
	}
}
