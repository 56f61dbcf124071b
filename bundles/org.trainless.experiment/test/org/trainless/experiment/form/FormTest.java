/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.TestCatalog;
import org.trainless.experiment.TestFiles;
import org.trainless.experiment.TestTexts;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.form.FormField.Shape;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

class FormTest {
	private static final TestCatalog CATALOG = new TestCatalog();
	private static final List<String> INPUTS = List.of("5", "1e-3", "true", "word", "several words", "a: b", " # c",
			"null", "it's \"quoted\" \\", "${COUNT}", "[x], {y}", "0", "-7", "per-run", "skip_connect <= 1");
	private static final String SMALL = "format: 1\nname: x # c\nspace: nats-tss\nsearches:\n- name: a\n"
			+ "  strategy: random # s\n  proxy: naswot\n";

	private static FormModel form(String text) {
		return FormModel.of(CATALOG, TestFiles.read(text));
	}

	private static YamlDocument parse(String text) {
		return new YamlParser().parse("f", text);
	}

	private static String set(String text, String opened, NodePath path, String value) throws ProblemException {
		return new FormEdits(CATALOG, parse(text), parse(opened)).set(path, value).apply(text);
	}

	private static String set(String text, String path, String value) throws ProblemException {
		return set(text, text, NodePath.of(path), value);
	}

	private static List<FormField> all(List<FormField> fields) {
		List<FormField> all = new ArrayList<>();
		fields.forEach(f -> {
			all.add(f);
			all.addAll(all(f.children()));
		});
		return all;
	}

	private static String outline(List<FormField> fields, String indent) {
		return fields.stream()
				.map(f -> indent + f.shape() + " " + f.path().last() + (f.present() ? " = " + f.text() : "")
						+ f.usual().map(u -> " (" + u + ")").orElse("") + (f.problems().isEmpty() ? "" : " !") + "\n"
						+ outline(f.children(), indent + "  "))
				.collect(Collectors.joining());
	}

	@Test
	void fieldsAreMadeOfWhatIsDeclared() {
		assertEquals(
				"""
						VALUE format = 1
						VALUE name = x
						VALUE question
						CONTRIBUTION space = nats-tss
						CONTRIBUTION dataset (dead-leaves)
						  VALUE seed (1)
						  VALUE batch (128)
						CONTRIBUTION benchmark
						GROUP seeds
						  VALUE first (1)
						  VALUE count (1)
						GROUP scoring
						  VALUE seed (per-run)
						ITEMS searches =\s
						  GROUP 0 =\s
						    VALUE name = a
						    CONTRIBUTION strategy = portfolio
						      ITEMS members
						      LIST rates = 0.5, 1 (0.5, 0.25)
						      VALUE temperature (1.5)
						      VALUE note
						      CONTRIBUTION first (random)
						        VALUE evaluations (7)
						        VALUE replacement (true)
						      ITEMS stages =\s
						        GROUP 0 =\s
						          VALUE length = 3
						          VALUE kind = hot (warm) !
						    CONTRIBUTION proxy = naswot
						      VALUE hooks (module)
						      VALUE relus (all)
						      VALUE init (xavier)
						    GROUP objective
						      CONTRIBUTION proxy
						      CONTRIBUTION benchmark
						      VALUE test-accuracy
						    VALUE constraint
						    VALUE batch (1)
						    GROUP budget
						      VALUE seconds
						      VALUE training-seconds
						      VALUE evaluations
						""", outline(
						form(SMALL.replace("random # s",
								"{ id: portfolio, rates: [0.5, 1], stages: [ { length: 3, kind: hot } ] }")).fields(),
						""));
	}

	@Test
	void problemsStandAtTheirFields() {
		FormModel form = form(SMALL.replace("random", "{ id: rea, population: 0, warmup: { count: 3 } }")
				.replace("nats-tss", "nats-ts") + "seeds: { count: 2, nonsense: 3 }\n");
		assertEquals(
				List.of("space unknown-contribution", "seeds unknown-key",
						"searches.0.strategy.population out-of-bounds", "searches.0.strategy.warmup.proxy missing-key"),
				all(form.fields()).stream().flatMap(f -> f.problems().stream().map(p -> f.path() + " " + p.code()))
						.toList());
		assertEquals(List.of("format"), all(form(SMALL.replace("format: 1\n", "")).fields()).stream()
				.filter(f -> !f.problems().isEmpty()).map(f -> f.path().toString()).toList());
	}

	@Test
	void everyProblemOfTheCorpusIsShownOnce() {
		for (Path file : TestFiles.bad()) {
			ExperimentResult result = TestFiles.read(TestFiles.text(file));
			FormModel form = FormModel.of(CATALOG, result);
			if (form.broken().isPresent()) {
				assertTrue(result.problems().contains(form.broken().get()), file::toString);
				continue;
			}
			List<Problem> shown = new ArrayList<>(form.problems());
			all(form.fields()).forEach(f -> shown.addAll(f.problems()));
			assertEquals(result.problems().size(), shown.size(), file::toString);
			assertTrue(shown.containsAll(result.problems()), file::toString);
		}
	}

	@Test
	void aBrokenTextSaysWhy() {
		assertEquals("yaml-syntax", form("format: 1\nname: { x\n").broken().orElseThrow().code());
		assertEquals("newer-format", form("format: 7\n").broken().orElseThrow().code());
		assertEquals("empty-file", form("").broken().orElseThrow().code());
		assertEquals("wrong-type", form("- a\n").broken().orElseThrow().code());
	}

	private static boolean isEntered(FormField field) {
		return field.shape() == Shape.VALUE || field.shape() == Shape.LIST;
	}

	/** What a form promises: an input changes the bytes of its value alone, and typing the old one back all of them. */
	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void anInputChangesOnlyItsValueAndTypingTheOldOneBackRestoresTheFile(String text) throws ProblemException {
		int changes = 0;
		for (FormField field : all(form(text).fields())) {
			if (!field.present() || !isEntered(field)) {
				continue;
			}
			Position place = parse(text).find(field.path()).orElseThrow().location().position().orElseThrow();
			for (String input : INPUTS) {
				String changed;
				try {
					TextEdit edit = new FormEdits(CATALOG, parse(text), parse(text)).set(field.path(), input);
					assertTrue(
							edit.isEmpty() || edit.offset() >= place.offset()
									&& edit.offset() + edit.length() <= place.offset() + place.length(),
							() -> edit.toString());
					changed = edit.apply(text);
				} catch (ProblemException e) {
					assertEquals(Shape.LIST, field.shape(), e::toString);
					continue;
				}
				assertEquals(text.substring(0, place.offset()), changed.substring(0, place.offset()));
				assertTrue(changed.endsWith(text.substring(place.offset() + place.length())));
				if (field.shape() == Shape.VALUE) {
					assertEquals(input, ((Scalar) parse(changed).find(field.path()).orElseThrow()).value());
				}
				assertEquals(text, set(changed, text, field.path(), field.text()), () -> field.path() + " " + input);
				changes++;
			}
		}
		assertTrue(changes > 30);
	}

	/** Fields that the file does not state are added and, when they are emptied, gone without a trace. */
	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void whatIsAddedGoesWithoutATrace(String text) throws ProblemException {
		int added = 0;
		for (FormField field : all(form(text).fields())) {
			boolean possible = !field.present() && field.shape() == Shape.VALUE && !field.parameter().required();
			if (possible) {
				String changed = set(text, text, field.path(), "7");
				FormField now = form(changed).find(field.path()).orElseThrow();
				assertEquals("7", now.text(), field.path()::toString);
				assertEquals(comments(text), comments(changed));
				String back = set(changed, text, field.path(), "");
				boolean named = form(text).find(field.path().parent())
						.filter(f -> !f.present() && f.shape() == Shape.CONTRIBUTION).isPresent();
				// a dataset that had to be named to be given a parameter stays named
				assertEquals(named ? back : text, back, field.path()::toString);
				added++;
			}
		}
		assertTrue(added > 5);
	}

	private static List<String> comments(String text) {
		return text.lines().filter(l -> l.contains("#")).map(l -> l.substring(l.indexOf('#'))).toList();
	}

	/** As a user does: many fields are changed in any order, and all of them back. */
	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void manyInputsAndAllBackRestoreTheFile(String text) throws ProblemException {
		RandomGenerator random = TestTexts.random(text.length());
		List<FormField> fields = new ArrayList<>(all(form(text).fields()).stream().filter(FormField::present)
				.filter(f -> f.shape() == Shape.VALUE).toList());
		for (int round = 0; round < 10; round++) {
			String changed = text;
			for (int i = 0; i < 15; i++) {
				changed = set(changed, text, fields.get(random.nextInt(fields.size())).path(),
						INPUTS.get(random.nextInt(INPUTS.size())));
			}
			assertEquals(comments(text).size(), comments(changed).stream().filter(c -> !c.startsWith("# c\"")).count());
			Collections.shuffle(fields, new java.util.Random(round));
			for (FormField field : fields) {
				changed = set(changed, text, field.path(), field.text());
			}
			assertEquals(text, changed);
		}
	}

	@Test
	void choosesContributions() throws ProblemException {
		assertEquals(SMALL.replace("random", "exhaustive"), set(SMALL, "searches.0.strategy", "exhaustive"));
		String text = SMALL.replace("random", "{ id: rea, population: 3, evaluations: 7 }");
		String changed = set(text, "searches.0.strategy", "random");
		assertEquals(SMALL.replace("random", "{ id: random, evaluations: 7 }"), changed);
		assertEquals(text, set(changed, text, NodePath.of("searches.0.strategy"), "rea"),
				"chosen again, it is as it was in the file");
		assertEquals(SMALL + "dataset: noise\n", set(SMALL, "dataset", "noise"));
		assertEquals(SMALL + "dataset: { id: dead-leaves, batch: 64 }\n", set(SMALL, "dataset.batch", "64"));
		assertEquals(SMALL + "seeds: { count: 3 }\n", set(SMALL, "seeds.count", "3"));
		assertEquals(SMALL.replace("random", "{ id: random, evaluations: 9 }"),
				set(SMALL, "searches.0.strategy.evaluations", "9"));
		assertEquals(SMALL.replace("random", "{ id: portfolio, first: { id: random, evaluations: 9 } }"),
				set(SMALL.replace("random", "{ id: portfolio }"), "searches.0.strategy.first.evaluations", "9"));
		assertEquals(SMALL + "seeds: { count: \"${COUNT}\" }\n", set(SMALL, "seeds.count", "${COUNT}"));
		assertEquals(SMALL, set(SMALL + "seeds: { count: 3 }\n", "seeds.count", ""));
	}

	@Test
	void unknownContributionsKeepTheirSettings() throws ProblemException {
		String text = SMALL.replace("random", "{ id: not-installed, depth: 3 }");
		FormField field = form(text).find(NodePath.of("searches.0.strategy")).orElseThrow();
		assertEquals("not-installed", field.text());
		assertTrue(field.contribution().isEmpty());
		assertEquals(text.replace("naswot", "synflow"), set(text, "searches.0.proxy", "synflow"));
		assertEquals(text.replace("not-installed", "neither"), set(text, "searches.0.strategy", "neither"));
	}

	private static FormEdits edits(String text) {
		return new FormEdits(CATALOG, parse(text), parse(text));
	}

	@Test
	void addsDuplicatesMovesAndRemovesSearches() throws ProblemException {
		String second = "# about b\n- name: b # bee\n  strategy: exhaustive\n  proxy: synflow\n";
		String text = SMALL + second;
		assertEquals(text + "- name: search\n  strategy: exhaustive\n  proxy: synflow\n",
				edits(text).addSearch().apply(text));
		String none = SMALL.substring(0, SMALL.indexOf("searches"));
		assertTrue(TestFiles.read(edits(none).addSearch().apply(none)).experiment().isPresent());
		assertEquals(text + "- name: b (2) # bee\n  strategy: exhaustive\n  proxy: synflow\n",
				edits(text).duplicate(NodePath.of("searches.1")).apply(text));
		String moved = edits(text).move(NodePath.of("searches.1"), false).apply(text);
		assertEquals(SMALL.replace("- name: a", second + "- name: a"), moved);
		assertEquals(text, edits(moved).move(NodePath.of("searches.0"), true).apply(moved));
		assertTrue(edits(text).move(NodePath.of("searches.0"), false).isEmpty());
		assertTrue(edits(text).move(NodePath.of("searches.1"), true).isEmpty());
		assertFalse(edits(text).removeItem(NodePath.of("searches.0")).apply(text).contains("name: a"));
		String item = SMALL.replace("random", "{ id: portfolio }");
		assertTrue(edits(item).addItem(NodePath.of("searches.0.strategy.stages")).apply(item).contains("length"));
		assertTrue(edits(item).addItem(NodePath.of("searches.0.strategy.members")).apply(item)
				.contains("members: [exhaustive]"));
	}

	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void movingThereAndBackAndRemovingACopyRestoreTheFile(String text) throws ProblemException {
		int searches = form(text).find(NodePath.of("searches")).orElseThrow().children().size();
		for (int i = 0; i < searches; i++) {
			NodePath path = NodePath.of("searches." + i);
			String copied = edits(text).duplicate(path).apply(text);
			assertEquals(searches + 1, form(copied).find(NodePath.of("searches")).orElseThrow().children().size());
			assertTrue(TestFiles.read(copied).problems().stream().noneMatch(p -> p.code().equals("duplicate-name")));
			assertEquals(text, edits(copied).removeItem(NodePath.of("searches." + (i + 1))).apply(copied));
			if (i + 1 < searches) {
				String moved = edits(text).move(path, true).apply(text);
				assertFalse(moved.equals(text));
				assertEquals(comments(text).stream().sorted().toList(), comments(moved).stream().sorted().toList());
				assertEquals(text, edits(moved).move(path, true).apply(moved));
			}
		}
	}

	@Test
	void neverFailsOnAnyText() {
		RandomGenerator random = TestTexts.random(51);
		int shown = 0;
		int refused = 0;
		for (int round = 0; round < 600; round++) {
			String text = TestTexts.mutated(random);
			List<FormField> fields = all(form(text).fields()).stream()
					.filter(f -> f.shape() == Shape.VALUE || f.parameter().type() == ParameterType.CONTRIBUTION)
					.toList();
			for (int i = 0; i < 3 && !fields.isEmpty(); i++) {
				FormField field = fields.get(random.nextInt(fields.size()));
				try {
					String changed = set(text, text, field.path(), INPUTS.get(random.nextInt(INPUTS.size())));
					assertEquals(List.of(), parse(changed).problems());
				} catch (ProblemException e) {
					refused++;
				}
				shown++;
			}
		}
		assertTrue(shown > 500 && refused < shown / 10, shown + " inputs, " + refused + " refused");
	}
}
