/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.testdata.TestData;

/**
 * NATS-Bench in its real layout against figures that came another way.
 */
class NatsBenchTest {
	private static final double EXACT = 1e-9;
	/** Real files. */
	private Path real;
	/** Twenty cells in the real layout. */
	private Path fixture;
	private List<String[]> table;
	private Map<String, Integer> columns;

	@TempDir
	Path temporary;

	@BeforeEach
	void findData() throws Exception {
		real = TestData.path("nats-files/" + NatsNames.FOLDER);
		fixture = TestData.path("nats-fixture/" + NatsNames.FOLDER);
		table = Nats.csv(TestData.path("nats-tss/nats-tss.csv"));
		columns = new HashMap<>();
		for (String name : table.get(0)) {
			columns.put(name, columns.size());
		}
	}

	private static Architecture at(int index) {
		return Nats.SPACE.at(index);
	}

	private double known(int index, String column) {
		return Double.parseDouble(table.get(index + 1)[columns.get(column)]);
	}

	private static int[] indices(Path folder) throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> NatsNames.index(file.getFileName().toString())).flatMap(Optional::stream)
					.mapToInt(Integer::intValue).sorted().toArray();
		}
	}

	@ParameterizedTest
	@CsvSource({ "cifar10, ori-test, c10_test200", "cifar100, x-test, c100_test200",
			"ImageNet16-120, x-test, in16_test200" })
	void testAccuraciesAfter200EpochsAreThePublishedMeans(String dataset, String set, String column) throws Exception {
		Benchmark benchmark = Nats.open(fixture, "dataset", dataset, "set", set);
		int[] indices = indices(fixture);
		assertEquals(20, indices.length);
		for (int index : indices) {
			assertEquals(known(index, column), benchmark.accuracy(at(index)).getAsDouble(), 1e-5, "cell " + index);
		}
		Benchmark few = Nats.open(real, "dataset", dataset, "set", set);
		for (int index : indices(real)) {
			assertEquals(known(index, column), few.accuracy(at(index)).getAsDouble(), 1e-5, "cell " + index);
		}
		assertEquals(new Meaning(dataset, set, true, 200, "mean of trials", set + ", 200 epochs, mean of trials"),
				benchmark.meaning());
	}

	@Test
	void validationAndTimeAt12EpochsAreThePublishedOnes() throws Exception {
		for (Path folder : List.of(fixture, real)) {
			Benchmark benchmark = Nats.open(folder, "dataset", "cifar10-valid", "set", "x-valid", "epochs", 12L);
			assertFalse(benchmark.meaning().test());
			assertEquals("x-valid, 12 epochs, mean of trials", benchmark.meaning().text());
			for (int index : indices(folder)) {
				assertEquals(known(index, "c10valid_xvalid12"), benchmark.accuracy(at(index)).getAsDouble(), 1e-5);
				double training = known(index, "c10valid_train12_s");
				double whole = benchmark.trainingSeconds(at(index)).getAsDouble();
				assertTrue(whole > training, whole + " s include one pass over the validation images");
				assertTrue(whole < training * 1.1);
				assertEquals(training, benchmark.all(at(index)).get("cifar10-valid, 12 epochs, training time (s)"),
						1e-6 * training);
			}
		}
	}

	@Test
	void singleTrialsAreThePublishedOnes() throws Exception {
		List<String[]> perSeed = Nats.csv(TestData.path("nats-tss/c10-test200-per-seed.csv"));
		int compared = 0;
		for (int seed : new int[] { 777, 888, 999 }) {
			Benchmark benchmark = Nats.open(real, "trial", Integer.toString(seed));
			assertEquals("trial " + seed, benchmark.meaning().trials());
			for (int index : indices(real)) {
				String value = perSeed.get(index + 1)[2 + (seed - 777) / 111];
				assertEquals(Double.parseDouble(value), benchmark.accuracy(at(index)).getAsDouble(), EXACT);
				compared++;
			}
		}
		assertEquals(6, compared);
	}

	/** Not every cell was trained three times. */
	@Test
	void missingTrialsAreUnknownAndLeftOutOfMeans() throws Exception {
		for (int index : new int[] { 5374, 10687 }) {
			double a = Nats.open(fixture, "trial", "777").accuracy(at(index)).getAsDouble();
			double b = Nats.open(fixture, "trial", "888").accuracy(at(index)).getAsDouble();
			assertEquals(OptionalDouble.empty(), Nats.open(fixture, "trial", "999").accuracy(at(index)));
			assertEquals(OptionalDouble.empty(), Nats.open(fixture, "trial", "999").trainingSeconds(at(index)));
			assertEquals((a + b) / 2, Nats.open(fixture).accuracy(at(index)).getAsDouble(), EXACT);
			assertEquals(known(index, "c10_test200"), (a + b) / 2, 1e-5);
		}
	}

	/** The halves of the test images, which NATS-Bench calls x-valid and x-test. */
	@ParameterizedTest
	@ValueSource(strings = { "cifar100", "ImageNet16-120" })
	void bothHalvesMakeTheWhole(String dataset) throws Exception {
		for (long epochs : new long[] { 12, 200 }) {
			Benchmark valid = Nats.open(real, "dataset", dataset, "set", "x-valid", "epochs", epochs);
			Benchmark test = Nats.open(real, "dataset", dataset, "epochs", epochs);
			Benchmark both = Nats.open(real, "dataset", dataset, "set", "ori-test", "epochs", epochs);
			assertEquals("x-test", test.meaning().set(), "what NATS-Bench calls test accuracy");
			assertFalse(valid.meaning().test());
			assertTrue(test.meaning().test());
			assertTrue(both.meaning().test());
			for (int index : indices(real)) {
				double half = valid.accuracy(at(index)).getAsDouble();
				double other = test.accuracy(at(index)).getAsDouble();
				assertTrue(Math.abs(half - other) > 1e-3, "different images");
				assertEquals((half + other) / 2, both.accuracy(at(index)).getAsDouble(), 0.01);
			}
		}
	}

	@Test
	void timesFollowTheRatiosOfNatsBench() throws Exception {
		for (int index : indices(real)) {
			Map<String, Double> all = Nats.open(real).all(at(index));
			double valid = all.get("cifar10-valid, 12 epochs, training time (s)");
			assertEquals(2 * valid, all.get("cifar10, 12 epochs, training time (s)"), 1e-6 * valid);
			assertEquals(2 * valid, all.get("cifar100, 12 epochs, training time (s)"), 1e-6 * valid);
			assertEquals(6.068 * valid, all.get("ImageNet16-120, 12 epochs, training time (s)"), 1e-6 * valid);
			for (String dataset : List.of("cifar10", "cifar100", "ImageNet16-120")) {
				String column = dataset.equals("cifar10") ? "c10" : dataset.equals("cifar100") ? "c100" : "in16";
				assertEquals(known(index, "params_" + column) / 1e6,
						all.get(dataset + ", 200 epochs, parameters (millions)"), 1e-9);
				assertEquals(known(index, "mflops_" + column),
						all.get(dataset + ", 200 epochs, multiply-accumulates (millions)"), 1e-4);
				double latency = all.get(dataset + ", 200 epochs, latency (ms)");
				assertTrue(latency > 1 && latency < 200, "latency " + latency + " ms");
				double train = all.get(dataset + ", 200 epochs, train accuracy (%), trial 777");
				assertTrue(train > 0 && train <= 100);
			}
			double mean = 0;
			for (int seed : new int[] { 777, 888, 999 }) {
				mean += all.get("cifar10, 200 epochs, ori-test accuracy (%), trial " + seed) / 3;
			}
			assertEquals(mean, all.get("cifar10, 200 epochs, ori-test accuracy (%), mean of trials"), EXACT);
			assertEquals(mean, all.get("accuracy (%): cifar10, ori-test, 200 epochs, mean of trials"), EXACT);
			assertTrue(all.values().stream().allMatch(value -> value >= 0 && Double.isFinite(value)));
		}
	}

	@Test
	void theArchiveSaysTheSameAsTheFolder() throws Exception {
		Path archive = temporary.resolve(NatsNames.FOLDER + ".tar");
		Nats.tar(fixture, archive);
		for (Path path : List.of(archive, temporary)) {
			Benchmark packed = Nats.open(path, "dataset", "cifar100");
			Benchmark plain = Nats.open(fixture, "dataset", "cifar100");
			assertEquals(plain.meaning(), packed.meaning());
			for (int index : indices(fixture)) {
				assertTrue(plain.holds(at(index)) && packed.holds(at(index)));
				assertEquals(plain.accuracy(at(index)), packed.accuracy(at(index)));
				assertEquals(plain.all(at(index)), packed.all(at(index)));
				assertEquals(plain.trainingSeconds(at(index)), packed.trainingSeconds(at(index)));
			}
			assertFalse(plain.holds(at(1)) || packed.holds(at(1)));
			assertEquals(OptionalDouble.empty(), packed.accuracy(at(1)));
			assertEquals(Map.of(), packed.all(at(1)));
		}
	}

	@Test
	void theFolderAboveWillDoAndCellsWithoutAFileAreUnknown() throws Exception {
		Benchmark benchmark = Nats.open(fixture.getParent());
		assertEquals(known(11, "c10_test200"), benchmark.accuracy(at(11)).getAsDouble(), 1e-5);
		assertEquals(OptionalDouble.empty(), benchmark.accuracy(at(1)));
		assertEquals(OptionalDouble.empty(), benchmark.trainingSeconds(at(1)));
		assertEquals(Map.of(), benchmark.all(at(1)));
	}

	@Test
	void defaultsAreWhatNatsBenchCallsTestAccuracy() throws Exception {
		assertEquals("ori-test", Nats.open(fixture).meaning().set());
		assertEquals("cifar10", Nats.open(fixture).meaning().dataset());
		assertEquals("ori-test", Nats.open(fixture, "dataset", "cifar10-valid").meaning().set());
		assertEquals("x-test", Nats.open(fixture, "dataset", "ImageNet16-120").meaning().set());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "dataset; cifar11; no dataset 'cifar11'", "set; x-valid; no set 'x-valid'",
			"set; x-test; no set 'x-test'", "set; nonsense; no set", "trial; best; neither 'mean' nor",
			"trial; -1; neither 'mean' nor", "epochs; 90; no training of 90 epochs" })
	void whatTheBenchmarkDoesNotHaveIsTold(String name, String value, String message) {
		Problem problem = Nats.problem(fixture, name, name.equals("epochs") ? (Object) Long.valueOf(value) : value);
		assertEquals("wrong-value", problem.code());
		assertTrue(problem.message().contains(message), problem.message());
	}

	/** Digits of file names are those of the format, whatever the language of the user. */
	@Test
	void theLanguageOfTheUserChangesNothing() throws Exception {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertEquals("000011.pickle.pbz2", NatsNames.file(11));
			assertTrue(Nats.open(fixture).accuracy(at(11)).isPresent());
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void manyThreadsReadTheSame() throws Exception {
		Benchmark benchmark = Nats.open(fixture);
		int[] indices = indices(fixture);
		double expected = 0;
		for (int index : indices) {
			expected += known(index, "c10_test200");
		}
		Callable<Double> sum = () -> {
			double total = 0;
			for (int index : indices) {
				total += benchmark.accuracy(at(index)).getAsDouble();
			}
			return total;
		};
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (Future<Double> total : threads.invokeAll(List.of(sum, sum, sum, sum))) {
				assertEquals(expected, total.get(), 1e-3);
			}
		} finally {
			threads.shutdownNow();
		}
	}

	/** A whole folder has 15,625 files of 84 KB: opening it must read one, and asking once more none. */
	@Test
	void readingIsLazyAndRemembered() throws Exception {
		Path folder = Files.createDirectory(temporary.resolve("lazy"));
		byte[] bytes = Files.readAllBytes(real.resolve(NatsNames.file(11)));
		Files.write(folder.resolve(NatsNames.file(11)), bytes);
		Optional<Path> cache = Optional.of(temporary.resolve("cache"));
		try (Benchmark benchmark = new NatsBenchFactory(cache).open(Nats.parameters(folder), Nats.SPACE)) {
			// damaged after opening: nobody notices before that cell is asked for
			Files.write(folder.resolve(NatsNames.file(12)), new byte[] { 1, 2, 3 });
			assertTrue(benchmark.accuracy(at(11)).isPresent());
		}
		Files.delete(folder.resolve(NatsNames.file(12)));
		// same size and time, other content: the cache answers without looking into the file
		FileTime time = Files.getLastModifiedTime(folder.resolve(NatsNames.file(11)));
		Files.write(folder.resolve(NatsNames.file(11)), new byte[bytes.length]);
		Files.setLastModifiedTime(folder.resolve(NatsNames.file(11)), time);
		try (Benchmark benchmark = new NatsBenchFactory(cache).open(Nats.parameters(folder), Nats.SPACE)) {
			assertEquals(known(11, "c10_test200"), benchmark.accuracy(at(11)).getAsDouble(), 1e-5);
		}
		// another time: the file counts again
		Files.setLastModifiedTime(folder.resolve(NatsNames.file(11)), FileTime.fromMillis(time.toMillis() + 5000));
		assertEquals("wrong-content", Nats.only(assertThrows(ProblemException.class,
				() -> new NatsBenchFactory(cache).open(Nats.parameters(folder), Nats.SPACE))).code());
		assertEquals(1, Arrays.stream(temporary.resolve("cache").toFile().list()).count());
	}
}
