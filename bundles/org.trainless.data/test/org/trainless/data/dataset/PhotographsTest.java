/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.dataset.Dataset;
import org.trainless.api.dataset.DatasetFactory;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Task;
import org.trainless.data.pickle.PickleBytes;
import org.trainless.testdata.TestData;

/**
 * CIFAR and ImageNet16 in all their layouts.
 */
class PhotographsTest {
	private static final Path PICKLES = Path.of("test-data", "pickles");
	private static final int RECORD = 3073;
	/** As the study has them. */
	private static final Normalisation CIFAR10 = new Normalisation(List.of(125.3, 123.0, 113.9),
			List.of(63.0, 62.1, 66.7));
	private static final Normalisation CIFAR100 = new Normalisation(List.of(129.3, 124.1, 112.4),
			List.of(68.2, 65.4, 70.4));
	private static final Normalisation IMAGENET16 = new Normalisation(List.of(122.68, 116.66, 104.01),
			List.of(63.22, 61.26, 65.09));

	@TempDir
	Path folder;

	private static DatasetFactory factory(String id) {
		return switch (id) {
		case "cifar10" -> new Cifar10Factory();
		case "cifar100" -> new Cifar100Factory();
		default -> new ImageNet16Factory();
		};
	}

	/** Records of a label byte and pixels (31 i + 7 j) mod 256. */
	private static byte[] binary(int labelBytes, int... labels) {
		byte[] bytes = new byte[labels.length * (labelBytes + 3072)];
		for (int i = 0; i < labels.length; i++) {
			int start = i * (labelBytes + 3072);
			bytes[start + labelBytes - 1] = (byte) labels[i];
			for (int j = 0; j < 3072; j++) {
				bytes[start + labelBytes + j] = (byte) (31 * i + 7 * j);
			}
		}
		return bytes;
	}

	@Test
	void realImagesAreReadAndNormalisedAsTheStudyDoes() throws Exception {
		Path real = TestData.path("cifar10");
		Dataset dataset = new Cifar10Factory().open(Datasets.parameters(real));
		assertEquals(4000, dataset.size());
		assertEquals(Task.CIFAR10, dataset.task());
		byte[] file = Files.readAllBytes(real.resolve("data_batch_1.bin"));
		Minibatch all = Datasets.draw(dataset, 4000, 1);
		assertEquals(4000, Datasets.images(all).size(), "every image once");
		// each image of the minibatch is found in the file, with its label
		int[] seen = new int[4000];
		java.util.Map<String, Integer> byPixels = new java.util.HashMap<>();
		for (int i = 0; i < 4000; i++) {
			int[] pixels = new int[3072];
			for (int j = 0; j < 3072; j++) {
				pixels[j] = file[i * RECORD + 1 + j] & 0xff;
			}
			byPixels.put(Arrays.toString(pixels), i);
		}
		double[] sum = new double[3];
		for (int image = 0; image < 4000; image++) {
			int[] pixels = Datasets.bytes(all, image, CIFAR10);
			Integer record = byPixels.get(Arrays.toString(pixels));
			assertFalse(record == null, "image " + image);
			assertEquals(file[record * RECORD], all.labels()[image]);
			seen[record]++;
			for (int j = 0; j < 3072; j++) {
				sum[j / 1024] += pixels[j];
			}
		}
		assertTrue(Arrays.stream(seen).allMatch(n -> n == 1));
		// measured on these 4,000 images by other means
		double[] means = { 125.36, 122.85, 113.39 };
		for (int channel = 0; channel < 3; channel++) {
			assertEquals(means[channel], sum[channel] / 4000 / 1024, 0.005);
		}
		assertEquals(List.of("missing-batches", "short-batch"),
				dataset.warnings().stream().map(Problem::code).toList());
		assertEquals("4 of 5 batches of cifar10-train are missing: data_batch_2.bin, data_batch_3.bin, "
				+ "data_batch_4.bin, data_batch_5.bin", dataset.warnings().get(0).message());
		assertEquals("it holds 4000 images, not the 10000 of the published file", dataset.warnings().get(1).message());
		Datasets.checkContract(new Cifar10Factory(), Datasets.parameters(real), 128);
		Datasets.checkContract(new Cifar10Factory(), Datasets.parameters(real, "split", "test"), 128);
		Dataset test = new Cifar10Factory().open(Datasets.parameters(real, "split", "test"));
		assertEquals(500, test.size());
		assertNotEquals(dataset.fingerprint(), test.fingerprint());
	}

	@Test
	void recordsOfSeveralBatchesAreNumberedThrough() throws Exception {
		Path inner = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
		Files.write(inner.resolve("data_batch_2.bin"), binary(1, 0, 1, 2));
		Files.write(inner.resolve("data_batch_3.bin"), binary(1));
		Files.write(inner.resolve("data_batch_5.bin"), binary(1, 9));
		Files.write(inner.resolve("test_batch.bin"), binary(1, 5));
		Dataset dataset = new Cifar10Factory().open(Datasets.parameters(folder));
		assertEquals(4, dataset.size());
		Minibatch batch = Datasets.draw(dataset, 4, 1);
		assertArrayEquals(new int[] { 0, 1, 2, 9 }, Arrays.stream(batch.labels()).sorted().toArray());
		for (int i = 0; i < 4; i++) {
			int record = batch.labels()[i] == 9 ? 0 : batch.labels()[i];
			int[] pixels = Datasets.bytes(batch, i, CIFAR10);
			for (int j = 0; j < 3072; j++) {
				assertEquals((31 * record + 7 * j) % 256, pixels[j]);
			}
		}
		assertEquals(4, dataset.warnings().size(), "two missing in one warning, three short");
		Datasets.checkContract(new Cifar10Factory(), Datasets.parameters(folder), 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cifar10-protocol2", "cifar10-protocol3", "cifar10-protocol4", "cifar10-protocol5",
			"cifar10-python2", "cifar10-numpy-labels", "cifar10-scalar-labels" })
	void thePythonVersionGivesTheSameAsTheBinary(String pickle) throws Exception {
		Path python = Files.createDirectory(folder.resolve("cifar-10-batches-py"));
		Files.copy(PICKLES.resolve(pickle), python.resolve("data_batch_1"));
		Path binary = Files.createDirectory(folder.resolve("binary"));
		Files.write(binary.resolve("data_batch_1.bin"), binary(1, 1, 4, 7));
		Dataset a = new Cifar10Factory().open(Datasets.parameters(folder));
		Dataset b = new Cifar10Factory().open(Datasets.parameters(binary));
		assertEquals(3, a.size());
		for (int seed = 0; seed < 5; seed++) {
			assertEquals(Datasets.draw(b, 2, seed), Datasets.draw(a, 2, seed));
		}
		Datasets.checkContract(new Cifar10Factory(), Datasets.parameters(folder), 2);
		assertEquals(List.of("missing-batches", "short-batch"), a.warnings().stream().map(Problem::code).toList());
	}

	@Test
	void largePicklesAreReadFromTheFile() throws Exception {
		int[] labels = new SplittableRandom(1).ints(400, 0, 10).toArray();
		byte[] pixels = new byte[400 * 3072];
		new java.util.Random(2).nextBytes(pixels);
		Files.write(folder.resolve("test_batch"), PickleBytes.imageBatch("labels", labels, pixels, 3072));
		Dataset dataset = new Cifar10Factory().open(Datasets.parameters(folder, "split", "test"));
		Minibatch batch = Datasets.draw(dataset, 400, 3);
		assertEquals(400, Datasets.images(batch).size());
		long[] order = Sampling.distinct(400, 400, new org.trainless.api.run.Seed(3).derive("minibatch").generator());
		for (int i = 0; i < 400; i++) {
			assertEquals(labels[(int) order[i]], batch.labels()[i]);
			int[] bytes = Datasets.bytes(batch, i, CIFAR10);
			for (int j = 0; j < 3072; j++) {
				assertEquals(pixels[(int) order[i] * 3072 + j] & 0xff, bytes[j]);
			}
		}
	}

	@Test
	void cifar100HasItsFineLabels() throws Exception {
		Path python = Files.createDirectory(folder.resolve("python"));
		Files.copy(PICKLES.resolve("cifar100-protocol4"), python.resolve("train"));
		Dataset a = new Cifar100Factory().open(Datasets.parameters(python));
		Path binary = Files.createDirectory(folder.resolve("binary"));
		byte[] records = binary(2, 99, 0, 42);
		records[0] = 19;
		records[2 * 3074] = 2;
		Files.write(binary.resolve("train.bin"), records);
		Dataset b = new Cifar100Factory().open(Datasets.parameters(binary));
		assertEquals(Task.CIFAR100, a.task());
		assertEquals(Task.CIFAR100, b.task());
		Minibatch batch = Datasets.draw(a, 3, 1);
		assertEquals(batch, Datasets.draw(b, 3, 1));
		assertArrayEquals(new int[] { 0, 42, 99 }, Arrays.stream(batch.labels()).sorted().toArray());
		for (int i = 0; i < 3; i++) {
			int record = List.of(99, 0, 42).indexOf(batch.labels()[i]);
			assertEquals((31 * record + 70) % 256, Datasets.bytes(batch, i, CIFAR100)[10]);
		}
		assertEquals("short-batch", a.warnings().get(0).code());
		assertEquals("cifar100-train", a.fingerprint().split(":")[0]);
	}

	@Test
	void oneHundredAndTwentyClassesMeanTheLabels1To120() throws Exception {
		Files.copy(PICKLES.resolve("imagenet16-python2"), folder.resolve("train_data_batch_7"));
		Dataset dataset = new ImageNet16Factory().open(Datasets.parameters(folder));
		assertEquals(Task.IMAGENET16_120, dataset.task());
		// labels 1, 120, 121, 1000, 2, 119
		assertEquals(4, dataset.size());
		Minibatch batch = Datasets.draw(dataset, 4, 1);
		assertArrayEquals(new int[] { 0, 1, 118, 119 }, Arrays.stream(batch.labels()).sorted().toArray());
		List<Integer> rows = List.of(0, 119, -1, -1, 1, 118);
		for (int i = 0; i < 4; i++) {
			int row = rows.indexOf(batch.labels()[i]);
			int[] pixels = Datasets.bytes(batch, i, IMAGENET16);
			for (int j = 0; j < 768; j++) {
				assertEquals((31 * row + 7 * j) % 256, pixels[j], "row " + row);
			}
		}
		assertEquals(List.of("missing-batches", "short-dataset"),
				dataset.warnings().stream().map(Problem::code).toList());
		Datasets.checkContract(new ImageNet16Factory(), Datasets.parameters(folder), 3);
		Dataset all = new ImageNet16Factory().open(Datasets.parameters(folder, "classes", 1000L));
		assertEquals(6, all.size());
		assertEquals(1000, all.task().classes());
		assertEquals(999, Arrays.stream(Datasets.draw(all, 6, 1).labels()).max().getAsInt());
		assertNotEquals(dataset.fingerprint(), all.fingerprint());
		Dataset two = new ImageNet16Factory().open(Datasets.parameters(folder, "classes", 2L));
		assertEquals(2, two.size());
	}

	@ParameterizedTest
	@CsvSource({ "0, bad-label", "1001, bad-label", "-1, bad-label" })
	void labelsOfImageNetGoFrom1To1000(int label, String code) throws Exception {
		Files.write(folder.resolve("val_data"),
				PickleBytes.imageBatch("labels", new int[] { 1, label }, new byte[2 * 768], 768));
		Problem problem = Datasets.problem(new ImageNet16Factory(), Datasets.parameters(folder, "split", "test"));
		assertEquals(code, problem.code());
		assertTrue(problem.message().contains("image 1 has the label " + label), problem.message());
		assertEquals(folder.resolve("val_data").toString(), problem.source());
	}

	@Test
	void imagesOfOtherClassesAloneAreNone() throws Exception {
		Files.write(folder.resolve("val_data"),
				PickleBytes.imageBatch("labels", new int[] { 121, 500 }, new byte[2 * 768], 768));
		assertEquals("wrong-content",
				Datasets.problem(new ImageNet16Factory(), Datasets.parameters(folder, "split", "test")).code());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"cifar10-wrong-width; wrong-content; an array of images of 3072 bytes (its shape is [3, 1024])",
			"cifar10-fortran; wrong-content; in C order", "cifar10-float; wrong-content; an array of bytes",
			"cifar10-lost-label; wrong-content; there are 3 images but 2 labels",
			"cifar10-bad-label; bad-label; image 1 has the label 10, but labels go from 0 to 9",
			"cifar10-objects; damaged-pickle; NumPy type 'O8' is not a plain number",
			"cifar100-protocol4; wrong-content; the pickle has no 'labels'", "imagenet16-python2; wrong-content; 768",
			"values; wrong-content; the pickle has no 'labels'" })
	void picklesOfSomethingElseAreTold(String pickle, String code, String message) throws IOException {
		Path file = Files.copy(PICKLES.resolve(pickle), folder.resolve("data_batch_1"));
		Problem problem = Datasets.problem(new Cifar10Factory(), Datasets.parameters(folder));
		if (!pickle.startsWith("imagenet16")) {
			assertEquals(code, problem.code());
			assertTrue(problem.message().contains(message), problem.message());
		}
		assertEquals(file.toString(), problem.source());
	}

	/** Nought times anything is nought, so that such a shape agrees with no data at all. */
	@Test
	void aShapeBeyondAllNumbersIsAProblem() throws IOException {
		Files.write(folder.resolve("data_batch_1"), new PickleBytes().raw("}(").text("data")
				.array(new byte[0], 0, 1L << 62, 1L << 62).text("labels").raw("]u").stop());
		assertEquals("wrong-content", Datasets.problem(new Cifar10Factory(), Datasets.parameters(folder)).code());
		Files.write(folder.resolve("data_batch_1"),
				new PickleBytes().raw("}(").text("data").array(new byte[0], 0, 3072).text("labels").raw("]u").stop());
		assertEquals("wrong-content", Datasets.problem(new Cifar10Factory(), Datasets.parameters(folder)).code());
	}

	@ParameterizedTest
	@ValueSource(strings = { "cifar10", "cifar100", "imagenet16-120" })
	void whatIsNotThereIsTold(String id) throws IOException {
		Path lost = folder.resolve("lost");
		Problem missing = Datasets.problem(factory(id), Datasets.parameters(lost));
		assertEquals("missing-folder", missing.code());
		assertEquals(lost.toString(), missing.source());
		Path file = Files.writeString(folder.resolve("file"), "x");
		assertEquals("not-a-folder", Datasets.problem(factory(id), Datasets.parameters(file)).code());
		Path empty = Files.createDirectory(folder.resolve("empty"));
		Problem nothing = Datasets.problem(factory(id), Datasets.parameters(empty));
		assertEquals("wrong-content", nothing.code());
		assertTrue(nothing.remedy().contains("train") || nothing.remedy().contains("data_batch_1"), nothing.remedy());
	}

	@Test
	void filesThatEndWithinARecordAreTruncated() throws IOException {
		byte[] whole = binary(1, 1, 2);
		for (int length : new int[] { 1, 3072, 3074, 6145 }) {
			Files.write(folder.resolve("data_batch_1.bin"), Arrays.copyOf(whole, length));
			Problem problem = Datasets.problem(new Cifar10Factory(), Datasets.parameters(folder));
			assertEquals("truncated", problem.code());
			assertTrue(problem.message().contains(length + " bytes are " + length / 3073 + " records of 3073 bytes"),
					problem.message());
		}
		Files.write(folder.resolve("data_batch_1.bin"), new byte[0]);
		assertEquals("wrong-content", Datasets.problem(new Cifar10Factory(), Datasets.parameters(folder)).code());
	}

	@Test
	void aLabelBeyondTheClassesIsToldWithItsByte() throws Exception {
		Files.write(folder.resolve("data_batch_1.bin"), binary(1, 1, 10));
		Dataset dataset = new Cifar10Factory().open(Datasets.parameters(folder));
		Problem problem = Datasets.only(assertThrows(ProblemException.class, () -> Datasets.draw(dataset, 2, 1)));
		assertEquals("bad-label", problem.code());
		assertEquals("record 1 has the class 10 at byte 3073, but classes go from 0 to 9", problem.message());
	}

	@Test
	void aFileThatVanishesOrShrinksIsAProblem() throws Exception {
		Path file = Files.write(folder.resolve("data_batch_1.bin"), binary(1, 1, 2));
		Dataset dataset = new Cifar10Factory().open(Datasets.parameters(folder));
		Files.write(file, binary(1, 1));
		assertEquals("truncated",
				Datasets.only(assertThrows(ProblemException.class, () -> Datasets.draw(dataset, 2, 1))).code());
		Files.delete(file);
		assertEquals("missing-file",
				Datasets.only(assertThrows(ProblemException.class, () -> Datasets.draw(dataset, 2, 1))).code());
	}

	@Test
	void theFingerprintIsOfTheContent() throws Exception {
		Path one = Files.createDirectory(folder.resolve("one"));
		Path two = Files.createDirectory(folder.resolve("two"));
		byte[] records = binary(1, 1, 2);
		Files.write(one.resolve("data_batch_1.bin"), records);
		Files.write(two.resolve("data_batch_1.bin"), records);
		String fingerprint = new Cifar10Factory().open(Datasets.parameters(one)).fingerprint();
		assertEquals(fingerprint, new Cifar10Factory().open(Datasets.parameters(two)).fingerprint(), "moved");
		for (int place : new int[] { 0, 1, 3073, records.length - 1 }) {
			byte[] changed = records.clone();
			changed[place] ^= 1;
			Files.write(two.resolve("data_batch_1.bin"), changed);
			assertNotEquals(fingerprint, new Cifar10Factory().open(Datasets.parameters(two)).fingerprint());
		}
		Files.write(two.resolve("data_batch_1.bin"), records);
		Files.write(two.resolve("data_batch_2.bin"), records);
		assertNotEquals(fingerprint, new Cifar10Factory().open(Datasets.parameters(two)).fingerprint());
		Files.delete(two.resolve("data_batch_1.bin"));
		assertNotEquals(fingerprint, new Cifar10Factory().open(Datasets.parameters(two)).fingerprint(), "renamed");
	}

	@Test
	void damagedPicklesAreNeverMoreThanAProblem() throws Exception {
		SplittableRandom random = new SplittableRandom(11);
		int problems = 0;
		for (String name : List.of("cifar10-protocol2", "cifar10-protocol4", "cifar10-python2",
				"cifar10-scalar-labels")) {
			byte[] whole = Files.readAllBytes(PICKLES.resolve(name));
			for (int round = 0; round < 300; round++) {
				byte[] damaged = whole.clone();
				for (int i = 1 + random.nextInt(3); i > 0; i--) {
					damaged[random.nextInt(random.nextBoolean() ? whole.length : 250)] = (byte) random.nextInt(256);
				}
				Files.write(folder.resolve("data_batch_1"), damaged);
				try {
					Dataset dataset = new Cifar10Factory().open(Datasets.parameters(folder));
					if (dataset.size() > 0) {
						Datasets.draw(dataset, (int) dataset.size(), round);
					}
				} catch (ProblemException e) {
					Datasets.only(e);
					problems++;
				}
			}
		}
		assertTrue(problems > 100, problems + " problems");
	}
}
