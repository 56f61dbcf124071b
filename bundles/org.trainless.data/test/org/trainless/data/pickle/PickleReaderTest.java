/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.ProblemException;

/**
 * What CPython and NumPy wrote is read as they meant it.
 */
class PickleReaderTest {
	static final Path PICKLES = Path.of("test-data", "pickles");

	private static ByteSource source(String name) throws IOException {
		return new HeapBytes(Files.readAllBytes(PICKLES.resolve(name)));
	}

	private static PickleNode read(ByteSource source) throws ProblemException, IOException {
		return new PickleReader(PickleLimits.SMALL).read(source, "a.pickle");
	}

	@Test
	void valuesOfEveryKindAreRead() throws Exception {
		ByteSource source = source("values");
		PickleNode root = read(source);
		assertTrue(root.isDict());
		assertEquals(
				List.of("none", "true", "int", "negative", "long", "huge", "float", "text", "list", "tuples", "double",
						"single", "byte", "bool", "big-endian", "empty-set", "set", "bytes", "matrix"),
				List.copyOf(root.dict().keySet()), "in the file's order");
		assertTrue(root.get("none").isNone());
		assertEquals(7, root.get("int").integer());
		assertEquals(-70000, root.get("negative").integer());
		assertEquals(0x1p40, root.get("long").number());
		assertEquals(0x1p80, root.get("huge").number());
		assertEquals(0.1, root.get("float").number());
		assertEquals("Zürich ≤ 東京", root.get("text").text());
		List<PickleNode> list = root.get("list").list();
		assertEquals(1, list.get(0).integer());
		assertEquals(3, list.get(1).list().get(1).list().get(0).integer());
		Map<List<String>, PickleNode> tuples = root.get("tuples").tupleDict();
		assertEquals(List.of(List.of("a", "1"), List.of("b", "2")), List.copyOf(tuples.keySet()));
		assertEquals("y", tuples.get(List.of("b", "2")).text());
		assertEquals(0.1, root.get("double").number());
		assertEquals(0.5, root.get("single").number());
		assertEquals(200, root.get("byte").integer());
		assertArrayEquals(new int[] { 1, 2, 300 }, root.get("big-endian").integers(source));
		NumpyArray matrix = root.get("matrix").array();
		assertEquals(List.of(2L, 3L), matrix.shape());
		assertEquals(new NumpyType('i', 2, false), matrix.type());
		assertFalse(matrix.fortranOrder());
	}

	@Test
	void aValueOfTheWrongKindIsToldWithItsPlace() throws Exception {
		PickleNode root = read(source("values"));
		assertEquals("a.pickle: 'text' in the pickle is not a whole number but the text 'Zürich ≤ 東京' "
				+ "(check that it is the right file)", problem(() -> root.get("text").integer()));
		assertEquals(
				"a.pickle: 'list[1][0]' in the pickle is not a dictionary but the number 2 "
						+ "(check that it is the right file)",
				problem(() -> root.get("list").list().get(1).list().get(0).dict()));
		assertEquals("a.pickle: the pickle has no 'lost' (check that it is the right file)",
				problem(() -> root.get("lost")));
		assertEquals("a.pickle: 'long' in the pickle is not a whole number but the number 1099511627776 "
				+ "(check that it is the right file)", problem(() -> root.get("long").integer()));
		for (String key : List.of("none", "true", "bool", "set", "bytes", "matrix")) {
			assertThrows(ProblemException.class, () -> root.get(key).number(), key);
			assertThrows(ProblemException.class, () -> root.get(key).text(), key);
			assertThrows(ProblemException.class, () -> root.get(key).list(), key);
			assertThrows(ProblemException.class, () -> root.get(key).dict(), key);
		}
	}

	private interface Access {
		void run() throws ProblemException, IOException;
	}

	private static String problem(Access access) {
		return assertThrows(ProblemException.class, access::run).getMessage();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cifar10-protocol2", "cifar10-protocol3", "cifar10-protocol4", "cifar10-protocol5",
			"cifar10-python2", "cifar10-numpy-labels", "cifar10-scalar-labels" })
	void arraysAndLabelsOfEveryProtocolAreEqual(String name) throws Exception {
		ByteSource source = source(name);
		PickleNode root = read(source);
		assertArrayEquals(new int[] { 1, 4, 7 }, root.get("labels").integers(source));
		NumpyArray data = root.get("data").array();
		assertEquals(List.of(3L, 3072L), data.shape());
		assertEquals(new NumpyType('u', 1, false), data.type());
		byte[] row = new byte[3072];
		for (int image = 0; image < 3; image++) {
			data.data().read(source, image * 3072L, row);
			for (int j = 0; j < row.length; j++) {
				assertEquals((31 * image + 7 * j) % 256, row[j] & 0xff, "image " + image + ", byte " + j);
			}
		}
	}

	@Test
	void longByteStringsStayInTheFile() throws Exception {
		byte[] pixels = new byte[100 * 3072];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (byte) (i % 251);
		}
		ByteSource source = new HeapBytes(PickleBytes.imageBatch("labels", new int[100], pixels, 3072));
		PickledBytes data = read(source).get("data").array().data();
		assertTrue(data instanceof PickledBytes.Region, data.getClass().getName());
		byte[] part = new byte[1000];
		data.read(source, 200_000, part);
		for (int i = 0; i < part.length; i++) {
			assertEquals((byte) ((200_000 + i) % 251), part[i]);
		}
		assertThrows(IOException.class, () -> data.read(source, pixels.length - 999, part));
	}

	@Test
	void numbersOfEveryWidthAndOrderAreRead() throws Exception {
		byte[] bytes = { (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, (byte) 0x80 };
		assertEquals(254L, new NumpyType('u', 1, false).number(bytes, 0));
		assertEquals(-2L, new NumpyType('i', 1, false).number(bytes, 0));
		assertEquals(65534L, new NumpyType('u', 2, false).number(bytes, 0));
		assertEquals(-257L, new NumpyType('i', 2, true).number(bytes, 0));
		assertEquals(0xfffffffeL, new NumpyType('u', 4, false).number(bytes, 0));
		assertEquals(-2L, new NumpyType('i', 4, false).number(bytes, 0));
		assertEquals(0x80000000fffffffeL, new NumpyType('i', 8, false).number(bytes, 0));
		assertEquals(-0x0p0, new NumpyType('f', 4, false).number(bytes, 4));
		assertEquals(true, new NumpyType('b', 1, false).number(bytes, 7));
		assertEquals(false, new NumpyType('b', 1, false).number(bytes, 4));
	}
}
