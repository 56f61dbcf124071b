/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.share;

import java.nio.file.Path;

/**
 * A view whose numbers can be exported; the command of tables serves the active one. To be used in the UI thread.
 *
 * @since 0.1
 */
public interface TableSource {
	/**
	 * Writes the numbers that are shown, in full precision. The view tells when they are there, or why they are not.
	 *
	 * @param file where to; CSV. What was there is replaced when all is written
	 */
	void exportTable(Path file);

	/**
	 * @return name of the file, without its ending, when nobody gives one
	 */
	String tableName();
}
