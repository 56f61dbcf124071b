/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.ImageShape;

/**
 * MNIST and its like.
 */
class IdxTest {
	private static final IdxFactory FACTORY = new IdxFactory();
	private static final Normalisation RAW = new Normalisation(List.of(10.0, 10.0, 10.0), List.of(100.0, 100.0, 100.0));

	@TempDir
	Path folder;

	private static byte[] images(int count, int height, int width, byte[] pixels) {
		return ByteBuffer.allocate(16 + pixels.length).putInt(0x803).putInt(count).putInt(height).putInt(width)
				.put(pixels).array();
	}

	private static byte[] labels(int... labels) {
		ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
		for (int label : labels) {
			bytes.put((byte) label);
		}
		return bytes.array();
	}

	private static byte[] packed(byte[] bytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		return out.toByteArray();
	}

	private void write(byte[] images, byte[] labels) throws IOException {
		Files.write(folder.resolve("train-images-idx3-ubyte"), images);
		Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
	}

	private static byte[] pixels(int bytes) {
		byte[] pixels = new byte[bytes];
		new Random(5).nextBytes(pixels);
		return pixels;
	}

	@ParameterizedTest
	@ValueSource(strings = { "28x28", "32x32", "27x20", "1x1" })
	void imagesArePaddedInTheMiddleAndRepeated(String size) throws Exception {
		int height = Integer.parseInt(size.split("x")[0]);
		int width = Integer.parseInt(size.split("x")[1]);
		byte[] pixels = pixels(5 * height * width);
		write(images(5, height, width, pixels), labels(4, 3, 2, 1, 0));
		Dataset dataset = FACTORY.open(Datasets.parameters(folder, "mean", 10.0, "std", 100.0));
		assertEquals(new ImageShape(3, 32, 32), dataset.task().input());
		assertEquals(10, dataset.task().classes());
		assertEquals(5, dataset.size());
		Minibatch batch = Datasets.draw(dataset, 5, 1);
		int top = (32 - height) / 2;
		int left = (32 - width) / 2;
		for (int i = 0; i < 5; i++) {
			int image = 4 - batch.labels()[i];
			int[] values = Datasets.bytes(batch, i, RAW);
			for (int j = 0; j < 3072; j++) {
				int y = j / 32 % 32 - top;
				int x = j % 32 - left;
				boolean inside = y >= 0 && y < height && x >= 0 && x < width;
				assertEquals(inside ? pixels[(image * height + y) * width + x] & 0xff : 0, values[j]);
			}
		}
	}

	@Test
	void packedFilesGiveTheSameAsPlainOnes() throws Exception {
		byte[] images = images(50, 28, 28, pixels(50 * 28 * 28));
		byte[] labels = labels(new SplittableRandom(1).ints(50, 0, 10).toArray());
		write(images, labels);
		Dataset plain = FACTORY.open(Datasets.parameters(folder));
		Path other = Files.createDirectory(folder.resolve("packed"));
		Files.write(other.resolve("train-images-idx3-ubyte.gz"), packed(images));
		Files.write(other.resolve("train-labels-idx1-ubyte.gz"), packed(labels));
		Dataset packed = FACTORY.open(Datasets.parameters(other));
		for (int seed = 0; seed < 5; seed++) {
			assertEquals(Datasets.draw(plain, 20, seed), Datasets.draw(packed, 20, seed));
		}
		Datasets.checkContract(FACTORY, Datasets.parameters(folder), 20);
		Datasets.checkContract(FACTORY, Datasets.parameters(other), 20);
	}

	@Test
	void dottedNamesAndTheTestSplitAreFound() throws Exception {
		Files.write(folder.resolve("t10k-images.idx3-ubyte"), images(2, 28, 28, pixels(2 * 784)));
		Files.write(folder.resolve("t10k-labels.idx1-ubyte"), labels(1, 2));
		assertEquals(2, FACTORY.open(Datasets.parameters(folder, "split", "test")).size());
		assertEquals("wrong-content", Datasets.problem(FACTORY, Datasets.parameters(folder)).code());
	}

	@Test
	void meanAndDeviationAreMeasuredWhenTheyAreNotGiven() throws Exception {
		write(images(400, 28, 28, pixels(400 * 784)), labels(new int[400]));
		Minibatch batch = Datasets.draw(FACTORY.open(Datasets.parameters(folder)), 400, 1);
		double sum = 0;
		double squares = 0;
		for (float value : batch.pixels()) {
			sum += value;
			squares += value * value;
		}
		assertEquals(0, sum / batch.pixels().length, 1e-4);
		assertEquals(1, squares / batch.pixels().length, 1e-4);
	}

	/** Equal fingerprints promise equal minibatches. */
	@Test
	void theFingerprintTellsOtherMeansAndContents() throws Exception {
		byte[] images = images(4, 28, 28, pixels(4 * 784));
		write(images, labels(1, 2, 3, 4));
		String measured = FACTORY.open(Datasets.parameters(folder)).fingerprint();
		String given = FACTORY.open(Datasets.parameters(folder, "mean", 33.0, "std", 78.0)).fingerprint();
		assertNotEquals(measured, given);
		assertNotEquals(given, FACTORY.open(Datasets.parameters(folder, "mean", 33.0, "std", 79.0)).fingerprint());
		assertNotEquals(measured, FACTORY.open(Datasets.parameters(folder, "std", 78.0)).fingerprint());
		assertNotEquals(measured, FACTORY.open(Datasets.parameters(folder, "classes", 5L)).fingerprint());
		write(images, labels(1, 2, 3, 5));
		assertNotEquals(measured, FACTORY.open(Datasets.parameters(folder)).fingerprint());
	}

	@Test
	void aSplitWithOneColourIsNotDividedByNought() throws Exception {
		write(images(2, 32, 32, new byte[2048]), labels(0, 1));
		for (float value : Datasets.draw(FACTORY.open(Datasets.parameters(folder)), 2, 1).pixels()) {
			assertEquals(0, value);
		}
	}

	private void check(String code, String message, byte[] images, byte[] labels) throws IOException {
		write(images, labels);
		Problem problem = Datasets.problem(FACTORY, Datasets.parameters(folder));
		assertEquals(code, problem.code(), problem.message());
		assertTrue(problem.message().contains(message), problem.message());
		assertTrue(problem.source().startsWith(folder.toString()), problem.source());
	}

	@Test
	void whatIsWrongIsTold() throws Exception {
		byte[] good = images(2, 28, 28, pixels(2 * 784));
		check("truncated", "it has 1583 bytes, not the 1584", Arrays.copyOf(good, good.length - 1), labels(1, 2));
		check("wrong-content", "it has 1585 bytes, not the 1584", Arrays.copyOf(good, good.length + 1), labels(1, 2));
		check("wrong-content", "it announces 2 images, but train-labels-idx1-ubyte has 3 labels", good,
				labels(1, 2, 3));
		check("bad-label", "label 1 is 10, but classes go from 0 to 9", good, labels(1, 10));
		check("wrong-content", "does not begin with 00000803", labels(new int[20]), labels(1, 2));
		check("wrong-content", "does not begin with 00000801", good, good);
		check("truncated", "ends before", new byte[3], labels(1, 2));
		check("truncated", "ends before", good, new byte[0]);
		check("wrong-content", "images are 33×28, more than the 32×32", images(2, 33, 28, pixels(2 * 33 * 28)),
				labels(1, 2));
		check("wrong-content", "images are 0×28", images(2, 0, 28, new byte[0]), labels(1, 2));
		check("wrong-content", "4294967295", images(2, -1, 28, new byte[0]), labels(1, 2));
		check("wrong-content", "it holds no images", images(0, 28, 28, new byte[0]), labels());
		byte[] many = labels(1, 2);
		ByteBuffer.wrap(many).putInt(4, -1);
		check("wrong-content", "4294967295 labels", good, many);
		ByteBuffer.wrap(many).putInt(4, Integer.MAX_VALUE);
		check("wrong-content", "2147483647 labels", good, many);
		assertEquals("missing-folder", Datasets.problem(FACTORY, Datasets.parameters(folder.resolve("lost"))).code());
	}

	/** 2 GB of noughts pack into 2 MB; a length at the end and one in the header that agree prove nothing. */
	@Test
	void packedFilesAreNotBelieved() throws Exception {
		Path images = folder.resolve("train-images-idx3-ubyte.gz");
		Path labels = folder.resolve("train-labels-idx1-ubyte.gz");
		Files.write(images, packed(images(2, 28, 28, pixels(2 * 784))));
		byte[] header = packed(ByteBuffer.allocate(8).putInt(0x801).putInt(Integer.MAX_VALUE - 8).array());
		ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(header.length - 4, Integer.MAX_VALUE);
		Files.write(labels, header);
		assertEquals("wrong-content", Datasets.problem(FACTORY, Datasets.parameters(folder)).code());
		Files.write(labels, new byte[] { 1, 2, 3 });
		Datasets.problem(FACTORY, Datasets.parameters(folder));
		Files.write(labels, labels(1, 2));
		assertEquals("wrong-content", Datasets.problem(FACTORY, Datasets.parameters(folder)).code());
		Files.write(labels, new byte[0]);
		assertEquals("truncated", Datasets.problem(FACTORY, Datasets.parameters(folder)).code());
	}

	@Test
	void damageIsNeverMoreThanAProblem() throws Exception {
		SplittableRandom random = new SplittableRandom(3);
		byte[] images = images(6, 28, 28, pixels(6 * 784));
		byte[] labels = labels(1, 2, 3, 4, 5, 6);
		Map<String, byte[]> whole = Map.of("train-images-idx3-ubyte.gz", packed(images), "train-labels-idx1-ubyte.gz",
				packed(labels), "t10k-images-idx3-ubyte", images, "t10k-labels-idx1-ubyte", labels);
		int problems = 0;
		for (int round = 0; round < 500; round++) {
			for (Map.Entry<String, byte[]> file : whole.entrySet()) {
				byte[] damaged = file.getValue().clone();
				if (random.nextInt(2) == 0) {
					damaged[random.nextInt(
							random.nextBoolean() ? damaged.length : Math.min(damaged.length, 16))] = (byte) random
									.nextInt(256);
				}
				if (random.nextInt(8) == 0) {
					damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
				}
				Files.write(folder.resolve(file.getKey()), damaged);
			}
			for (String split : List.of("train", "test")) {
				try {
					Dataset dataset = FACTORY.open(Datasets.parameters(folder, "split", split));
					Datasets.draw(dataset, (int) dataset.size(), round);
				} catch (ProblemException e) {
					Datasets.only(e);
					problems++;
				}
			}
		}
		assertTrue(problems > 300, problems + " problems");
	}

	@Test
	void aPackedFileThatBreaksOffWithinIsTruncated() throws Exception {
		byte[] images = packed(images(6, 28, 28, pixels(6 * 784)));
		// the length at the end is kept, so that only reading finds out
		byte[] broken = Arrays.copyOf(images, images.length - 2000);
		System.arraycopy(images, images.length - 4, broken, broken.length - 4, 4);
		Files.write(folder.resolve("train-images-idx3-ubyte.gz"), broken);
		Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), packed(labels(1, 2, 3, 4, 5, 6)));
		Dataset dataset = FACTORY.open(Datasets.parameters(folder, "mean", 0.0, "std", 1.0));
		ProblemException e = assertThrows(ProblemException.class, () -> Datasets.draw(dataset, 6, 1));
		assertTrue(List.of("truncated", "wrong-content").contains(Datasets.only(e).code()), e.getMessage());
		assertArrayEquals(new String[] { folder.resolve("train-images-idx3-ubyte.gz").toString() },
				e.problems().stream().map(Problem::source).toArray());
	}
}
