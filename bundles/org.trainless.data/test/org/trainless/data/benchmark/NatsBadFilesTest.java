/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.data.pickle.PickleBytes;
import org.trainless.testdata.TestData;

/**
 * Files that only look like NATS-Bench's, or are not whole.
 */
class NatsBadFilesTest {
	private static final Architecture CELL = Nats.SPACE.at(11);

	@TempDir
	Path folder;
	private byte[] good;

	@BeforeEach
	void readFile() throws IOException {
		good = Files.readAllBytes(TestData.path("nats-files/" + NatsNames.FOLDER).resolve(NatsNames.file(11)));
	}

	private Problem read(byte[] bytes) throws IOException {
		Path file = Files.write(folder.resolve(NatsNames.file(11)), bytes);
		Problem problem = Nats.problem(folder);
		assertEquals(file.toString(), problem.source());
		return problem;
	}

	@Test
	void truncatedFilesAreToldWhereverTheyEnd() throws Exception {
		for (int length = 0; length < good.length; length += length < 40 ? 1 : 1777) {
			Problem problem = read(Arrays.copyOf(good, length));
			assertTrue(List.of("truncated", "wrong-content").contains(problem.code()), length + ": " + problem);
		}
		assertEquals("truncated", read(Arrays.copyOf(good, good.length - 1)).code());
		byte[] pickle = Nats.unpack(good);
		for (int length = 0; length < pickle.length; length += 20_011) {
			assertEquals("truncated", read(Nats.pack(Arrays.copyOf(pickle, length))).code(), length + " bytes");
		}
	}

	@Test
	void otherFilesAreTold() throws Exception {
		assertTrue(read("<html>404</html>".getBytes()).message().contains("not packed by bzip2"));
		assertEquals("truncated", read("BZh9 nonsense".getBytes()).code());
		assertEquals("truncated", read(Nats.pack(new byte[0])).code());
		assertEquals("damaged-pickle", read(Nats.pack("hello, world".getBytes())).code());
		assertEquals("wrong-content", read(Nats.pack(new PickleBytes().raw("N").stop())).code());
		assertEquals("wrong-content", read(Nats.pack(new PickleBytes().raw("}").stop())).code());
		assertEquals("wrong-content", read(Nats.pack(new PickleBytes().raw("](K\1K\2e").stop())).code());
		assertEquals("wrong-content",
				read(Nats.pack(new PickleBytes().raw("}").text("200").raw("K\5s").stop())).code());
		Problem refused = read(Nats.pack(new PickleBytes().raw("cos\nsystem\n(S'touch /tmp/x'\ntR").stop()));
		assertEquals("refused-pickle", refused.code());
		assertTrue(refused.message().contains("'os.system'"));
		Path meta = TestData.path("nats-files/" + NatsNames.FOLDER).resolve("meta.pickle.pbz2");
		assertEquals("wrong-content", read(Files.readAllBytes(meta)).code());
	}

	/** Packed, noughts without number fit a few bytes. */
	@Test
	void whatUnpacksToTooMuchIsTold() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packed = new BZip2CompressorOutputStream(out)) {
			byte[] block = new byte[1 << 20];
			for (int i = 0; i < 80; i++) {
				packed.write(block);
			}
		}
		assertEquals("too-large", read(out.toByteArray()).code());
		assertEquals("too-large", read(new byte[NatsNames.MAX_PACKED + 1]).code());
	}

	@Test
	void filesOfAnotherBenchmarkAreTold() throws Exception {
		Problem size = Nats.problem(TestData.path("nats-files/NATS-sss-v1_0-50262-simple"));
		assertEquals("another-benchmark", size.code());
		assertTrue(size.message().contains("of this search space is |"), size.message());
		Files.write(folder.resolve(NatsNames.file(12)), good);
		Problem renamed = Nats.problem(folder);
		assertEquals("another-benchmark", renamed.code());
		assertEquals("the file says that it is of architecture 11, not 12", renamed.message());
		Files.delete(folder.resolve(NatsNames.file(12)));
		Files.write(folder.resolve(NatsNames.file(32000)), good);
		assertEquals("another-benchmark", Nats.problem(folder).code());
	}

	@Test
	void whatIsNoFolderOfTheBenchmarkIsTold() throws Exception {
		Problem missing = Nats.problem(folder.resolve("lost"));
		assertEquals("missing-folder", missing.code());
		assertEquals(folder.resolve("lost").toString(), missing.source());
		assertTrue(Nats.problem(folder).message().contains("no files of NATS-Bench"));
		Path one = Files.write(folder.resolve(NatsNames.file(11)), good);
		assertTrue(Nats.problem(one).message().contains("one file of NATS-Bench, not its folder"));
		Path text = Files.writeString(folder.resolve("notes.txt"), "words");
		assertTrue(Nats.problem(text).message().contains("neither the folder"));
		Path empty = Files.createDirectories(folder.resolve("empty").resolve(NatsNames.FOLDER));
		assertTrue(Nats.problem(empty.getParent()).message().contains("no files of NATS-Bench"));
	}

	@Test
	void aFolderThatVanishesIsAProblemAndNoUnknownCell() throws Exception {
		Path file = Files.write(Files.createDirectory(folder.resolve("b")).resolve(NatsNames.file(11)), good);
		Benchmark benchmark = Nats.open(file.getParent());
		Files.delete(file);
		assertTrue(benchmark.accuracy(CELL).isEmpty());
		Files.delete(file.getParent());
		assertEquals("missing-folder",
				Nats.only(assertThrows(ProblemException.class, () -> benchmark.accuracy(CELL))).code());
	}

	private static byte[] architecture(String text, String seed, int epochs) {
		return new PickleBytes().raw("}").text("200").raw("}(").text("arch_index").raw("K\13").text("arch_str")
				.text(text).text("all_results").raw("}").text("cifar10").text(seed).raw("\u0086}(").text("epochs")
				.number(epochs).text("eval_acc1es").raw("}").text("ori-test@0").raw("G\100\100\0\0\0\0\0\0s")
				.text("train_acc1es").raw("}").text("train_times").raw("}").text("latency").raw("]").text("eval_times")
				.raw("}").text("params").raw("K\1").text("flop").raw("K\1usus").stop();
	}

	/** What is kept of a file has limits of its own, which a file must not break. */
	@Test
	void textsAndNumbersBeyondAllMeasureAreTold() throws Exception {
		Files.write(folder.resolve(NatsNames.file(11)), Nats.pack(architecture(CELL.text(), "777", 1)));
		assertTrue(Nats.open(folder).accuracy(CELL).isEmpty(), "one epoch is neither 12 nor 200");
		assertEquals(32.0, Nats.open(folder).all(CELL).get("cifar10, 1 epochs, ori-test accuracy (%), trial 777"));
		for (byte[] bytes : List.of(architecture("x".repeat(100_000), "777", 1),
				architecture(CELL.text(), "777", 100_000), architecture(CELL.text(), "777", 0),
				architecture(CELL.text(), "-7", 1), architecture(CELL.text(), "9999999999", 1))) {
			assertEquals("wrong-content", read(Nats.pack(bytes)).code());
		}
		PickleBytes many = new PickleBytes().raw("}").text("200").raw("}(").text("arch_index").raw("K\13")
				.text("arch_str").text(CELL.text()).text("all_results").raw("}").text("cifar10").text("777")
				.raw("\u0086}(").text("epochs").number(1).text("eval_acc1es").raw("}(");
		for (int i = 0; i < 300; i++) {
			many.text("set" + i + "@0").raw("K\1");
		}
		byte[] sets = many.raw("u").text("train_acc1es").raw("}").text("train_times").raw("}").text("latency").raw("]")
				.text("eval_times").raw("}").text("params").raw("K\1").text("flop").raw("K\1usus").stop();
		assertEquals("wrong-content", read(Nats.pack(sets)).code());
	}

	@Test
	void damageIsNeverMoreThanAProblem() throws Exception {
		SplittableRandom random = new SplittableRandom(13);
		byte[] pickle = Nats.unpack(good);
		int problems = 0;
		for (int round = 0; round < 150; round++) {
			byte[] damaged = pickle.clone();
			for (int i = 1 + random.nextInt(8); i > 0; i--) {
				damaged[random.nextInt(random.nextBoolean() ? damaged.length : 3000)] = (byte) random.nextInt(256);
			}
			try {
				ArchitectureRecord record = NatsReader.readPickle(damaged, "a");
				assertEquals(record, ArchitectureRecord.ofBytes(record.toBytes()));
			} catch (ProblemException e) {
				Nats.only(e);
				problems++;
			}
			byte[] packed = good.clone();
			packed[random.nextInt(packed.length)] ^= (byte) (1 + random.nextInt(255));
			if (round % 3 == 0) {
				Nats.only(assertThrows(ProblemException.class, () -> NatsReader.read(packed, "a")));
			}
		}
		assertTrue(problems > 20, problems + " problems");
	}

	private Path archive(String... names) throws IOException {
		Path archive = folder.resolve("a.tar");
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
			tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
			for (String name : names) {
				Nats.add(tar, name, good);
			}
		}
		return archive;
	}

	private Set<String> tree() throws IOException {
		try (Stream<Path> files = Files.walk(folder.getParent())) {
			return files.map(Path::toString).filter(name -> name.startsWith(folder.toString()))
					.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** Nothing is unpacked, so that no path leads anywhere. */
	@Test
	void pathsInAnArchiveLeadNowhere() throws Exception {
		for (String name : List.of("../../000011.pickle.pbz2", "/etc/000011.pickle.pbz2",
				"a/../../../000011.pickle.pbz2", "x".repeat(300) + "/000011.pickle.pbz2")) {
			Path archive = archive(name);
			Set<String> before = tree();
			Benchmark benchmark = Nats.open(archive);
			assertTrue(benchmark.accuracy(CELL).isPresent(), name);
			assertEquals(before, tree());
			assertFalse(Files.exists(folder.getParent().resolve(NatsNames.file(11))));
		}
		assertFalse(Files.exists(Path.of("/etc", NatsNames.file(11))));
	}

	@Test
	void linksInAnArchiveAreNoFiles() throws Exception {
		Path archive = folder.resolve("a.tar");
		for (byte kind : new byte[] { TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO,
				TarConstants.LF_CHR, TarConstants.LF_DIR }) {
			try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
				TarArchiveEntry link = new TarArchiveEntry(NatsNames.file(11), kind);
				link.setLinkName("/etc/passwd");
				tar.putArchiveEntry(link);
				tar.closeArchiveEntry();
			}
			assertTrue(Nats.problem(archive).message().contains("no files of NATS-Bench"), "kind " + (char) kind);
		}
	}

	@Test
	void archivesThatAreDamagedOrSomethingElseAreTold() throws Exception {
		Path archive = archive(NatsNames.file(11), "meta.pickle.pbz2");
		byte[] whole = Files.readAllBytes(archive);
		for (int length : new int[] { 0, 1, 511, 512, 513, 5000, good.length, good.length + 511 }) {
			Files.write(archive, Arrays.copyOf(whole, length));
			Problem problem = Nats.problem(archive);
			assertTrue(List.of("truncated", "wrong-content").contains(problem.code()), length + ": " + problem);
			assertEquals(archive.toString(), problem.source());
		}
		Files.write(archive, Nats.pack(whole));
		assertEquals("wrong-content", Nats.problem(archive).code());
		Files.writeString(archive, "words ".repeat(1000));
		assertEquals("wrong-content", Nats.problem(archive).code());
		Path twice = archive("a/" + NatsNames.file(11), "b/" + NatsNames.file(11));
		assertTrue(Nats.problem(twice).message().contains("000011.pickle.pbz2 twice"));
	}

	@Test
	void damagedArchivesAreNeverMoreThanAProblem() throws Exception {
		SplittableRandom random = new SplittableRandom(17);
		byte[] small = Nats.pack(architecture(CELL.text(), "777", 200));
		Path archive = folder.resolve("a.tar");
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
			tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
			tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
			Nats.add(tar, "x".repeat(120) + "/" + NatsNames.file(11), small);
			Nats.add(tar, NatsNames.file(11).replace("11", "12"), small);
		}
		byte[] whole = Files.readAllBytes(archive);
		int problems = 0;
		for (int round = 0; round < 1500; round++) {
			byte[] damaged = whole.clone();
			for (int i = 1 + random.nextInt(3); i > 0; i--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
			}
			int header = random.nextInt(4) * 512;
			damaged[header + 124 + random.nextInt(12)] = (byte) ('0' + random.nextInt(8));
			fixChecksum(damaged, header);
			Files.write(archive, damaged);
			try {
				Benchmark benchmark = Nats.open(archive);
				benchmark.all(CELL);
				benchmark.accuracy(Nats.SPACE.at(12));
			} catch (ProblemException e) {
				Nats.only(e);
				problems++;
			}
		}
		assertTrue(problems > 200, problems + " problems");
	}

	private static void fixChecksum(byte[] tar, int header) {
		Arrays.fill(tar, header + 148, header + 156, (byte) ' ');
		int sum = 0;
		for (int i = 0; i < 512; i++) {
			sum += tar[header + i] & 0xff;
		}
		byte[] text = String.format(java.util.Locale.ROOT, "%06o", sum).getBytes();
		System.arraycopy(text, 0, tar, header + 148, 6);
		tar[header + 154] = 0;
	}
}
