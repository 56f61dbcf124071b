/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Keeps what was read of a benchmark, since unpacking a file takes 20 ms and the whole benchmark 1 GB. In memory, and
 * where a folder is given also there, in shards of {@value #SHARD} architectures with a version and a checksum. A shard
 * is written to a temporary file and moved into place, after what others have written meanwhile was taken over: of two
 * processes none sees half a file, and at the worst one reads a file again. An entry counts only as long as size and
 * time of its file are what they were. Trouble with the folder never fails a read. Thread-safe.
 */
final class RecordCache {
	private static final int SHARD = 512;
	private static final int MAGIC = 0x544C4E42;
	private static final int VERSION = 1;
	private static final int CHECKSUM = Long.BYTES;
	/** Writing waits for this many new entries, and for a quarter of what is known: the total cost stays linear. */
	private static final int PENDING = 256;
	private static final System.Logger LOG = System.getLogger(RecordCache.class.getName());

	private final Optional<Path> folder;
	private final Map<Integer, Entry> entries = new HashMap<>();
	private final Set<Integer> loaded = new HashSet<>();
	private final Set<Integer> dirty = new HashSet<>();
	private int pending;

	private record Entry(NatsFiles.Stamp stamp, byte[] bytes) {
	}

	/**
	 * @param root     the cache folder of the user, if there is one
	 * @param location what is cached
	 */
	RecordCache(Optional<Path> root, Path location) {
		this.folder = root.map(path -> path.resolve("nats-bench").resolve(name(location)));
	}

	private static String name(Path location) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] hash = digest
					.digest(location.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 12);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/**
	 * @param index of an architecture
	 * @param stamp of its file
	 * @return its record, if it is known and the file is still the same
	 */
	synchronized Optional<ArchitectureRecord> find(int index, NatsFiles.Stamp stamp) {
		int shard = index / SHARD;
		if (loaded.add(shard)) {
			load(shard).forEach(entries::putIfAbsent);
		}
		Entry entry = entries.get(index);
		if (entry == null || !entry.stamp().equals(stamp)) {
			return Optional.empty();
		}
		try {
			return Optional.of(ArchitectureRecord.ofBytes(entry.bytes()));
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "an entry of the cache is malformed: " + index, e);
			entries.remove(index);
			return Optional.empty();
		}
	}

	/**
	 * @param index of an architecture
	 * @param stamp of its file
	 * @param found what was read
	 */
	synchronized void put(int index, NatsFiles.Stamp stamp, ArchitectureRecord found) {
		entries.put(index, new Entry(stamp, found.toBytes()));
		dirty.add(index / SHARD);
		if (++pending >= Math.max(PENDING, entries.size() / 4)) {
			flush();
		}
	}

	/** Writes what is new. */
	synchronized void flush() {
		if (folder.isPresent()) {
			try {
				Files.createDirectories(folder.get());
				for (int shard : dirty) {
					save(folder.get(), shard);
				}
			} catch (IOException e) {
				LOG.log(System.Logger.Level.DEBUG, "the cache cannot be written: " + folder.get(), e);
			}
		}
		dirty.clear();
		pending = 0;
	}

	private static String file(int shard) {
		return "shard-" + shard + ".bin";
	}

	private Map<Integer, Entry> load(int shard) {
		if (folder.isEmpty()) {
			return Map.of();
		}
		Path file = folder.get().resolve(file(shard));
		try {
			return Files.exists(file) ? decode(Files.readAllBytes(file)) : Map.of();
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "a file of the cache is not used: " + file, e);
			return Map.of();
		}
	}

	private void save(Path target, int shard) throws IOException {
		Map<Integer, Entry> all = new HashMap<>(load(shard));
		entries.forEach((index, entry) -> {
			if (index / SHARD == shard) {
				all.put(index, entry);
			}
		});
		Path temporary = Files.createTempFile(target, "shard-" + shard + "-", ".tmp");
		try {
			Files.write(temporary, encode(all));
			try {
				Files.move(temporary, target.resolve(file(shard)), StandardCopyOption.ATOMIC_MOVE,
						StandardCopyOption.REPLACE_EXISTING);
			} catch (AtomicMoveNotSupportedException e) {
				Files.move(temporary, target.resolve(file(shard)), StandardCopyOption.REPLACE_EXISTING);
			}
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static byte[] encode(Map<Integer, Entry> all) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(MAGIC);
			out.writeInt(VERSION);
			out.writeInt(all.size());
			for (Map.Entry<Integer, Entry> entry : all.entrySet()) {
				out.writeInt(entry.getKey());
				out.writeLong(entry.getValue().stamp().size());
				out.writeLong(entry.getValue().stamp().modified());
				out.writeInt(entry.getValue().bytes().length);
				out.write(entry.getValue().bytes());
			}
			out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
		}
		return bytes.toByteArray();
	}

	private static Map<Integer, Entry> decode(byte[] bytes) throws IOException {
		int length = bytes.length - CHECKSUM;
		if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
			throw new IOException("wrong checksum");
		}
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
			if (in.readInt() != MAGIC || in.readInt() != VERSION) {
				throw new IOException("another version");
			}
			int count = in.readInt();
			Map<Integer, Entry> all = new HashMap<>();
			for (int i = 0; i < count; i++) {
				int index = in.readInt();
				NatsFiles.Stamp stamp = new NatsFiles.Stamp(in.readLong(), in.readLong());
				int size = in.readInt();
				byte[] entry = in.readNBytes(Math.max(0, size));
				if (entry.length != size) {
					throw new IOException("an entry is cut off");
				}
				all.put(index, new Entry(stamp, entry));
			}
			return all;
		}
	}

	private static long checksum(byte[] bytes, int length) {
		CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return crc.getValue();
	}
}
