/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.trainless.api.space.Architecture;

/**
 * The study's computation in PyTorch: a process that evaluates a cell when it is told to and is idle otherwise. What it
 * runs lies in the folder {@code study}, and is held to independent values by {@code study/verify.py}.
 */
final class PythonProcess implements AutoCloseable {
	/** What is computed, under the names by which the process is told. */
	enum Way {
		NASWOT_BY_TYPE("naswot-by-type"), NASWOT_BY_CLASS_NAME("naswot-by-class-name"), SYNFLOW("synflow");

		private final String text;

		Way(String text) {
			this.text = text;
		}
	}

	private static final String PREFIX = "spent ";

	private final Process process;
	private final BufferedWriter to;
	private final BufferedReader from;
	private final String version;

	private PythonProcess(String python, String study, int threads) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(List.of(python, study + "/serve.py", String.valueOf(threads)))
				.redirectError(ProcessBuilder.Redirect.INHERIT);
		// the libraries that multiply matrices have threads of their own
		for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
			builder.environment().put(variable, String.valueOf(threads));
		}
		builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
		this.process = builder.start();
		this.to = process.outputWriter(StandardCharsets.UTF_8);
		this.from = process.inputReader(StandardCharsets.UTF_8);
		this.version = answer("ready ");
	}

	/**
	 * @param threads of PyTorch
	 * @return the process; empty where there is no Python with PyTorch, as {@code run} has found out
	 */
	static Optional<PythonProcess> start(int threads) throws IOException {
		String python = System.getProperty("org.trainless.benchmark.python", "");
		return python.isEmpty() ? Optional.empty()
				: Optional.of(new PythonProcess(python, System.getProperty("org.trainless.benchmark.study"), threads));
	}

	/** Versions of Python and PyTorch, its threads, and what multiplies its matrices. */
	String version() {
		return version;
	}

	Spent evaluate(Way way, Architecture cell) {
		try {
			to.write(way.text + " " + cell.text() + "\n");
			to.flush();
			String[] words = answer(PREFIX).split(" ");
			return new Spent(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String answer(String prefix) throws IOException {
		for (String line = from.readLine(); line != null; line = from.readLine()) {
			if (line.startsWith(prefix)) {
				return line.substring(prefix.length());
			}
		}
		throw new IOException("the process of the study's computation has ended");
	}

	@Override
	public void close() throws IOException {
		to.close();
		from.close();
		process.destroy();
	}
}
