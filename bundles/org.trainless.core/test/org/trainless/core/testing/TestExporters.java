/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.trainless.api.export.Exporter;
import org.trainless.api.export.Results;

/** Exporters that behave in different ways. */
public final class TestExporters {
	private TestExporters() {
	}

	/** Writes how many trials there are. */
	public static final class Count implements Exporter {
		@Override
		public String fileName() {
			return "count.txt";
		}

		@Override
		public void export(Results results, OutputStream out) throws IOException {
			out.write(String.valueOf(results.trials().size()).getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Fails after it has written something. */
	public static final class Broken implements Exporter {
		@Override
		public String fileName() {
			return "broken.txt";
		}

		@Override
		public void export(Results results, OutputStream out) throws IOException {
			out.write('x');
			throw new IllegalStateException("out of ink");
		}
	}

	/** Wants to write elsewhere. */
	public static final class Escaping implements Exporter {
		@Override
		public String fileName() {
			return "../escaped.txt";
		}

		@Override
		public void export(Results results, OutputStream out) throws IOException {
			out.write('x');
		}
	}
}
