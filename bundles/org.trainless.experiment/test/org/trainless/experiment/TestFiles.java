/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that tests read, and what they are read with. */
public final class TestFiles {
	private static final Map<String, String> VARIABLES = Map.of("CIFAR10", "/data/cifar10", "NATS_TSS", "/data/nats",
			"NATS_TSS_CSV", "/data/nats-tss.csv", "COUNT", "12", "WORD", "several words", "EMPTY", "");

	private TestFiles() {
	}

	public static ReadContext context() {
		return ReadContext.of(new TestCatalog(), Path.of("/experiments"))
				.withVariables(name -> Optional.ofNullable(VARIABLES.get(name)));
	}

	public static ExperimentResult read(String text) {
		return new ExperimentReader(context()).read("study.nas.yaml", text);
	}

	public static List<Path> good() {
		return files("good", ExperimentFormat.EXTENSION);
	}

	public static List<Path> bad() {
		return files("bad", ExperimentFormat.EXTENSION);
	}

	public static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<Path> files(String folder, String extension) {
		try (Stream<Path> files = Files.list(Path.of("test-data", folder))) {
			return files.filter(f -> f.toString().endsWith(extension)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
