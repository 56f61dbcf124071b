/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * The files in a folder.
 *
 * @param location the folder
 */
record FolderFiles(Path location) implements NatsFiles {
	@Override
	public String name(int index) {
		return file(index).toString();
	}

	private Path file(int index) {
		return location.resolve(NatsNames.file(index));
	}

	@Override
	public Optional<Stamp> stamp(int index) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file(index), BasicFileAttributes.class);
			return Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis()));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	@Override
	public boolean holds(int index) throws IOException {
		return stamp(index).filter(s -> s.size() > 0).isPresent();
	}

	@Override
	public Optional<byte[]> read(int index) throws ProblemException, IOException {
		Path file = file(index);
		try {
			if (Files.size(file) > NatsNames.MAX_PACKED) {
				throw new ProblemException(Problem.error("too-large",
						"the file has " + Files.size(file) + " bytes, far more than a file of NATS-Bench",
						"check that it is the right file").in(file.toString()));
			}
			return Optional.of(Files.readAllBytes(file));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	@Override
	public Optional<Integer> any() throws IOException {
		// the listing is left at the first match: a whole folder has 15,626 entries
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(location)) {
			for (Path entry : entries) {
				Optional<Integer> index = NatsNames.index(entry.getFileName().toString());
				if (index.isPresent()) {
					return index;
				}
			}
		} catch (DirectoryIteratorException e) {
			throw e.getCause();
		}
		return Optional.empty();
	}
}
