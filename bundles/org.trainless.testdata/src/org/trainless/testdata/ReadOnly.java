/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Assumptions;

/**
 * Files that cannot be written, also for tests that run as root, who may write every file: a process of its own can do
 * without that right.
 */
public final class ReadOnly {
	/** Who owns a file may still read it and change its mode, but not write what is read-only. */
	private static final String RIGHTS = "-dac_override,-dac_read_search";

	private ReadOnly() {
	}

	/**
	 * @param command of a process
	 * @return the same for a process to which read-only files and folders are so. On Linux there always is one; where
	 *         there is none, the test counts as skipped
	 * @throws IOException when it cannot be tried
	 */
	public static List<String> respecting(List<String> command) throws IOException {
		Path probe = Files.createTempFile("trainless", ".read-only");
		try {
			if (probe.toFile().setWritable(false) && !Files.isWritable(probe)) {
				return command;
			}
		} finally {
			probe.toFile().setWritable(true);
			Files.delete(probe);
		}
		if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
			return Assumptions.abort("this user may write everything, and nothing here takes the right away");
		}
		List<String> without = new ArrayList<>(
				List.of("setpriv", "--bounding-set=" + RIGHTS, "--inh-caps=" + RIGHTS, "--"));
		without.addAll(command);
		return without;
	}
}
