/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

/**
 * Pickles are programs that strangers write: whatever they say, the reader gives a problem in bounded time and memory,
 * and makes no object of a class that they name.
 */
class HostilePickleTest {
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final AtomicBoolean INITIALISED = new AtomicBoolean();

	/** Would be seen when a pickle that names it were obeyed. */
	public static final class Canary {
		static {
			INITIALISED.set(true);
		}

		public Canary() {
			INITIALISED.set(true);
		}

		public Canary(String command) {
			INITIALISED.set(true);
		}

		public void setState(Object state) {
			INITIALISED.set(true);
		}
	}

	private static Problem problem(ByteSource source, PickleLimits limits) {
		ProblemException e = assertTimeoutPreemptively(BOUND,
				() -> assertThrows(ProblemException.class, () -> new PickleReader(limits).read(source, "evil.pickle")));
		assertEquals(1, e.problems().size());
		Problem problem = e.problems().get(0);
		assertEquals("evil.pickle", problem.source());
		assertFalse(problem.message().isBlank());
		assertFalse(problem.remedy().isBlank());
		assertTrue(problem.message().length() < 400, problem.message());
		assertTrue(problem.message().codePoints().noneMatch(Character::isISOControl), problem.message());
		return problem;
	}

	private static Problem problem(byte[] pickle) {
		return problem(new HeapBytes(pickle), PickleLimits.SMALL);
	}

	static Stream<Arguments> calls() {
		String canary = Canary.class.getName();
		int dot = canary.lastIndexOf('.');
		return Stream.of(Arguments.of("os.system", "cos\nsystem\n(S'touch /tmp/owned'\ntR."),
				Arguments.of("posix.system", "\u0080\4\u008c\5posix\u008c\6system\u0093\u008c\2id\u0085R."),
				Arguments.of("os.system", "(S'touch /tmp/owned'\nios\nsystem\n."),
				Arguments.of("os.system", "(cos\nsystem\nS'id'\no."),
				Arguments.of("builtins.eval", "cbuiltins\neval\n(S'1'\ntR."),
				Arguments.of("__builtin__.exec", "c__builtin__\nexec\n(S'1'\ntR."),
				Arguments.of("subprocess.Popen", "\u0080\2csubprocess\nPopen\n)\u0081."),
				Arguments.of("builtins.getattr", "cbuiltins\ngetattr\n."),
				Arguments.of("builtins.bytearray", "cbuiltins\nbytearray\n)R."),
				Arguments.of("decimal.Decimal", "cdecimal\nDecimal\n(S'1'\ntR."),
				Arguments.of("datetime.datetime", "cdatetime\ndatetime\n)R."),
				Arguments.of("java.lang.Runtime", "cjava.lang\nRuntime\n)R."),
				Arguments.of("java.net.URL", "cjava.net\nURL\n(S'http://localhost/'\ntR."),
				Arguments.of(canary, "c" + canary.substring(0, dot) + "\n" + canary.substring(dot + 1) + "\n)R}b."),
				Arguments.of(canary, "(S'x'\ni" + canary.substring(0, dot) + "\n" + canary.substring(dot + 1) + "\n."),
				Arguments.of("collections.OrderedDict.update", "ccollections\nOrderedDict.update\n)R."),
				Arguments.of("torch._utils._rebuild_tensor_v2", "ctorch._utils\n_rebuild_tensor_v2\n."));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void aClassThatAFileNamesIsRefused(String name, String pickle) {
		Problem problem = problem(new PickleBytes().raw(pickle).stop());
		assertEquals("refused-pickle", problem.code());
		assertTrue(problem.message().contains("'" + name + "'"), problem.message());
		assertTrue(problem.message().matches(".* at byte [0-9]+;.*"), problem.message());
		assertFalse(INITIALISED.get(), "the class was initialised");
	}

	/** A global that is allowed does not open the way to others. */
	@ParameterizedTest
	@ValueSource(strings = { "ccollections\nOrderedDict\n)R}S'__class__'\nS'os.system'\nsb.",
			"(ccollections\nOrderedDict\no.", "(iCollections\nOrderedDict\n.", "]]b.", "}]b.", "I1\n}b.",
			"cnumpy\ndtype\n)R.", "cnumpy\ndtype\n(S'O8'\ntR.", "cnumpy\ndtype\n(S'V9999999999'\ntR.",
			"cnumpy\nndarray\n((I2\nttR.", "c_codecs\nencode\n(S'x'\nS'rot13'\ntR.",
			"cnumpy.core.multiarray\nscalar\n(cnumpy\ndtype\n(S'f8'\ntRS'short'\ntR.",
			"cnumpy.core.multiarray\n_reconstruct\n(I1\nI2\nI3\ntR(I1\nI2\nI3\nI4\nI5\ntb.", "I1\n)R.",
			"S'os'\nS'system'\ntR.", "S'os.system'\n(S'id'\ntR.", "ccollections\nOrderedDict\n)\u0081}\u0092.", "P1\n.",
			"I1\nQ.", "\u0082\1.", "\u0083\1\0.", "\u0084\1\0\0\0.", "\u0097.", "(lI1\n\u0093.", "}]I1\ns.", "}}I1\ns.",
			"}(]I1\nu.", "}(I1\nu.", "\u008f(]\u0090.", "\u008f(}\u0090.", "(]\u0091.", "I1\nI2\na.", "I1\n(I2\ne.",
			"I1\n(I2\nI3\nu.", "h\1.", "g9\n.", "j\1\2\3\4.", "g-1\n.", "ghello\n.", "Ihello\n.", "Lhello\n.",
			"Fhello\n.", "S'open\n.", "Snone\n.", "0.", "1.", "2.", "e.", "u.", "a.", "s.", "R.", "b.", "\u0093.",
			"\u0085.", "\u0086.", "\u0087.", "\u0094.", "q\1.", "\u0080\u00ff.", "~.", "\u00ff.", "VĀ\\ud8\n.", "." })
	void nonsenseIsAProblem(String pickle) {
		Problem problem = problem(new PickleBytes().raw(pickle).stop());
		assertTrue(List.of("damaged-pickle", "refused-pickle", "truncated").contains(problem.code()), problem.code());
	}

	@Test
	void lengthsThatAreAnnouncedAreNotBelieved() {
		long[] lengths = { 1L << 20, Integer.MAX_VALUE, 0x80000000L, 0xffffffffL, 1L << 40, Long.MAX_VALUE,
				Long.MIN_VALUE, -1 };
		for (String instruction : List.of("T", "B", "X", "\u008b")) {
			for (long length : lengths) {
				if ((int) length != 0) {
					Problem problem = problem(new PickleBytes().raw(instruction).word(length, 4).raw("abc").stop());
					assertTrue(List.of("truncated", "damaged-pickle").contains(problem.code()));
				}
			}
		}
		for (String instruction : List.of("\u008d", "\u008e", "\u0096")) {
			for (long length : lengths) {
				assertEquals("truncated",
						problem(new PickleBytes().raw(instruction).word(length, 8).raw("abc").stop()).code());
			}
		}
		// a frame is a hint that nothing is allocated for
		problem(new PickleBytes().raw("\u0080\4\u0095").word(Long.MAX_VALUE, 8).raw("N").raw("\u008c\u00ff").stop());
	}

	/** Each of these names one object over and over, and would be copied each time. */
	@Test
	void copiesOfWhatIsRememberedAreBounded() {
		String text = "x".repeat(1 << 19);
		PickleBytes encode = new PickleBytes().text(text).raw("q\1").text("latin1").raw("q\2")
				.global("_codecs", "encode").raw("q\3](");
		problem(encode.repeat("h\3h\1h\2\u0086R", 200_000).raw("e").stop());

		PickleBytes dicts = new PickleBytes().raw("](");
		for (int i = 0; i < 50_000; i++) {
			dicts.raw("J").word(i, 4).raw("N\u0086");
		}
		dicts.raw("eq\1").global("collections", "OrderedDict").raw("q\2](");
		problem(dicts.repeat("h\2h\1\u0085R", 150_000).raw("e").stop());

		PickleBytes arrays = new PickleBytes().text(text).raw("q\1").type("u1").raw("q\2")
				.global("numpy.core.multiarray", "_reconstruct").raw("q\3(NNNtq\4](");
		arrays.repeat("h\3h\4R(K\1(J\0\0\10\0th\2\u0089h\1tb", 50_000).raw("e");
		problem(arrays.stop());
	}

	@Test
	void manyInstructionsAreBounded() {
		for (String instruction : List.of("}", "]", "(", "\u008f", ")", "K\1", "N0", "]q\1", "}N2s", "N\u0094", "(((t",
				"F0.5\n", "I01\n", "U\1x", "\u008a\1\1")) {
			byte[] pickle = new PickleBytes().repeat(instruction, (15 << 20) / instruction.length()).stop();
			assertEquals("damaged-pickle", problem(pickle).code(), instruction);
		}
	}

	/** A tuple of two references to the one before, a million times: 2¹⁰⁰⁰⁰⁰⁰ leaves if somebody counted them. */
	@Test
	void sharedAndDeepStructuresAreNeverWalked() throws Exception {
		PickleNode shared = read(new PickleBytes().raw("N").repeat("2\u0086", 100_000).stop());
		PickleNode deep = read(new PickleBytes().repeat("]", 100_000).repeat("a", 99_999).stop());
		PickleNode key = read(new PickleBytes().raw("}N").repeat("2\u0086", 100_000).raw("K\1s").stop());
		PickleNode cycle = read(new PickleBytes().raw("]q\1h\1a").stop());
		assertTimeoutPreemptively(BOUND, () -> {
			assertEquals(2, shared.list().size());
			assertEquals(1, deep.list().size());
			assertEquals(0, key.dict().size());
			assertThrows(ProblemException.class, key::tupleDict);
			assertEquals(1, cycle.list().get(0).list().get(0).list().size());
			for (PickleNode node : List.of(shared, deep, cycle, key)) {
				assertTrue(assertThrows(ProblemException.class, node::number).getMessage().length() < 400);
				assertTrue(assertThrows(ProblemException.class, node::text).getMessage().length() < 400);
			}
		});
	}

	private static PickleNode read(byte[] pickle) throws ProblemException, IOException {
		return new PickleReader(PickleLimits.SMALL).read(new HeapBytes(pickle), "a.pickle");
	}

	/** The same bytes for ever, as a device or a pipe would give them. */
	private record Endless(byte[] bytes, long size) implements ByteSource {
		@Override
		public int read(long position, byte[] target, int offset, int length) {
			if (position >= size) {
				return -1;
			}
			for (int i = 0; i < length; i++) {
				target[offset + i] = bytes[(int) ((position + i) % bytes.length)];
			}
			return length;
		}
	}

	@Test
	void inputWithoutEndIsBounded() {
		for (String bytes : List.of("\0", "N", "(", "I1", "c", "c\n", "V", "U\u00ff", "X\0\0\1\0", "B\0\0\0\1",
				"C\u00ff", "\u008c\u00ff")) {
			byte[] pattern = bytes.getBytes(StandardCharsets.ISO_8859_1);
			assertEquals("too-large", problem(new Endless(pattern, Long.MAX_VALUE), PickleLimits.SMALL).code());
			assertEquals("too-large", problem(new Endless(pattern, Long.MAX_VALUE), PickleLimits.IMAGES).code());
			problem(new Endless(pattern, PickleLimits.SMALL.bytes()), PickleLimits.SMALL);
			problem(new Endless(pattern, PickleLimits.IMAGES.bytes()), PickleLimits.IMAGES);
		}
	}

	/** Byte strings below the length from which they stay in the file: a sparse file of gigabytes holds many. */
	@Test
	void whatIsHeldInMemoryIsBounded() {
		byte[] block = new byte[60_000];
		byte[] one = new PickleBytes().bytes(block).raw("").stop();
		one[one.length - 1] = 'N';
		problem(new Endless(one, PickleLimits.IMAGES.bytes()), PickleLimits.IMAGES);
	}

	static Stream<String> fixtures() throws IOException {
		try (Stream<Path> files = Files.list(PickleReaderTest.PICKLES)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void truncationAnywhereIsToldAsSuch(String name) throws IOException {
		byte[] whole = Files.readAllBytes(PickleReaderTest.PICKLES.resolve(name));
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			ProblemException e = assertThrows(ProblemException.class,
					() -> new PickleReader(PickleLimits.SMALL).read(new HeapBytes(part), "a.pickle"));
			String code = e.problems().get(0).code();
			assertTrue(code.equals("truncated") || code.equals("damaged-pickle") && name.endsWith("-objects"),
					"after " + length + " bytes: " + e.getMessage());
		}
	}

	/** Whatever is read after bytes were changed, it is read or it is a problem. */
	@ParameterizedTest
	@MethodSource("fixtures")
	void damageAnywhereIsNeverMoreThanAProblem(String name) throws IOException {
		byte[] whole = Files.readAllBytes(PickleReaderTest.PICKLES.resolve(name));
		SplittableRandom random = new SplittableRandom(7);
		int problems = 0;
		int rounds = 3000;
		for (int round = 0; round < rounds; round++) {
			byte[] damaged = whole.clone();
			int flips = 1 + random.nextInt(4);
			for (int i = 0; i < flips; i++) {
				// half of them where instructions are: pixels say little
				int place = random.nextInt(random.nextBoolean() ? whole.length : Math.min(whole.length, 200));
				damaged[place] = (byte) random.nextInt(256);
			}
			ByteSource source = new HeapBytes(damaged);
			try {
				PickleNode root = new PickleReader(PickleLimits.SMALL).read(source, "a.pickle");
				for (PickleNode value : root.dict().values()) {
					tryAll(value, source);
				}
			} catch (ProblemException e) {
				assertFalse(e.getMessage().isBlank());
				problems++;
			}
		}
		assertTrue(problems > rounds / 20, name + ": only " + problems + " problems");
	}

	private static void tryAll(PickleNode value, ByteSource source) throws IOException {
		try {
			value.array();
		} catch (ProblemException expected) {
			assertFalse(expected.getMessage().isBlank());
		}
		try {
			value.integers(source);
		} catch (ProblemException expected) {
			assertFalse(expected.getMessage().isBlank());
		}
		try {
			value.tupleDict();
		} catch (ProblemException expected) {
			assertFalse(expected.getMessage().isBlank());
		}
	}

	@Test
	void aFailingDiskIsNotTakenForADamagedPickle() {
		ByteSource failing = new ByteSource() {
			@Override
			public long size() {
				return 100;
			}

			@Override
			public int read(long position, byte[] target, int offset, int length) throws IOException {
				throw new IOException("bad sector");
			}
		};
		IOException e = assertThrows(IOException.class,
				() -> new PickleReader(PickleLimits.SMALL).read(failing, "a.pickle"));
		assertEquals("bad sector", e.getMessage());
	}
}
