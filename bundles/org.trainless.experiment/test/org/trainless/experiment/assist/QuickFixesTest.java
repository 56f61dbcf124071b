/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.TestFiles;
import org.trainless.experiment.TestTexts;

class QuickFixesTest {
	private static final String HEAD = "format: 1\nname: x # the name\nspace: nats-tss\n";
	private static final String SEARCHES = "searches:\n- name: a\n  strategy: random\n  proxy: naswot\n";

	private static List<QuickFix> fixes(String text, String code) {
		ExperimentResult result = TestFiles.read(text);
		Problem problem = result.problems().stream().filter(p -> p.code().equals(code)).findFirst()
				.orElseThrow(() -> new AssertionError("only " + result.problems()));
		List<QuickFix> fixes = new QuickFixes(TestFiles.context()).fixes(result, problem);
		assertTrue(fixes.isEmpty() || QuickFixes.mayMend(code), code);
		return fixes;
	}

	private static String fixed(String text, String code, String label) {
		List<QuickFix> fixes = fixes(text, code);
		return fixes.stream().filter(f -> f.label().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("only " + fixes)).edit().apply(text);
	}

	@Test
	void changesAKeyToTheNearest() {
		assertEquals(HEAD + SEARCHES,
				fixed(HEAD.replace("space", "spcae") + SEARCHES, "unknown-key", "Change to 'space'"));
		assertEquals(HEAD + "seeds: { count: 3 }\n" + SEARCHES,
				fixed(HEAD + "seeds: { cuont: 3 }\n" + SEARCHES, "unknown-key", "Change to 'count'"));
		assertEquals(HEAD + SEARCHES, fixed(HEAD + "hello: 1\n" + SEARCHES, "unknown-key", "Remove 'hello'"));
		String misplaced = HEAD + SEARCHES + "  population: 3\n";
		assertEquals(HEAD + SEARCHES.replace("random", "{ id: rea, population: 3 }"),
				fixed(misplaced.replace("random", "rea"), "unknown-key", "Move into 'strategy'"));
		assertEquals(HEAD + SEARCHES + "  batch: 2\n",
				fixed(HEAD + "searches:\n- name: a\n  strategy: { id: random, batch: 2 }\n  proxy: naswot\n",
						"unknown-key", "Move one level up").replace("{ id: random }", "random"));
	}

	@Test
	void addsAMissingKey() {
		assertEquals(HEAD.replace("format: 1\n", "") + SEARCHES + "format: 1\n",
				fixed(HEAD.replace("format: 1\n", "") + SEARCHES, "missing-key", "Add 'format: 1'"));
		assertEquals(HEAD + SEARCHES.replace("  strategy: random\n", "") + "  strategy: exhaustive\n", fixed(
				HEAD + SEARCHES.replace("  strategy: random\n", ""), "missing-key", "Add 'strategy: exhaustive'"));
		assertEquals(HEAD + SEARCHES.replace("naswot", "synflow"),
				fixed(HEAD + SEARCHES.replace("  proxy: naswot\n", ""), "missing-key", "Add 'proxy: synflow'"));
		assertEquals(HEAD + SEARCHES + "dataset: { batch: 3, id: noise }\n",
				fixed(HEAD + SEARCHES + "dataset: { batch: 3 }\n", "missing-key", "Add 'id: noise'"));
		assertEquals(HEAD + SEARCHES + "dataset: { id: cifar10, path: path }\n",
				fixed(HEAD + SEARCHES + "dataset: cifar10\n", "missing-key", "Add 'path: \u2026'"));
	}

	@Test
	void replacesWhatIsUnknownOrDeprecated() {
		assertEquals(HEAD + SEARCHES,
				fixed(HEAD + SEARCHES.replace("naswot", "naswto"), "unknown-contribution", "Change to 'naswot'"));
		assertEquals("Change to 'naswot'",
				fixes(HEAD + SEARCHES.replace("naswot", "naswto"), "unknown-contribution").get(0).label());
		assertEquals(HEAD + SEARCHES.replace("random", "{ id: regularized-evolution, evaluations: 3 } # c"),
				fixed(HEAD + SEARCHES.replace("random", "{ id: aging-evolution, evaluations: 3 } # c"),
						"deprecated-contribution", "Replace by 'regularized-evolution'"));
	}

	@Test
	void changesValues() {
		String strategy = SEARCHES.replace("random", "{ id: rea, population: 0, mutation: egde } # c");
		assertEquals(HEAD + strategy.replace("0", "1"), fixed(HEAD + strategy, "out-of-bounds", "Change to 1"));
		assertEquals(HEAD + strategy.replace("population: 0, ", ""),
				fixed(HEAD + strategy, "out-of-bounds", "Remove 'population', whose default is 50"));
		assertEquals("Change to 'edge'", fixes(HEAD + strategy, "bad-choice").get(0).label());
		assertEquals(HEAD + "seeds: { count: 3 }\n" + SEARCHES,
				fixed(HEAD + "seeds: { count: '3' }\n" + SEARCHES, "wrong-type", "Change to 3"));
		assertEquals(HEAD + "seeds: { count: 1000 }\n" + SEARCHES,
				fixed(HEAD + "seeds: { count: 1_000 }\n" + SEARCHES, "wrong-type", "Change to 1000"));
		assertEquals(HEAD + SEARCHES.replace("random", "{ id: random, replacement: false }"), fixed(
				HEAD + SEARCHES.replace("random", "{ id: random, replacement: no }"), "wrong-type", "Change to false"));
		assertEquals(HEAD + SEARCHES, fixed(HEAD + "seeds:\n" + SEARCHES, "missing-value", "Remove 'seeds'"));
		assertEquals(HEAD + SEARCHES + SEARCHES.replace("searches:\n", "").replace("name: a", "name: a (2)"), fixed(
				HEAD + SEARCHES + SEARCHES.replace("searches:\n", ""), "duplicate-name", "Give it a name of its own"));
	}

	@Test
	void mendsSyntax() {
		assertEquals(HEAD + SEARCHES.replace("random", "{ id: random }"),
				fixed(HEAD + SEARCHES.replace("random", "{ id: random"), "yaml-syntax", "Add the closing }"));
		assertEquals(HEAD + SEARCHES.replace("name: a", "name: \"a: b\""),
				fixed(HEAD + SEARCHES.replace("name: a", "name: a: b"), "yaml-syntax", "Put the value in quotes"));
		assertEquals(HEAD + SEARCHES,
				fixed(HEAD + SEARCHES.replace("  proxy", "\tproxy"), "yaml-syntax", "Indent with spaces"));
		assertEquals(HEAD + SEARCHES, fixed(HEAD + "space: x\n" + SEARCHES, "duplicate-key", "Remove this line"));
		assertEquals(HEAD + "dataset: { id: cifar10, path: \"${CIFAR10}\" }\n" + SEARCHES, fixed(
				HEAD + "dataset: { id: cifar10, path: ${CIFAR10} }\n" + SEARCHES, "yaml-syntax", "Put it in quotes"));
	}

	static List<Path> bad() {
		return TestFiles.bad();
	}

	/** The corpus has a problem of every kind; a fix of any of them mends it and keeps all comments. */
	@ParameterizedTest
	@MethodSource("bad")
	void everyFixOfTheCorpusMendsItsProblem(Path file) {
		String text = TestFiles.text(file);
		ExperimentResult result = TestFiles.read(text);
		for (Problem problem : result.problems()) {
			for (QuickFix fix : new QuickFixes(TestFiles.context()).fixes(result, problem)) {
				String changed = fix.edit().apply(text);
				List<Problem> left = TestFiles.read(changed).problems();
				assertTrue(count(left, problem) < count(result.problems(), problem)
						|| !result.document().problems().isEmpty(), () -> fix + " of " + problem);
			}
		}
	}

	private static long count(List<Problem> problems, Problem problem) {
		return problems.stream().filter(p -> p.code().equals(problem.code()) && p.message().equals(problem.message()))
				.count();
	}

	@Test
	void mostProblemsHaveAFix() {
		TreeMap<String, Integer> fixes = new TreeMap<>();
		Set<String> codes = new TreeSet<>();
		for (Path file : TestFiles.bad()) {
			ExperimentResult result = TestFiles.read(TestFiles.text(file));
			for (Problem problem : result.problems()) {
				codes.add(problem.code());
				fixes.merge(problem.code(), new QuickFixes(TestFiles.context()).fixes(result, problem).size(),
						Integer::sum);
			}
		}
		for (String code : List.of("unknown-key", "missing-key", "unknown-contribution", "deprecated-contribution",
				"out-of-bounds", "bad-choice", "wrong-type", "missing-value", "duplicate-name", "duplicate-key",
				"conflicting-keys", "test-accuracy", "missing-benchmark", "yaml-syntax")) {
			assertTrue(codes.contains(code), code);
			assertTrue(fixes.get(code) > 0, () -> "no fix of any " + code);
		}
	}

	@Test
	void neverFails() {
		RandomGenerator random = TestTexts.random(31);
		int found = 0;
		for (int round = 0; round < 400; round++) {
			String text = TestTexts.mutated(random);
			ExperimentResult result = TestFiles.read(text);
			for (Problem problem : result.problems().stream().limit(3).toList()) {
				for (QuickFix fix : new QuickFixes(TestFiles.context()).fixes(result, problem)) {
					assertTrue(fix.edit().offset() + fix.edit().length() <= text.length());
					found++;
				}
			}
		}
		assertTrue(found > 200, "only " + found);
	}
}
