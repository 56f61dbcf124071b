/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.Position;
import org.trainless.experiment.TestFiles;
import org.trainless.experiment.TestTexts;
import org.trainless.experiment.yaml.YamlSketch.Token;
import org.trainless.experiment.yaml.YamlSketch.TokenKind;

class YamlSketchTest {
	private static final int ROUNDS = 4000;

	static List<String> texts() {
		return TestTexts.good();
	}

	/** The parser is the oracle: what it reads, the sketch reads in the same places. */
	@ParameterizedTest
	@MethodSource("texts")
	void agreesWithTheParserOnWhatIsYaml(String text) {
		assertAgrees(text);
	}

	@Test
	void agreesWithTheParserOnWhatOthersWrite() {
		for (var file : TestFiles.bad()) {
			YamlDocument document = new YamlParser().parse("f", TestFiles.text(file));
			if (document.problems().isEmpty() && document.root().orElse(null) instanceof Mapping) {
				assertAgrees(document.text());
			}
		}
	}

	private static void assertAgrees(String text) {
		YamlDocument document = new YamlParser().parse("f", text);
		assertEquals(List.of(), document.problems());
		Map<String, String> expected = new TreeMap<>();
		collect(document.root().orElseThrow(), NodePath.ROOT, expected);
		Map<String, String> sketched = new TreeMap<>();
		collect(YamlSketch.of(text).root().orElseThrow(), NodePath.ROOT, sketched);
		assertEquals(lines(expected), lines(sketched));
	}

	private static String lines(Map<String, String> values) {
		StringBuilder lines = new StringBuilder();
		values.forEach((k, v) -> lines.append(k).append(" -> ").append(v).append('\n'));
		return lines.toString();
	}

	private static void collect(Node node, NodePath path, Map<String, String> values) {
		Position position = node.location().position().orElseThrow();
		String range = position.offset() + "+" + position.length();
		switch (node) {
		case Scalar scalar -> {
			boolean block = scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
			values.put(path.toString(), scalar.raw().isEmpty() ? "nothing"
					: scalar.style() + " " + range + " " + (block ? scalar.raw() : scalar.value()));
		}
		case Mapping mapping -> {
			values.put(path.toString() + "{", range);
			mapping.entries().forEach(e -> {
				values.put(path.child(e.name()) + ":",
						String.valueOf(e.key().location().position().orElseThrow().offset()));
				collect(e.value(), path.child(e.name()), values);
			});
		}
		case Sequence sequence -> {
			values.put(path.toString() + "[", range);
			for (int i = 0; i < sequence.items().size(); i++) {
				collect(sequence.items().get(i), path.child(i), values);
			}
		}
		case Alias alias -> values.put(path.toString(), "alias");
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13 })
	void everyTextHasASketchWhosePartsAreInIt(long seed) {
		RandomGenerator random = TestTexts.random(seed);
		for (int round = 0; round < ROUNDS; round++) {
			String text = TestTexts.mutated(random);
			check(text);
		}
	}

	@Test
	void prefixesOfGoodTexts() {
		for (String text : texts()) {
			for (int length = 0; length <= text.length(); length++) {
				check(text.substring(0, length));
			}
		}
	}

	private static void check(String text) {
		YamlSketch sketch = YamlSketch.of(text);
		int done = 0;
		for (Token token : sketch.tokens()) {
			assertTrue(token.offset() >= done && token.end() <= text.length() && token.length() > 0,
					() -> token + " in:\n" + text);
			done = token.end();
		}
		// nothing but white space, a byte order mark and line ends lies between the parts
		StringBuilder between = new StringBuilder();
		int from = 0;
		for (Token token : sketch.tokens()) {
			between.append(text, from, token.offset());
			from = token.end();
		}
		between.append(text.substring(from));
		assertTrue(between.chars().allMatch(c -> c <= ' ' || c == 0xFEFF), () -> "'" + between + "' of:\n" + text);
		sketch.root().ifPresent(root -> checkTree(text, root));
		for (int offset : List.of(0, text.length() / 2, text.length())) {
			sketch.scalarAt(offset).ifPresent(found -> {
				Position position = found.node().location().position().orElseThrow();
				assertTrue(position.offset() <= offset && offset <= position.offset() + position.length());
			});
		}
	}

	private static void checkTree(String text, Node node) {
		Position position = node.location().position().orElseThrow();
		assertTrue(position.offset() + position.length() <= text.length());
		switch (node) {
		case Scalar scalar ->
			assertEquals(scalar.raw(), text.substring(position.offset(), position.offset() + position.length()));
		case Mapping mapping -> mapping.entries().forEach(e -> {
			checkTree(text, e.key());
			checkTree(text, e.value());
		});
		case Sequence sequence -> sequence.items().forEach(i -> checkTree(text, i));
		case Alias alias -> throw new AssertionError();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{", "- ", "-\n", "a:\n ", "{a: ", "[a, ", "\"", "'\n", "\"\n", "a\n", "a\n ",
			"a: |\n", "- a\n", "a: \"\n", "? ", "a: {\n" })
	void longTextsAreReadSoon(String piece) {
		String text = piece.repeat(YamlParser.MAX_LENGTH / piece.length() / 4);
		assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check(text));
	}

	@Test
	void whatIsNotClosedEndsWithItsBlock() {
		String text = """
				dataset: { id: cifar10, path: "${CIFAR10}
				searches:
				  - name: a
				    strategy: { id: random, evaluations: 3
				    proxy: [ naswot
				  - name: b
				""";
		YamlSketch sketch = YamlSketch.of(text);
		assertEquals("b", value(sketch, "searches.1.name"));
		assertEquals("naswot", value(sketch, "searches.0.proxy.0"));
		assertEquals("random", value(sketch, "searches.0.strategy.id"));
		assertEquals("cifar10", value(sketch, "dataset.id"));
	}

	@Test
	void aWordInThePlaceOfAKeyIsAKeyWithoutColon() {
		String text = "form\nname: x\nsearches:\n  - na\n    strategy: random\n    pro\nspace: { id: a, s }\n";
		YamlSketch sketch = YamlSketch.of(text);
		List<String> keys = new ArrayList<>();
		for (String key : List.of("form", "searches.0.na", "searches.0.pro", "space.s")) {
			NodePath path = NodePath.of(key);
			Mapping holder = (Mapping) find(sketch, path.parent());
			if (!sketch.hasColon(holder.entry(path.last()).orElseThrow().key())) {
				keys.add(key);
			}
		}
		assertEquals(List.of("form", "searches.0.na", "searches.0.pro", "space.s"), keys);
		assertEquals("random", value(sketch, "searches.0.strategy"));
		assertTrue(sketch.hasColon(((Mapping) find(sketch, NodePath.ROOT)).entry("name").orElseThrow().key()));
		assertEquals(4, sketch.tokens().stream().filter(t -> t.kind() == TokenKind.KEY).filter(
				t -> Stream.of("form", "na", "pro", "s").anyMatch(w -> w.equals(text.substring(t.offset(), t.end()))))
				.count());
	}

	@Test
	void findsWhatStandsAtAPlace() {
		YamlSketch sketch = YamlSketch.of("a: { b: cd }\n");
		assertTrue(sketch.scalarAt(0).orElseThrow().key());
		assertEquals("a.b", sketch.scalarAt(10).orElseThrow().path().toString());
		assertFalse(sketch.scalarAt(10).orElseThrow().key());
		assertTrue(sketch.scalarAt(3).isEmpty());
	}

	private static Node find(YamlSketch sketch, NodePath path) {
		return new YamlDocument("", sketch.text(), new LineIndex(sketch.text()), sketch.root(), List.of()).find(path)
				.orElseThrow(() -> new AssertionError("no " + path + " in " + sketch.root()));
	}

	private static String value(YamlSketch sketch, String path) {
		return ((Scalar) find(sketch, NodePath.of(path))).value();
	}
}
