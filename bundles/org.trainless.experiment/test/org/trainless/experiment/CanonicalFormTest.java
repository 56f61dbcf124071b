/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

class CanonicalFormTest {
	private static final String TEXT = """
			format: 1
			name: study
			question: why
			space: nats-tss
			dataset: { id: cifar10, path: data }
			searches:
			- name: a
			  strategy: { id: portfolio, members: [random], temperature: 2 }
			  proxy: naswot
			  constraint: skip_connect <= 1
			""";
	private static final List<String> HARD = List.of("true", "null", "~", "12", "1e3", "0x1", ".inf", "a: b", "a #b",
			"- x", "? x", "${X}", "$${X}", "$$$", "${", "'", "\"", "\\", "{a}", "[a]", "a,b", "*a", "&a", "!a", "%a",
			"@a", "`a", "|", ">", "=", "<<", "---", "...", " x", "x ", "\u00fc", "\uD83D\uDE00", "\u2028", "\u0085",
			"\uFEFF", "\u0007", "\t", "no", "Yes", "2026-01-01", "1:2");

	static List<Path> good() {
		return TestFiles.good();
	}

	private static Experiment experiment(String text) throws ProblemException {
		return TestFiles.read(text).orElseThrow();
	}

	private static String hash(String text) throws ProblemException {
		return CanonicalForm.of(experiment(text)).hash();
	}

	/** Reads without the variables, base folder and overrides of the first reading. */
	private static Experiment again(String text) {
		ExperimentResult result = new ExperimentReader(ReadContext.of(new TestCatalog(), Path.of("/elsewhere")))
				.read("r", text);
		assertEquals(List.of(), result.problems().stream().map(Problem::toLine).toList());
		return result.experiment().orElseThrow();
	}

	@ParameterizedTest
	@MethodSource("good")
	void readAgainItIsTheSameExperiment(Path file) throws ProblemException {
		Experiment experiment = experiment(TestFiles.text(file));
		CanonicalForm form = CanonicalForm.of(experiment);
		Experiment again = again(form.text());
		assertEquals(experiment, again);
		assertEquals(form.text(), CanonicalForm.of(again).text());
		assertEquals(form.hash(), CanonicalForm.of(again).hash());
	}

	@Test
	void isWrittenLikeThis() throws ProblemException {
		assertEquals("""
				# The experiment as it was run: all defaults and variables resolved.
				format: 1
				name: study
				question: why
				space:
				  id: nats-tss
				dataset:
				  id: cifar10
				  path: "/experiments/data"
				  batch: 128
				seeds:
				  first: 1
				  count: 1
				scoring:
				  seed: per-run
				searches:
				  - name: a
				    strategy:
				      id: portfolio
				      first:
				        id: random
				        evaluations: 7
				        replacement: true
				      members:
				        - id: random
				          evaluations: 200
				          replacement: true
				      note: ""
				      rates: [0.5, 0.25]
				      temperature: 2.0
				    objective:
				      proxy:
				        id: naswot
				        hooks: module
				        init: xavier
				        relus: all
				    constraint: "skip_connect <= 1"
				    batch: 1
				""", CanonicalForm.of(experiment(TEXT)).text());
	}

	@Test
	void anyTextSurvives() {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
		for (int round = 0; round < 2000; round++) {
			Experiment experiment = experiment(random);
			assertEquals(experiment, again(CanonicalForm.of(experiment).text()));
		}
	}

	private static Experiment experiment(RandomGenerator random) {
		List<SearchSpec> searches = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			String name = line(random);
			if (names.add(name)) {
				searches.add(new SearchSpec(name, portfolio(random), objective(random),
						random.nextBoolean() ? Optional.empty() : Optional.of("c" + text(random)),
						1 + random.nextInt(100), budget(random)));
			}
		}
		return new Experiment(line(random), text(random),
				new Selection(ContributionKind.SEARCH_SPACE, "nats-tss", Parameters.EMPTY),
				new DatasetSpec(selection(ContributionKind.DATASET, "cifar10", "path", path(random)),
						1 + random.nextInt(500)),
				Optional.of(selection(ContributionKind.BENCHMARK, "table", "path", path(random), "key", text(random),
						"accuracy", text(random), "meaning", text(random))),
				new SeedRange(random.nextLong(1L << 40), 1 + random.nextInt(100_000)),
				random.nextBoolean() ? new Scoring.PerRun() : new Scoring.Fixed(random.nextLong(SeedRange.LARGEST)),
				searches);
	}

	private static Selection portfolio(RandomGenerator random) {
		List<Selection> members = new ArrayList<>();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			members.add(random(random));
		}
		List<Parameters> stages = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			stages.add(Parameters.of(Map.of("length", random.nextLong(1, Long.MAX_VALUE), "kind", "cold")));
		}
		List<Double> rates = random.doubles(random.nextInt(3)).boxed().toList();
		return selection(ContributionKind.STRATEGY, "portfolio", "members", members, "rates", rates, "temperature",
				Math.exp(random.nextGaussian() * 100), "note", text(random), "first", random(random), "stages", stages);
	}

	private static Selection random(RandomGenerator random) {
		return selection(ContributionKind.STRATEGY, "random", "evaluations", 1L + random.nextInt(1000), "replacement",
				random.nextBoolean());
	}

	private static Objective objective(RandomGenerator random) {
		Selection benchmark = selection(ContributionKind.BENCHMARK, "nats-bench", "path", path(random), "set", "x-test",
				"epochs", "12");
		return random.nextBoolean() ? new Objective.Accuracy(benchmark, true)
				: new Objective.Proxy(
						selection(ContributionKind.PROXY, "table", "path", path(random), "column", text(random)));
	}

	private static Budget budget(RandomGenerator random) {
		return new Budget(
				random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.001 + random.nextDouble()),
				random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(1 + random.nextInt(10)),
				random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong(1, Long.MAX_VALUE)));
	}

	private static Selection selection(ContributionKind kind, String id, Object... parameters) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			values.put((String) parameters[i], parameters[i + 1]);
		}
		return new Selection(kind, id, Parameters.of(values));
	}

	private static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(4); i > 0; i--) {
			text.append(HARD.get(random.nextInt(HARD.size())))
					.append(random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : " ");
		}
		return text.toString();
	}

	private static String line(RandomGenerator random) {
		return "n" + text(random).replace('\n', ' ') + "e";
	}

	private static Path path(RandomGenerator random) {
		return Path.of("/p" + text(random)).normalize();
	}

	private static String with(String part, String other) {
		assertTrue(TEXT.contains(part), part);
		return TEXT.replace(part, other);
	}

	@Test
	void whatSaysTheSameHasTheSameHash() throws ProblemException {
		for (String same : List.of(with("name: study", "name: other"), with("question: why", "question: because"),
				with("question: why", "# nothing"), with("path: data", "path: \"${CIFAR10}\""),
				with("proxy: naswot", "proxy: { id: nwot, relus: all } # all"),
				with("proxy: naswot", "objective: { proxy: naswot }"),
				with("dataset:", "scoring: { seed: per-run }\nseeds: {}\ndataset:"),
				with("temperature: 2", "rates: [0.5, 25e-2], temperature: 2.0"))) {
			assertEquals(hash(TEXT), hash(same), same);
		}
	}

	@Test
	void whatSaysSomethingElseHasAnotherHash() throws ProblemException {
		Set<String> hashes = new HashSet<>(Set.of(hash(TEXT)));
		for (String other : List.of(with("name: a", "name: b"), with("temperature: 2", "temperature: 3"),
				with("proxy: naswot", "proxy: synflow"), with("proxy: naswot", "proxy: { id: naswot, relus: live }"),
				with("  constraint: skip_connect <= 1\n", ""), with("<= 1", "<= 2"),
				with("path: data", "path: data, batch: 64"), with("{ id: cifar10, path: data }", "dead-leaves"),
				with("[random]", "[random, random]"), with("[random]", "[exhaustive]"),
				with("dataset:", "seeds: { count: 2 }\ndataset:"), with("dataset:", "seeds: { first: 2 }\ndataset:"),
				with("dataset:", "scoring: { seed: 1 }\ndataset:"),
				with("dataset:", "benchmark: { id: nats-bench, path: data }\ndataset:"),
				with("dataset:", "benchmark: { id: nats-bench, path: data, set: x-valid }\ndataset:"),
				with("  constraint:", "  batch: 2\n  constraint:"),
				with("  constraint:", "  budget: { evaluations: 5 }\n  constraint:"),
				with("  constraint:", "  budget: { seconds: 5 }\n  constraint:"))) {
			assertTrue(hashes.add(hash(other)), other);
		}
	}

	/** As another implementation of SHA-256 gives it for the text above without name, question and path. */
	@Test
	void theHashIsTheSameOnEveryMachine() throws ProblemException {
		assertEquals("45f39317d4f5d0a9eb7c08b2c5fb70a93bba2a609e86f9d5b3703fe7ba2aeaaa", hash(TEXT));
	}
}
