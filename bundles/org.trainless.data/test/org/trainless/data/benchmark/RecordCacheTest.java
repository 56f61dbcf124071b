/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cache beside the benchmark: it saves time and never changes what is read.
 */
class RecordCacheTest {
	private static final Path LOCATION = Path.of("somewhere", "NATS").toAbsolutePath();
	private static final NatsFiles.Stamp STAMP = new NatsFiles.Stamp(10, 20);

	@TempDir
	Path folder;

	private static ArchitectureRecord made(int index) {
		return new ArchitectureRecord(index, "cell " + index,
				List.of(new TrainedRun("cifar10", 200, 777, Map.of("ori-test", 90.0 + index / 1e5),
						Map.of("ori-test", 1.5), 1e4, 0.02, 0.5, 70),
						new TrainedRun("cifar100", 12, 111, Map.of("x-valid", 50.0), Map.of(), 5, Double.NaN, 0.1, 8)));
	}

	private RecordCache cache() {
		return new RecordCache(Optional.of(folder), LOCATION);
	}

	private List<Path> files() throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	@Test
	void whatIsPutIsFoundByThisAndTheNextProcess() throws Exception {
		RecordCache cache = cache();
		for (int index : new int[] { 0, 511, 512, 15624 }) {
			assertEquals(Optional.empty(), cache.find(index, STAMP));
			cache.put(index, STAMP, made(index));
			assertEquals(made(index), cache.find(index, STAMP).orElseThrow());
		}
		cache.flush();
		assertEquals(3, files().size(), "one file for each shard, nothing left over: " + files());
		RecordCache next = cache();
		for (int index : new int[] { 0, 511, 512, 15624 }) {
			assertEquals(made(index), next.find(index, STAMP).orElseThrow());
			assertEquals(Optional.empty(), next.find(index, new NatsFiles.Stamp(11, 20)), "another size");
			assertEquals(Optional.empty(), next.find(index, new NatsFiles.Stamp(10, 21)), "another time");
		}
		assertEquals(Optional.empty(), next.find(1, STAMP));
		RecordCache elsewhere = new RecordCache(Optional.of(folder), LOCATION.resolveSibling("other"));
		assertEquals(Optional.empty(), elsewhere.find(0, STAMP));
	}

	@Test
	void twoProcessesAddToOneAnother() throws Exception {
		RecordCache one = cache();
		RecordCache two = cache();
		one.find(1, STAMP);
		two.find(1, STAMP);
		one.put(1, STAMP, made(1));
		one.flush();
		two.put(2, STAMP, made(2));
		two.flush();
		RecordCache next = cache();
		assertEquals(made(1), next.find(1, STAMP).orElseThrow());
		assertEquals(made(2), next.find(2, STAMP).orElseThrow());
	}

	@Test
	void manyAreWrittenWithoutBeingAskedTo() throws Exception {
		RecordCache cache = cache();
		for (int index = 0; index < 600; index++) {
			cache.put(index, STAMP, made(index));
		}
		assertTrue(cache().find(0, STAMP).isPresent());
		assertTrue(cache().find(511, STAMP).isPresent());
	}

	/** Whatever became of the files, an entry is right or not there. */
	@Test
	void damagedFilesAreNotUsed() throws Exception {
		RecordCache cache = cache();
		for (int index = 0; index < 20; index++) {
			cache.put(index, STAMP, made(index));
		}
		cache.flush();
		Path file = files().get(0);
		byte[] whole = Files.readAllBytes(file);
		SplittableRandom random = new SplittableRandom(5);
		for (int round = 0; round < 300; round++) {
			byte[] damaged = whole.clone();
			damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
			Files.write(file, round % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : damaged);
			assertEquals(Optional.empty(), cache().find(random.nextInt(20), STAMP));
		}
		// and the next writer replaces them
		RecordCache next = cache();
		next.put(3, STAMP, made(3));
		next.flush();
		assertEquals(made(3), cache().find(3, STAMP).orElseThrow());
	}

	@Test
	void aFolderThatCannotBeWrittenFailsNothing() throws Exception {
		Path file = Files.writeString(folder.resolve("file"), "x");
		RecordCache cache = new RecordCache(Optional.of(file), LOCATION);
		cache.put(1, STAMP, made(1));
		cache.flush();
		assertEquals(made(1), cache.find(1, STAMP).orElseThrow());
		RecordCache none = new RecordCache(Optional.empty(), LOCATION);
		none.put(1, STAMP, made(1));
		none.flush();
		assertEquals(made(1), none.find(1, STAMP).orElseThrow());
	}

	@Test
	void theFolderFollowsTheSystemsCustom() {
		String home = Path.of("home").toAbsolutePath().toString();
		Path other = Path.of("other").toAbsolutePath();
		assertEquals(Optional.of(Path.of(home, ".cache", "trainless")), CacheFolder.of(Map.of(), "Linux", home));
		assertEquals(Optional.of(other.resolve("trainless")),
				CacheFolder.of(Map.of("XDG_CACHE_HOME", other.toString()), "Linux", home));
		assertEquals(Optional.of(Path.of(home, ".cache", "trainless")),
				CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", home));
		assertEquals(Optional.of(Path.of(home, "Library", "Caches", "trainless")),
				CacheFolder.of(Map.of("XDG_CACHE_HOME", other.toString()), "Mac OS X", home));
		assertEquals(Optional.of(other.resolve("trainless").resolve("cache")),
				CacheFolder.of(Map.of("LOCALAPPDATA", other.toString()), "Windows 11", home));
		assertEquals(Optional.empty(), CacheFolder.of(Map.of(), "Windows 11", home));
		assertEquals(Optional.empty(), CacheFolder.of(Map.of(), "Linux", null));
		assertEquals(Optional.empty(), CacheFolder.of(Map.of(), "Linux", "?"));
		assertEquals(Optional.of(other),
				CacheFolder.of(Map.of("TRAINLESS_CACHE", other.toString()), "Windows 11", home));
	}
}
