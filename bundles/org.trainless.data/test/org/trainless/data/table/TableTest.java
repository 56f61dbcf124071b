/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Task;
import org.trainless.spaces.NatsTopologySpace;
import org.trainless.testdata.TestData;

/**
 * Accuracies and scores from CSV files.
 */
class TableTest {
	private static final NatsTopologySpace SPACE = new NatsTopologySpace();

	@TempDir
	Path folder;

	private static Parameters parameters(Path path, Object... namesAndValues) {
		Map<String, Object> values = new HashMap<>();
		values.put("path", path);
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return Parameters.of(values);
	}

	private static Benchmark benchmark(Path path, Object... namesAndValues) throws ProblemException {
		return new TableBenchmarkFactory().open(parameters(path, namesAndValues), SPACE);
	}

	private static Score score(Proxy proxy, int index) {
		assertTrue(proxy.pass().isEmpty(), "no network is run");
		return proxy.observe(new Subject(SPACE, SPACE.at(index), Task.CIFAR10)).score();
	}

	private static Proxy proxy(Path path, Object... namesAndValues) throws ProblemException {
		return new TableProxyFactory().create(parameters(path, namesAndValues));
	}

	private static Parameters where(String column, String text) {
		return Parameters.of(Map.of("column", column, "equals", text));
	}

	private static List<String[]> rows(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
	}

	private Path write(String text) throws IOException {
		return Files.writeString(folder.resolve("a.csv"), text);
	}

	@Test
	void theWholeTableIsReadByNameIndexAndNumber() throws Exception {
		Path file = TestData.path("nats-tss/nats-tss.csv");
		List<String[]> rows = rows(file);
		Benchmark byText = benchmark(file, "accuracy", "c10_test200", "meaning",
				"ori-test, 200 epochs, mean of trials");
		Benchmark byIndex = benchmark(file, "key", "index", "accuracy", "10", "set", "x-valid", "epochs", 12L, "time",
				"c10valid_train12_s", "dataset", "cifar10-valid");
		for (int index = 0; index < 15625; index++) {
			Architecture cell = SPACE.at(index);
			double expected = Double.parseDouble(rows.get(index + 1)[9]);
			assertEquals(expected, byText.accuracy(cell).getAsDouble());
			assertEquals(expected, byIndex.accuracy(cell).getAsDouble());
			assertEquals(Double.parseDouble(rows.get(index + 1)[13]), byIndex.trainingSeconds(cell).getAsDouble());
		}
		assertEquals("ori-test, 200 epochs, mean of trials", byText.meaning().text());
		assertTrue(byText.meaning().test(), "unknown counts as test");
		assertEquals(OptionalDouble.empty(), byText.trainingSeconds(SPACE.at(0)));
		assertEquals(new Meaning("cifar10-valid", "x-valid", false, 12, "", "x-valid, 12 epochs"), byIndex.meaning());
		assertEquals(129306, byText.all(SPACE.at(0)).get("params_c10"));
		assertEquals("c100_test200 of nats-tss.csv", benchmark(file, "accuracy", "c100_test200").meaning().text());
	}

	/** The study's tables: no header; dataset, index, score, accuracy, seconds; some fields empty or shifted. */
	@Test
	void headerlessTablesAreReadByNumber() throws Exception {
		Path winners = TestData.path("seed-study/C10_Tables/outKERNELwithMOD10runs_cifar10.csv");
		Benchmark benchmark = benchmark(winners, "key", "2", "accuracy", "4");
		List<String[]> rows = rows(winners);
		for (String[] row : rows) {
			assertEquals(Double.parseDouble(row[3]),
					benchmark.accuracy(SPACE.at(Integer.parseInt(row[1]))).getAsDouble());
		}
		assertEquals(OptionalDouble.empty(), benchmark.accuracy(SPACE.at(0)));
		assertEquals("column 4 of outKERNELwithMOD10runs_cifar10.csv", benchmark.meaning().text());
		Proxy scores = proxy(winners, "key", "2", "score", "3");
		assertEquals(Score.of(1726.9080032561728), score(scores, 13442));
		Proxy shifted = proxy(TestData.path("seed-study/C10_Tables/outSYNFLOWwithoutMOD10runs_cifar10.csv"), "key", "2",
				"score", "3");
		assertEquals(Optional.of(NonFinite.MISSING), score(shifted, 5374).reason(), "an empty first value");
		assertEquals(Score.of(105.57840170970118), score(shifted, 11915));
		Path all = TestData.path("seed-study/accuracies.csv");
		for (String dataset : List.of("cifar10", "cifar100", "ImageNet16-120")) {
			Benchmark part = benchmark(all, "key", "3", "accuracy", "5", "where", where("1", dataset));
			for (String[] row : rows(all)) {
				if (row[0].equals(dataset)) {
					assertEquals(Double.parseDouble(row[4]),
							part.accuracy(SPACE.at(Integer.parseInt(row[2]))).getAsDouble());
				}
			}
		}
		Problem mixed = problem(all, "key", "3", "accuracy", "5");
		assertEquals("duplicate-key", mixed.code());
		assertTrue(mixed.position().isPresent());
	}

	/** As the study's out_*.csv: a row per cell in the space's order, −∞ among them. */
	@Test
	void rowsInTheOrderOfTheSpaceNeedNoKey() throws Exception {
		StringBuilder text = new StringBuilder();
		List<String[]> rows = rows(TestData.path("nats-tss/nats-tss.csv"));
		for (int index = 0; index < 15625; index++) {
			text.append(rows.get(index + 1)[15]).append(',').append(rows.get(index + 1)[9]).append('\n');
		}
		Proxy proxy = proxy(write(text.toString()), "key", "row", "score", "1");
		int infinite = 0;
		for (int index = 0; index < 15625; index++) {
			Score score = score(proxy, index);
			double expected = rows.get(index + 1)[15].equals("-inf") ? Double.NEGATIVE_INFINITY
					: Double.parseDouble(rows.get(index + 1)[15]);
			assertEquals(expected, score.value());
			if (!score.isFinite()) {
				infinite++;
				assertEquals(Optional.of(NonFinite.DISCONNECTED), score.reason());
			}
		}
		assertEquals(201, infinite);
		Benchmark benchmark = benchmark(folder.resolve("a.csv"), "key", "row", "accuracy", "2");
		assertEquals(Double.parseDouble(rows.get(15625)[9]), benchmark.accuracy(SPACE.at(15624)).getAsDouble());
		Files.writeString(folder.resolve("a.csv"), text + "1,2\n");
		assertEquals("unknown-architecture", problem(folder.resolve("a.csv"), "key", "row", "accuracy", "2").code());
	}

	@Test
	void scoresThatAreNotFiniteKeepTheirReason() throws Exception {
		Path file = write("arch,score,reason\n0,1.5,\n1,nan,\n2,-inf,singular-kernel\n3,,\n4,inf,\n5,NaN,failed\n");
		Proxy proxy = proxy(file, "score", "score", "reason", "reason");
		assertEquals(Score.of(1.5), score(proxy, 0));
		assertEquals(Optional.of(NonFinite.NOT_A_NUMBER), score(proxy, 1).reason());
		assertEquals(Optional.of(NonFinite.SINGULAR_KERNEL), score(proxy, 2).reason());
		assertEquals(Double.NEGATIVE_INFINITY, score(proxy, 2).value());
		assertEquals(Optional.of(NonFinite.MISSING), score(proxy, 3).reason());
		assertEquals(Optional.of(NonFinite.OVERFLOW), score(proxy, 4).reason());
		assertEquals(Optional.of(NonFinite.FAILED), score(proxy, 5).reason());
		assertEquals(Optional.of(NonFinite.MISSING), score(proxy, 6).reason());
		Proxy wrong = proxy(write("arch,score\nnonsense,1\n"), "score", "score");
		assertEquals(Optional.of(NonFinite.FAILED), score(wrong, 0).reason());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', value = { "arch,acc\\n0,50.5\\n1,\\n", "arch;acc\\n0;50.5\\n1;\\n",
			"arch\\tacc\\r\\n0\\t50.5\\r\\n1\\t\\r\\n", "\uFEFFarch,acc\\n0,50.5\\n1,\\n",
			"\uFEFF\"arch\",\"acc\"\\n\"0\",\"50.5\"\\n1,\\n", "\\n\\narch,acc\\n\\n0, 50.5 \\n\\n1,\\n",
			"arch,acc\\n0,5.05e1\\n1,nan", "arch,acc\\n0,50.5\\n0,50.50\\n1,NA" })
	void tablesOfManyToolsAreRead(String text) throws Exception {
		Benchmark benchmark = benchmark(write(text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")),
				"accuracy", "acc");
		assertEquals(50.5, benchmark.accuracy(SPACE.at(0)).getAsDouble());
		assertEquals(OptionalDouble.empty(), benchmark.accuracy(SPACE.at(1)));
		assertEquals(OptionalDouble.empty(), benchmark.accuracy(SPACE.at(2)));
	}

	@Test
	void fractionsArePerCent() throws Exception {
		Path file = write("arch,acc\n0,0.5\n1,0.25\n");
		assertEquals(25, benchmark(file, "accuracy", "acc", "scale", "fraction").accuracy(SPACE.at(1)).getAsDouble());
		assertEquals("wrong-content", problem(file, "accuracy", "acc").code());
	}

	private static Problem problem(Path path, Object... namesAndValues) {
		ProblemException e = assertThrows(ProblemException.class, () -> benchmark(path, namesAndValues));
		assertEquals(1, e.problems().size());
		Problem problem = e.problems().get(0);
		assertFalse(problem.message().isBlank());
		assertFalse(problem.remedy().isBlank());
		return problem;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', value = { "arch,acc\\n0,50\\n1,words\\n # not-a-number # 3",
			"arch,acc\\n0,50\\n1,101\\n # not-an-accuracy # 3", "arch,acc\\n0,50\\n1,-1\\n # not-an-accuracy # 3",
			"arch,acc\\n0,inf\\n # not-an-accuracy # 2", "arch,acc\\n0,50\\n1\\n # wrong-columns # 3",
			"arch,acc\\n0,50\\n1,2,3\\n # wrong-columns # 3", "arch,acc\\n|nope~0|,50\\n # not-an-architecture # 2",
			"arch,acc\\n15625,50\\n # unknown-architecture # 2", "arch,acc\\n0,50\\n0,51\\n # duplicate-key # 3",
			"arch,other\\n0,50\\n # unknown-column # 1", "index,acc\\n0,50\\n # unknown-column # 1",
			"arch,acc\\n0,\"50\\n # broken-csv # 2", "arch,acc\\n0,\"5\"0\\n # broken-csv # 2",
			"arch,acc\\n # wrong-content # 0", "arch,acc\\n0,\\n # wrong-content # 0", "\\n\\n # wrong-content # 0" })
	void whatIsWrongIsToldWithItsLine(String text, String code, int line) throws Exception {
		Path file = write(text.replace("\\n", "\n"));
		Problem problem = problem(file, "accuracy", "acc");
		assertEquals(code, problem.code(), problem.message());
		assertEquals(file.toString(), problem.source());
		assertEquals(line, problem.position().map(p -> p.line()).orElse(0), problem.toLine());
	}

	@Test
	void filesThatAreNoTablesAreTold() throws Exception {
		assertEquals("missing-file", problem(folder.resolve("lost.csv"), "accuracy", "acc").code());
		assertEquals("wrong-content", problem(folder, "accuracy", "acc").code());
		assertEquals("wrong-content", problem(write(""), "accuracy", "acc").code());
		Path file = Files.write(folder.resolve("b.csv"), "arch,acc\n0,5\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
		assertTrue(problem(file, "accuracy", "acc").message().contains("UTF-8"));
		assertEquals("unknown-column", problem(write("1,2\n"), "key", "1", "accuracy", "3").code());
	}

	@Test
	void damageIsNeverMoreThanAProblem() throws Exception {
		StringBuilder text = new StringBuilder("arch,acc,time\n");
		for (int i = 0; i < 30; i++) {
			text.append('"').append(SPACE.at(i).text()).append("\",").append(50 + i).append(",1e3\n");
		}
		byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
		SplittableRandom random = new SplittableRandom(19);
		String alphabet = "\",;\n\r\t0123456789.eE+-|~xX \u0000\u00ff";
		int problems = 0;
		for (int round = 0; round < 1500; round++) {
			byte[] damaged = whole.clone();
			for (int i = 1 + random.nextInt(3); i > 0; i--) {
				damaged[random.nextInt(damaged.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
			}
			Path file = Files.write(folder.resolve("a.csv"), damaged);
			try {
				Benchmark benchmark = benchmark(file, "accuracy", "acc", "time", "time");
				benchmark.all(SPACE.at(3));
				benchmark.trainingSeconds(SPACE.at(3));
			} catch (ProblemException e) {
				assertEquals(file.toString(), e.problems().get(0).source());
				problems++;
			}
		}
		assertTrue(problems > 500, problems + " problems");
	}
}
