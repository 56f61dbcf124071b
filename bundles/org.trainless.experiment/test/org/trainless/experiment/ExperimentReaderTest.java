/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.YamlParser;

class ExperimentReaderTest {
	private static final String START = "format: 1\nname: study\nspace: nats-tss\n";
	private static final String SEARCH = "searches:\n- name: a\n  strategy: random\n  proxy: naswot\n";

	static List<Path> good() {
		return TestFiles.good();
	}

	private static Experiment experiment(String text) throws ProblemException {
		return TestFiles.read(text).orElseThrow();
	}

	private static List<String> lines(ExperimentResult result) {
		return result.problems().stream().map(Problem::toLine).toList();
	}

	private static Selection selection(ContributionKind kind, String id, Object... parameters) {
		Map<String, Object> values = new java.util.LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			values.put((String) parameters[i], parameters[i + 1]);
		}
		return new Selection(kind, id, Parameters.of(values));
	}

	private static Selection naswot() {
		return selection(ContributionKind.PROXY, "naswot", "hooks", "module", "relus", "all", "init", "xavier");
	}

	@ParameterizedTest
	@MethodSource("good")
	void goodFilesHaveNoProblem(Path file) {
		ExperimentResult result = TestFiles.read(TestFiles.text(file));
		assertEquals(List.of(), lines(result));
		assertTrue(result.experiment().isPresent());
	}

	@Test
	void readsTheExampleOfTheDesign() throws ProblemException {
		Selection evolution = selection(ContributionKind.STRATEGY, "regularized-evolution", "population", 50L, "sample",
				10L, "evaluations", 200L, "mutation", "edge");
		Experiment expected = new Experiment("skip connections",
				"Does REA find better cells when a cell may hold at most one skip connection?",
				selection(ContributionKind.SEARCH_SPACE, "nats-tss"),
				new DatasetSpec(selection(ContributionKind.DATASET, "cifar10", "path", Path.of("/data/cifar10")), 128),
				Optional.of(selection(ContributionKind.BENCHMARK, "nats-bench", "path", Path.of("/data/nats"), "set",
						"ori-test", "epochs", "200")),
				new SeedRange(1, 10), new Scoring.PerRun(),
				List.of(new SearchSpec("REA + NASWOT", evolution, new Objective.Proxy(naswot()), Optional.empty(), 1,
						Budget.NONE),
						new SearchSpec("REA + NASWOT, at most one skip", evolution, new Objective.Proxy(naswot()),
								Optional.of("skip_connect <= 1"), 1, Budget.NONE)));
		assertEquals(expected, experiment(TestFiles.text(Path.of("test-data/good/design.nas.yaml"))));
	}

	@Test
	void readsEveryTypeOfParameter() throws ProblemException {
		Experiment experiment = experiment(TestFiles.text(Path.of("test-data/good/everything.nas.yaml")));
		assertEquals("it's everything", experiment.name());
		assertEquals("Folded lines of a question\nin two paragraphs?\n", experiment.question());
		assertEquals(new DatasetSpec(selection(ContributionKind.DATASET, "dead-leaves", "seed", 16L), 64),
				experiment.dataset());
		assertEquals(
				Optional.of(selection(ContributionKind.BENCHMARK, "table", "path", Path.of("/data/nats-tss.csv"), "key",
						"arch", "accuracy", "3", "meaning", "ori-test, 200 epochs \u2013 mean of trials")),
				experiment.benchmark());
		assertArrayEquals(new long[] { 100, 101, 102 }, experiment.seeds().stream().toArray());
		assertEquals(new Scoring.Fixed(7), experiment.scoring());
		assertEquals(7, experiment.scoring().seed(100));

		SearchSpec warm = experiment.searches().get(0);
		Parameters warmup = Parameters
				.of(Map.of("proxy", selection(ContributionKind.PROXY, "synflow", "bn", "reductions"), "count", 20L));
		assertEquals(selection(ContributionKind.STRATEGY, "regularized-evolution", "population", 10L, "sample", 10L,
				"evaluations", 200L, "mutation", "node", "warmup", warmup), warm.strategy());
		assertEquals(new Objective.Proxy(
				selection(ContributionKind.PROXY, "naswot", "hooks", "class-name", "relus", "all", "init", "xavier")),
				warm.objective());
		assertEquals(Optional.of("skip_connect <= 1\nand params < 1e6\n"), warm.constraint());
		assertEquals(4, warm.batch());
		assertEquals(new Budget(OptionalDouble.of(1.5), OptionalDouble.of(1e6), OptionalLong.of(100)), warm.budget());

		Parameters portfolio = experiment.searches().get(1).strategy().parameters();
		Selection random = selection(ContributionKind.STRATEGY, "random", "evaluations", 200L, "replacement", true);
		assertEquals(
				List.of(random, selection(ContributionKind.STRATEGY, "regularized-evolution", "population", 5L,
						"sample", 10L, "evaluations", 200L, "mutation", "edge")),
				portfolio.list("members", Selection.class));
		assertEquals(List.of(1.0, 0.5, 0.25), portfolio.list("rates", Double.class));
		assertEquals(0.5, portfolio.number("temperature"));
		assertEquals("braces ${not a variable}", portfolio.text("note"));
		assertEquals(
				Optional.of(selection(ContributionKind.STRATEGY, "random", "evaluations", 7L, "replacement", true)),
				portfolio.selection("first"));
		assertEquals(
				List.of(Parameters.of(Map.of("length", 3L, "kind", "cold")),
						Parameters.of(Map.of("length", 4L, "kind", "warm"))),
				portfolio.list("stages", Parameters.class));

		assertEquals(
				new Objective.Accuracy(selection(ContributionKind.BENCHMARK, "nats-bench", "path",
						Path.of("/data/nats"), "set", "x-test", "epochs", "12"), true),
				experiment.searches().get(2).objective());
		assertEquals(
				new Objective.Accuracy(selection(ContributionKind.BENCHMARK, "nats-bench", "path",
						Path.of("/experiments/nats"), "set", "x-valid", "epochs", "200"), false),
				experiment.searches().get(3).objective());
	}

	@Test
	void parametersStandInTheOrderOfTheirDeclaration() throws ProblemException {
		Experiment experiment = experiment(
				START + SEARCH.replace("random", "{ sample: 3, id: rea, mutation: node, population: 5 }"));
		assertEquals(List.of("population", "sample", "evaluations", "mutation"),
				List.copyOf(experiment.searches().get(0).strategy().parameters().asMap().keySet()));
	}

	@Test
	void fillsInDefaults() throws ProblemException {
		Experiment experiment = experiment(START + SEARCH);
		assertEquals("", experiment.question());
		assertEquals(new DatasetSpec(selection(ContributionKind.DATASET, "dead-leaves", "seed", 1L), 128),
				experiment.dataset());
		assertEquals(Optional.empty(), experiment.benchmark());
		assertEquals(new SeedRange(1, 1), experiment.seeds());
		assertEquals(new Scoring.PerRun(), experiment.scoring());
		assertEquals(42, experiment.scoring().seed(42));
		assertEquals(1, experiment.searches().get(0).batch());
	}

	@Test
	void anIdAloneIsShortForAMappingWithIt() throws ProblemException {
		assertEquals(experiment(START + SEARCH), experiment(START + SEARCH.replace("random", "{ id: random }")
				.replace("proxy: naswot", "objective: { proxy: { id: nwot } }")));
	}

	@Test
	void warningsDoNotKeepAnExperimentFromRunning() {
		ExperimentResult result = TestFiles.read(START + SEARCH.replace("random", "aging-evolution"));
		assertEquals(List.of(Severity.WARNING), result.problems().stream().map(Problem::severity).toList());
		assertEquals("aging-evolution", result.experiment().orElseThrow().searches().get(0).strategy().id());
	}

	@Test
	void aFileWithAnUnknownContributionOpensButDoesNotRun() {
		String text = START + SEARCH.replace("random", "{ id: of-a-plug-in, anything: [1, { a: b }] }");
		ExperimentResult result = TestFiles.read(text);
		assertEquals(List.of("unknown-contribution"), result.problems().stream().map(Problem::code).toList());
		assertEquals(Optional.empty(), result.experiment());
		assertSame(text, result.document().text());
		assertTrue(result.document().find(NodePath.of("searches.0.strategy.anything.1.a")).isPresent());
		ProblemException thrown = assertThrows(ProblemException.class, result::orElseThrow);
		assertEquals(result.problems(), thrown.problems());
	}

	@Test
	void variablesAreReplacedOnceAndAnywhere() throws ProblemException {
		ReadContext context = TestFiles.context()
				.withVariables(name -> Optional.of(name.equals("A") ? "${B}" : name.equals("ID") ? "random" : "5"));
		String text = START.replace("study", "x${A}y$${A}z${N}")
				+ SEARCH.replace("random", "{ id: \"${ID}\", evaluations: \"${N}0\" }");
		Experiment experiment = new ExperimentReader(context).read("f", text).orElseThrow();
		assertEquals("x${B}y${A}z5", experiment.name());
		assertEquals(50, experiment.searches().get(0).strategy().parameters().integer("evaluations"));
	}

	@ParameterizedTest
	@CsvSource({ "data,/base/dir/data", "../x/./y,/base/x/y", "/abs/z,/abs/z", "${EMPTY}/q,/q",
			"a b.csv,/base/dir/a b.csv" })
	void pathsAreRelativeToTheFile(String written, String expected) throws ProblemException {
		ReadContext context = TestFiles.context().withBaseDirectory(Path.of("/base/dir"));
		String text = START + "dataset: { id: cifar10, path: \"" + written + "\" }\n" + SEARCH;
		Experiment experiment = new ExperimentReader(context).read("f", text).orElseThrow();
		assertEquals(Path.of(expected), experiment.dataset().selection().parameters().path("path"));
	}

	@ParameterizedTest
	@CsvSource({ "7,7", "+7,7", "007,7", "0x1F,31", "0o17,15", "1e2,100", "50.0,50" })
	void wholeNumbersAsYamlWritesThem(String written, long expected) throws ProblemException {
		Experiment experiment = experiment(
				START + SEARCH.replace("random", "{ id: random, evaluations: " + written + " }"));
		assertEquals(expected, experiment.searches().get(0).strategy().parameters().integer("evaluations"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1_000", "1,000", "0b11", "1.5", "1e-1", "1e400", "--1", "1e", "0x", ".", "'5'",
			"9223372036854775808" })
	void whatIsNoWholeNumberIsRefused(String written) {
		ExperimentResult result = TestFiles
				.read(START + SEARCH.replace("random", "\n    id: random\n    evaluations: " + written));
		assertEquals(1, result.problems().size(), () -> lines(result).toString());
		assertTrue(List.of("wrong-type", "out-of-bounds").contains(result.problems().get(0).code()));
	}

	@Test
	void constraintsAreCheckedWithTheSpaceAndTheirProblemsGetPlacesInTheFile() {
		String text = START + SEARCH + "  constraint: \"a \\u003c ${WORD} ? and\\\n     x\\ty ?\"\n";
		List<String> checked = new java.util.ArrayList<>();
		ReadContext context = TestFiles.context().withConstraintChecker((constraint, space) -> {
			checked.add(constraint + " in " + space.id());
			int word = constraint.indexOf("words");
			return List.of(at(constraint, constraint.indexOf('?')), at(constraint, constraint.lastIndexOf('?')),
					at(constraint, constraint.indexOf('<')),
					Problem.error("c", "m", "", new Position(1, word + 1, word, 5)),
					at(constraint, constraint.length()), at(constraint, 9999), Problem.warning("w", "no place", ""));
		});
		ExperimentResult result = new ExperimentReader(context).read("f", text);
		assertEquals(List.of("a < several words ? andx\ty ? in nats-tss"), checked);
		List<String> covered = result.problems().stream().map(p -> p.position().orElseThrow())
				.map(p -> text.substring(p.offset(), p.offset() + p.length())).toList();
		String whole = text.substring(text.indexOf('"'), text.lastIndexOf('"') + 1);
		assertEquals(List.of(whole, "\\", "${WORD}", "?", "?", "", ""), covered);
		assertEquals(9, result.problems().get(4).position().orElseThrow().line());
	}

	private static Problem at(String text, int offset) {
		return Problem.error("c", "m", "", new Position(1, offset + 1, offset, offset < text.length() ? 1 : 0));
	}

	@Test
	void aTestAccuracyThatOnlyTheOpenedBenchmarkKnowsIsRefusedLater() throws ProblemException {
		String text = START + "searches:\n- name: a\n  strategy: random\n"
				+ "  objective: { benchmark: { id: table, path: a.csv, key: arch, accuracy: acc } }\n";
		ExperimentResult result = TestFiles.read(text);
		Objective.Accuracy objective = (Objective.Accuracy) result.orElseThrow().searches().get(0).objective();
		Meaning test = new Meaning("cifar10", "ori-test", true, 200, "mean of trials", "ori-test, 200 epochs");
		Meaning validation = new Meaning("cifar10", "x-valid", false, 200, "mean of trials", "x-valid, 200 epochs");
		assertEquals(Optional.empty(), objective.refusal(validation));
		assertEquals(
				"study.nas.yaml:7:3: the objective is test accuracy (ori-test, 200 epochs), which a search must not see"
						+ " (choose validation accuracy, or write 'test-accuracy: allowed' "
						+ "in the objective if that is the question)",
				result.locate(objective.refusal(test).orElseThrow(), NodePath.of("searches.0.objective")).toLine());
		Objective.Accuracy allowed = (Objective.Accuracy) experiment(
				text.replace("acc } }", "acc }, test-accuracy: allowed }")).searches().get(0).objective();
		assertEquals(Optional.empty(), allowed.refusal(test));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "set: ori-test|7:81|ori-test", "set: x-valid||", "set: elsewhere||",
			"test: true|7:82|test: true", "test: false||", "'set: ori-test, test: false'||",
			"'set: x-valid, test: true'|7:96|test: true" })
	void aBenchmarkThatSaysWhatItMeasuresOnIsRefusedAtOnce(String parameters, String place, String what) {
		ExperimentResult result = TestFiles.read(START + "searches:\n- name: a\n  strategy: random\n"
				+ "  objective: { benchmark: { id: table, path: a.csv, key: k, accuracy: acc, " + parameters
				+ " } }\n");
		List<String> expected = place == null ? List.of()
				: List.of("study.nas.yaml:" + place + ": the objective is test accuracy (" + what
						+ "), which a search must not see (choose validation accuracy, or write 'test-accuracy: allowed' "
						+ "in the objective if that is the question)");
		assertEquals(expected, lines(result));
	}

	@Test
	void aProblemFoundLaterGetsTheDeepestPlaceThereIs() {
		ExperimentResult result = TestFiles.read(START + SEARCH);
		Problem problem = Problem.error("later", "message", "");
		assertEquals("study.nas.yaml:6:3: message",
				result.locate(problem, NodePath.of("searches.0.strategy.population")).toLine());
		assertEquals("study.nas.yaml:4:1: message", result.locate(problem, NodePath.of("searches.7.proxy")).toLine());
		assertEquals("study.nas.yaml:1:1: message", result.locate(problem, NodePath.of("benchmark")).toLine());
	}

	@Test
	void saysWhenThereIsTooMuch() {
		StringBuilder keys = new StringBuilder(START + SEARCH);
		for (int i = 0; i < 300; i++) {
			keys.append("k").append(i).append(": 1\n");
		}
		ExperimentResult result = TestFiles.read(keys.toString());
		assertEquals(201, result.problems().size());
		assertEquals("study.nas.yaml: 100 more problems are not shown (mend these first)",
				result.problems().get(200).toLine());
		assertEquals(List.of("too-large"),
				TestFiles.read("#".repeat(YamlParser.MAX_LENGTH + 1)).problems().stream().map(Problem::code).toList());
		assertEquals(List.of("too-large"), TestFiles.read("a: [" + "1,".repeat(YamlParser.MAX_NODES) + "]").problems()
				.stream().map(Problem::code).toList());
	}

	@Test
	void readsFilesInUtf8(@TempDir Path folder) throws IOException, ProblemException {
		Path file = folder.resolve("study.nas.yaml");
		Files.writeString(file,
				START.replace("study", "\u00fc\uD83D\uDE00") + "dataset: { id: cifar10, path: data }\n" + SEARCH);
		Experiment experiment = new ExperimentReader(TestFiles.context()).read(file).orElseThrow();
		assertEquals("\u00fc\uD83D\uDE00", experiment.name());
		assertEquals(folder.toAbsolutePath().normalize().resolve("data"),
				experiment.dataset().selection().parameters().path("path"));

		Files.write(file, (START.replace("study", "\u00fc") + SEARCH).getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(file + ":2:7: the byte 0xFC is not text in UTF-8 (save the file as UTF-8)", refused(file));
	}

	@Test
	void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
		Path missing = folder.resolve("no.nas.yaml");
		assertEquals(missing + ": there is no such file (check the path)", refused(missing));
		assertEquals(folder + ": the file cannot be read: it is a folder", refused(folder));
		Path large = folder.resolve("large.nas.yaml");
		Files.write(large, new byte[5 << 20]);
		ExperimentReader reader = new ExperimentReader(TestFiles.context());
		assertEquals("too-large", assertReads(reader, large).problems().get(0).code());
	}

	private static ExperimentResult assertReads(ExperimentReader reader, Path file) {
		try {
			return reader.read(file);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private static String refused(Path file) {
		ExperimentReader reader = new ExperimentReader(TestFiles.context());
		ProblemException thrown = assertThrows(ProblemException.class, () -> reader.read(file));
		assertEquals(1, thrown.problems().size());
		return thrown.problems().get(0).toLine();
	}

	@Test
	void defaultsThatAreWrongAreNotSilentlyTaken() {
		ReadContext context = new ReadContext(
				kind -> new TestCatalog().all(kind).stream()
						.filter(c -> !c.id().equals("random") && !c.id().equals("dead-leaves")).toList(),
				name -> Optional.empty(), Path.of("/"), List.of(), ConstraintChecker.NONE);
		ExperimentResult result = new ExperimentReader(context).read("f",
				START + SEARCH.replace("random", "{ id: portfolio, members: [exhaustive] }"));
		assertEquals(
				List.of("unknown-contribution f:1:1", "unknown-contribution f:6:3"), result
						.problems().stream().map(p -> p.code() + ' ' + p.source() + ':'
								+ p.position().orElseThrow().line() + ':' + p.position().orElseThrow().column())
						.toList());
	}
}
