/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.testdata;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * Finds the data for tests that is not part of the project: benchmarks, images, oracles.
 * <p>
 * It lies where the system property or the environment variable {@value #VARIABLE} points, else in {@code shared/data}
 * beside the checkout. Without it the test is skipped with a message; where the environment variable {@code CI} is set
 * it fails, because a skipped test proves nothing.
 */
public final class TestData {
	/** Name of the system property, and of the environment variable, that names the folder. */
	public static final String VARIABLE = "TRAINLESS_TEST_DATA";

	/** A file that only the root of the checkout has. */
	private static final Path ROOT_MARK = Path.of("targetplatform", "trainless.target");

	private TestData() {
	}

	/**
	 * Finds a file or folder of the data.
	 *
	 * @param relative path below the folder of the data, with {@code /} between its segments
	 * @return its absolute path, which exists
	 * @throws AssertionError                      if it is absent and {@code CI} is set
	 * @throws org.opentest4j.TestAbortedException if it is absent otherwise: the test counts as skipped
	 */
	public static Path path(String relative) {
		Path folder = folder();
		if (folder != null) {
			Path found = folder.resolve(relative);
			if (Files.exists(found)) {
				return found;
			}
		}
		String message = "No test data " + relative + " in " + (folder == null ? "../shared/data" : folder) + "; set "
				+ VARIABLE + " to the folder that holds it";
		String ci = System.getenv("CI");
		if (ci != null && !ci.isEmpty()) {
			throw new AssertionError(message);
		}
		return Assumptions.abort(message);
	}

	private static Path folder() {
		String stated = System.getProperty(VARIABLE, System.getenv(VARIABLE));
		if (stated != null && !stated.isBlank()) {
			return Path.of(stated).toAbsolutePath().normalize();
		}
		for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
			if (Files.exists(place.resolve(ROOT_MARK)) && place.getParent() != null) {
				return place.getParent().resolve("shared").resolve("data");
			}
		}
		return null;
	}
}
