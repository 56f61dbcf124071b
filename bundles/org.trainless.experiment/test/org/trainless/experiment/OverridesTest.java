/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

class OverridesTest {
	private static final String TEXT = """
			format: 1
			name: study
			space: nats-tss
			searches:
			- name: a
			  strategy: { id: regularized-evolution, population: 20 }
			  proxy: naswot
			- name: b
			  strategy: random
			  proxy: { id: synflow, bn: reductions }
			""";

	private static ExperimentResult read(String... overrides) {
		return new ExperimentReader(TestFiles.context().withOverrides(List.of(overrides))).read("study.nas.yaml", TEXT);
	}

	private static Experiment experiment(String... overrides) throws ProblemException {
		return read(overrides).orElseThrow();
	}

	@Test
	void replacesAValue() throws ProblemException {
		Selection strategy = experiment("searches.0.strategy.population=50").searches().get(0).strategy();
		assertEquals(50, strategy.parameters().integer("population"));
		assertEquals("regularized-evolution", strategy.id());
	}

	@Test
	void addsKeysThatAreMissing() throws ProblemException {
		Experiment experiment = experiment("seeds.count=3", "searches.0.budget.evaluations=7", "scoring.seed=1",
				"searches.1.constraint=skip_connect <= 1", "dataset=noise", "dataset.batch=16");
		assertEquals(new SeedRange(1, 3), experiment.seeds());
		assertEquals(7, experiment.searches().get(0).budget().evaluations().orElseThrow());
		assertEquals(new Scoring.Fixed(1), experiment.scoring());
		assertEquals(Optional.of("skip_connect <= 1"), experiment.searches().get(1).constraint());
		assertEquals("noise", experiment.dataset().selection().id());
		assertEquals(16, experiment.dataset().batch());
	}

	@Test
	void givesParametersToABareId() throws ProblemException {
		Selection strategy = experiment("searches.1.strategy.evaluations=9").searches().get(1).strategy();
		assertEquals("random", strategy.id());
		assertEquals(9, strategy.parameters().integer("evaluations"));
	}

	@Test
	void takesWholeValuesInYaml() throws ProblemException {
		Experiment experiment = experiment("searches.1.strategy={ id: random, evaluations: 3 }",
				"seeds={first: 4, count: 2}", "searches.0.proxy=synflow", "question=\"a: b\"", "name= 'c' ");
		assertEquals(3, experiment.searches().get(1).strategy().parameters().integer("evaluations"));
		assertEquals(new SeedRange(4, 2), experiment.seeds());
		assertEquals("synflow", ((Objective.Proxy) experiment.searches().get(0).objective()).proxy().id());
		assertEquals("a: b", experiment.question());
		assertEquals("c", experiment.name());
	}

	@Test
	void takesOtherValuesAsTheyStand() throws ProblemException {
		Experiment experiment = experiment("question=why: a = b, #1?", "dataset={ id: cifar10, path: '${CIFAR10}' }");
		assertEquals("why: a = b, #1?", experiment.question());
		assertEquals(Path.of("/data/cifar10"), experiment.dataset().selection().parameters().path("path"));
	}

	@Test
	void theLastOfEqualKeysHolds() throws ProblemException {
		assertEquals(2, experiment("seeds.count=5", "seeds.count=2").seeds().count());
	}

	@Test
	void theDocumentIsTheFileAsItStands() {
		ExperimentResult result = read("searches.0.strategy.population=50");
		assertEquals(TEXT, result.document().text());
		assertTrue(result.document().root().orElseThrow().toString().contains("value=20"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "seeds.count=x|-D seeds.count=x: 'count' must be a whole number, but is 'x'",
			"seeds.cuont=3|-D seeds.cuont=3: unknown key 'cuont' (did you mean 'count'?)",
			"seed.count=3|-D seed.count=3: unknown key 'seed' (did you mean 'seeds'?)",
			"searches.0.strategy.popualtion=3|-D searches.0.strategy.popualtion=3: unknown key 'popualtion' (did you mean 'population'?)",
			"searches.0.strategy.population=0|-D searches.0.strategy.population=0: 'population' must be between 1 and 10000, but is '0'",
			"searches.2.name=c|-D searches.2.name=c: 'searches' has no item '2' (its items are numbered from 0 to 1)",
			"searches.b.name=c|-D searches.b.name=c: 'searches' has no item 'b' (its items are numbered from 0 to 1)",
			"searches.00.name=c|-D searches.00.name=c: 'searches' has no item '00' (its items are numbered from 0 to 1)",
			"searches.1.name=a|-D searches.1.name=a: two searches are named 'a' (the first is in line 5; give each its own name)",
			"searches.0.proxy=sinflow|-D searches.0.proxy=sinflow: unknown proxy 'sinflow' (did you mean 'synflow'?)",
			"name.first=c|-D name.first=c: 'name' must be a single value, but is a mapping of keys",
			"dataset.path=x|-D dataset.path=x: the key 'id' is missing in 'dataset': which dataset? (add 'id: …' with one of: cifar10, dead-leaves, noise)",
			"dataset=cifar10|-D dataset=cifar10: the key 'path' is missing in 'dataset' (add 'path: …')",
			"dataset={ id: cifar10, path: '${NONE}' }|-D dataset={ id: cifar10, path: '${NONE}' }: the variable NONE is not set (set it in the environment or in the preferences, or write the value itself)",
			"seeds={ count: 3|-D seeds={ count: 3: the value is not YAML: the '{' that opens here is never closed (add the closing '}')",
			"seeds.count=|-D seeds.count=: 'count' has no value (write a value, or remove the key)",
			"seeds|-D seeds: an override must be of the form key=value (write for example -D seeds.count=3)",
			"=3|-D =3: an override must be of the form key=value (write for example -D seeds.count=3)",
			"seeds..count=3|-D seeds..count=3: a step of the key is empty (write keys joined by single dots, for example searches.0.strategy.population)",
			"format=2|-D format=2: the file is of format '2'; this version of Trainless reads format 1 (use a newer version of Trainless)" })
	void problemsNameTheOverride(String override, String expected) {
		ExperimentResult result = read(override);
		assertEquals(List.of(expected), result.problems().stream().map(Problem::toLine).toList());
		assertTrue(result.experiment().isEmpty());
	}

	@Test
	void problemsOfTheFileComeFirst() {
		ExperimentResult result = new ExperimentReader(TestFiles.context().withOverrides(List.of("seeds.count=x")))
				.read("study.nas.yaml", TEXT + "sedes: 3\n");
		assertEquals(List.of("unknown-key", "wrong-type"), result.problems().stream().map(Problem::code).toList());
	}

	@Test
	void anEndlessOverrideIsShortInMessages() {
		List<Problem> problems = read("x." + "y".repeat(10_000) + "=1").problems();
		assertEquals(1, problems.size());
		assertTrue(problems.get(0).toLine().length() < 300);
		assertEquals("bad-override", read("a.".repeat(10_000) + "a=1").problems().get(0).code());
	}
}
