/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.launch;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is to be run, and where to.
 *
 * @param file      the experiment file
 * @param directory the run directory
 * @param resume    true to complete the run that is there
 */
public record RunOrder(Path file, Path directory, boolean resume) {
	public RunOrder {
		Objects.requireNonNull(file);
		Objects.requireNonNull(directory);
	}

	/**
	 * @return what people call it
	 */
	public String name() {
		return directory.getFileName().toString();
	}
}
