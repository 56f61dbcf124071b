/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.data.file.FileProblems;
import org.trainless.data.pickle.ByteSource;
import org.trainless.data.pickle.FileBytes;

/**
 * The files in an archive, read where they lie. Nothing is ever unpacked to disk, so no path in an archive leads
 * anywhere; only the last part of an entry's name counts. The list of entries is read on the first need.
 */
final class TarFiles implements NatsFiles {
	private final Path location;
	private final Stamp stamp;
	private Map<Integer, Place> places;

	/** Where an entry's bytes are in the archive. */
	private record Place(long offset, long size) {
	}

	/**
	 * @param location the archive
	 * @throws IOException when it cannot be read
	 */
	TarFiles(Path location) throws IOException {
		this.location = location;
		BasicFileAttributes attributes = Files.readAttributes(location, BasicFileAttributes.class);
		this.stamp = new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
	}

	@Override
	public Path location() {
		return location;
	}

	@Override
	public String name(int index) {
		return location + "!" + NatsNames.file(index);
	}

	@Override
	public Optional<Stamp> stamp(int index) {
		return Optional.of(stamp);
	}

	@Override
	public boolean holds(int index) throws ProblemException, IOException {
		Place place = places().get(index);
		return place != null && place.size() > 0;
	}

	@Override
	public Optional<byte[]> read(int index) throws ProblemException, IOException {
		Place place = places().get(index);
		if (place == null) {
			return Optional.empty();
		}
		byte[] bytes = new byte[(int) place.size()];
		try (ByteSource source = new FileBytes(location)) {
			source.readFully(place.offset(), bytes, 0, bytes.length);
		}
		return Optional.of(bytes);
	}

	@Override
	public Optional<Integer> any() throws ProblemException, IOException {
		return places().keySet().stream().findFirst();
	}

	private synchronized Map<Integer, Place> places() throws ProblemException, IOException {
		if (places == null) {
			Map<Integer, Place> found = new HashMap<>();
			try (TarFile tar = new TarFile(location)) {
				for (TarArchiveEntry entry : tar.getEntries()) {
					String name = entry.getName();
					Optional<Integer> index = NatsNames.index(name.substring(name.lastIndexOf('/') + 1));
					if (index.isPresent() && isPlain(entry)) {
						add(found, index.get(), entry);
					}
				}
			} catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException
					| ArithmeticException e) {
				throw damaged(e.getMessage());
			} catch (IOException e) {
				if (Files.isReadable(location)) {
					throw damaged(e.getMessage());
				}
				throw e;
			}
			places = found;
		}
		return places;
	}

	/** The library calls links and devices files too; they have no content of their own. */
	private static boolean isPlain(TarArchiveEntry entry) {
		return entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isFIFO()
				&& !entry.isCharacterDevice() && !entry.isBlockDevice() && !entry.isSparse();
	}

	private void add(Map<Integer, Place> found, int index, TarArchiveEntry entry) throws ProblemException {
		if (entry.getSize() > NatsNames.MAX_PACKED) {
			throw new ProblemException(Problem.error("too-large",
					"the entry " + NatsNames.file(index) + " has " + entry.getSize()
							+ " bytes, far more than a file of NATS-Bench",
					"check that it is the right archive").in(location.toString()));
		}
		if (entry.getDataOffset() + entry.getSize() > stamp.size()) {
			throw FileProblems.truncated(location, "the entry " + NatsNames.file(index) + " goes beyond its end");
		}
		if (found.put(index, new Place(entry.getDataOffset(), entry.getSize())) != null) {
			throw FileProblems.wrongContent(location, "it holds " + NatsNames.file(index) + " twice",
					"check that it is the right archive");
		}
	}

	private ProblemException damaged(String detail) {
		return FileProblems.wrongContent(location,
				"this is not an intact tar archive" + (detail == null ? "" : ": " + detail),
				"get it again; an archive that is also compressed has to be unpacked first");
	}
}
