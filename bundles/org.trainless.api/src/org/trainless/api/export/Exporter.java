/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes results in one form. Contributed through the extension point {@code org.trainless.core.exporters}; has a
 * public constructor without arguments; stateless and thread-safe.
 *
 * @since 0.1
 */
public interface Exporter {
	/**
	 * @return name of the file that it writes in a run directory, for example {@code summary.csv}
	 */
	String fileName();

	/**
	 * @param results what to write
	 * @param out     where to; the caller closes it
	 * @throws IOException when writing fails
	 */
	void export(Results results, OutputStream out) throws IOException;
}
