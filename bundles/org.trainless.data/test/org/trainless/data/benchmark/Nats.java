/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Steps that the tests of NATS-Bench take.
 */
final class Nats {
	static final NatsTopologySpace SPACE = new NatsTopologySpace();

	private Nats() {
	}

	static Parameters parameters(Path path, Object... namesAndValues) {
		Map<String, Object> values = new HashMap<>();
		values.put("path", path);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return Parameters.of(values);
	}

	/** Without a cache on disk. */
	static Benchmark open(Path path, Object... namesAndValues) throws ProblemException {
		return new NatsBenchFactory(Optional.empty()).open(parameters(path, namesAndValues), SPACE);
	}

	static Problem problem(Path path, Object... namesAndValues) {
		return only(assertThrows(ProblemException.class, () -> open(path, namesAndValues)));
	}

	static Problem only(ProblemException e) {
		assertEquals(1, e.problems().size(), e.getMessage());
		Problem problem = e.problems().get(0);
		assertFalse(problem.message().isBlank());
		assertFalse(problem.remedy().isBlank());
		return problem;
	}

	static byte[] pack(byte[] bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packed = new BZip2CompressorOutputStream(out, 1)) {
			packed.write(bytes);
		}
		return out.toByteArray();
	}

	static byte[] unpack(byte[] bytes) throws IOException {
		try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(bytes))) {
			return in.readAllBytes();
		}
	}

	/** An archive of a folder as it is published, with its name before every file. */
	static void tar(Path folder, Path archive) throws IOException {
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive));
				Stream<Path> files = Files.list(folder)) {
			tar.putArchiveEntry(new TarArchiveEntry(folder.getFileName() + "/"));
			tar.closeArchiveEntry();
			for (Path file : files.sorted().toList()) {
				add(tar, folder.getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
			}
		}
	}

	static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
		TarArchiveEntry entry = new TarArchiveEntry(name, true);
		entry.setSize(bytes.length);
		tar.putArchiveEntry(entry);
		tar.write(bytes);
		tar.closeArchiveEntry();
	}

	/** Rows of a CSV file without quotes; the first is the header. */
	static List<String[]> csv(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
	}
}
