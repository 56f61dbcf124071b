/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data for tests that is not part of the project.
 */
final class SharedData {
	private SharedData() {
	}

	/** Finds a file; without it the test fails where CI is set, and is skipped elsewhere. */
	static Path file(String name) {
		String stated = System.getProperty("TRAINLESS_TEST_DATA", System.getenv("TRAINLESS_TEST_DATA"));
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null) {
			Path data = stated == null ? folder.resolve("../shared/data").normalize() : Path.of(stated);
			if (Files.exists(data.resolve(name))) {
				return data.resolve(name);
			}
			folder = stated == null ? folder.getParent() : null;
		}
		String message = "no " + name + " in ../shared/data or TRAINLESS_TEST_DATA";
		if (System.getenv("CI") != null) {
			fail(message);
		}
		return abort(message);
	}
}
