/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.TestFiles;
import org.trainless.experiment.edit.NewValue.Fields;
import org.trainless.experiment.edit.NewValue.Items;
import org.trainless.experiment.edit.NewValue.Literal;
import org.trainless.experiment.edit.NewValue.Text;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

class TextEditsTest {
	private static final List<NewValue> VALUES = List.of(new Literal("5"), new Literal("1.5e-3"), new Literal("true"),
			new Text("word"), new Text("several words"), new Text("a: b"), new Text(" # c"), new Text(""),
			new Text("null"), new Text("12"), new Text("it's \"quoted\" \\"), new Text("${VARIABLE}/x"),
			new Text("[x], {y}"), new Text("two\nlines"), new Text("x\n\n  y\n"), new Text("- x"),
			new Text("\u00e9\uD83D\uDE00\u2028"), new Text("skip_connect <= 1"), new Text("a,b"));

	/** The good files, with both ends of lines, and one with layouts that are rare but allowed. */
	static List<String> texts() {
		String rare = """
				a:   # after the key
				b: ~
				"c d" : 'x'   # after the value
				e:
				- 1
				-
				- - in
				  - out
				-   k: v
				    l: {  m:   n  , o , p: [ ] , }
				f: |
				  text

				   more

				# before g
				g: >-
				     folded
				     text
				h: { }
				i: plain over
				  two lines
				j: "double over
				  two lines"
				l: last""";
		List<String> good = TestFiles.good().stream().map(TestFiles::text).toList();
		return Stream.concat(Stream.concat(good.stream(), Stream.of(rare)),
				Stream.concat(good.stream(), Stream.of(rare)).map(t -> t.replace("\n", "\r\n"))).toList();
	}

	private static YamlDocument parse(String text) {
		YamlDocument document = new YamlParser().parse("f", text);
		assertEquals(List.of(), document.problems(), text);
		return document;
	}

	private static RandomGenerator random(long seed) {
		return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	private static List<NodePath> scalars(YamlDocument document) {
		List<NodePath> paths = new ArrayList<>();
		collect(document.root().orElseThrow(), NodePath.ROOT, paths, true);
		return paths;
	}

	private static void collect(Node node, NodePath path, List<NodePath> paths, boolean scalars) {
		if (node instanceof Scalar == scalars && !path.isRoot()) {
			paths.add(path);
		}
		if (node instanceof Mapping mapping) {
			mapping.entries().forEach(e -> collect(e.value(), path.child(e.name()), paths, scalars));
		} else if (node instanceof Sequence sequence) {
			for (int i = 0; i < sequence.items().size(); i++) {
				collect(sequence.items().get(i), path.child(i), paths, scalars);
			}
		}
	}

	private static NewValue valueOf(Scalar scalar, NewValue like) {
		return like instanceof Literal && scalar.style() == ScalarStyle.PLAIN && scalar.value().matches("[0-9.]+")
				? new Literal(scalar.value())
				: new Text(scalar.value());
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aValueChangesOnlyItsCharactersAndTypingTheOldOneBackRestoresTheFile(String text) throws ProblemException {
		YamlDocument opened = parse(text);
		for (NodePath path : scalars(opened)) {
			Scalar scalar = (Scalar) opened.find(path).orElseThrow();
			Position place = scalar.location().position().orElseThrow();
			for (NewValue value : VALUES) {
				TextEdit edit = TextEdits.of(opened).set(path, value);
				if (!edit.isEmpty()) {
					assertTrue(edit.offset() >= place.offset(), "begins with the value");
					assertTrue(edit.offset() + edit.length() <= place.offset() + place.length(), "ends with the value");
				}
				YamlDocument changed = parse(edit.apply(text));
				Scalar now = (Scalar) changed.find(path).orElseThrow();
				assertEquals(value instanceof Text t ? t.text() : ((Literal) value).text(), now.value());
				assertFalse(value instanceof Text && !edit.isEmpty() && now.isNull(), "a text is never nothing");
				TextEdit back = TextEdits.of(changed).remembering(opened).set(path, valueOf(scalar, value));
				assertEquals(text, back.apply(changed.text()), () -> path + " to " + value);
			}
		}
	}

	/** As a user does: many fields are changed, in any order, and all of them back. */
	@ParameterizedTest
	@MethodSource("texts")
	void manyChangesAndAllBackRestoreTheFile(String text) throws ProblemException {
		RandomGenerator random = random(text.length());
		YamlDocument opened = parse(text);
		List<NodePath> paths = scalars(opened);
		for (int round = 0; round < 20; round++) {
			YamlDocument document = opened;
			for (int i = 0; i < 20; i++) {
				document = changed(document, opened, paths.get(random.nextInt(paths.size())),
						VALUES.get(random.nextInt(VALUES.size())));
			}
			List<NodePath> order = new ArrayList<>(paths);
			java.util.Collections.shuffle(order, random);
			for (NodePath path : order) {
				document = changed(document, opened, path,
						new Text(((Scalar) opened.find(path).orElseThrow()).value()));
			}
			assertEquals(text, document.text());
		}
	}

	private static YamlDocument changed(YamlDocument document, YamlDocument opened, NodePath path, NewValue value)
			throws ProblemException {
		return parse(TextEdits.of(document).remembering(opened).set(path, value).apply(document.text()));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void addingAKeyAndRemovingItRestoresTheFile(String text) throws ProblemException {
		YamlDocument opened = parse(text);
		List<NodePath> paths = new ArrayList<>(List.of(NodePath.ROOT));
		collect(opened.root().orElseThrow(), NodePath.ROOT, paths, false);
		int added = 0;
		for (NodePath path : paths) {
			if (opened.find(path).orElseThrow() instanceof Mapping mapping) {
				for (NodePath key : List.of(path.child("new"), path.child("new").child("group").child("key"))) {
					TextEdit edit = TextEdits.of(opened).set(key, new Text("value"));
					assertTrue(mapping.entries().isEmpty() || edit.length() == 0, "nothing that is there is touched");
					YamlDocument changed = parse(edit.apply(text));
					assertEquals("value", ((Scalar) changed.find(key).orElseThrow()).value());
					TextEdit back = TextEdits.of(changed).remembering(opened).remove(key);
					assertEquals(text, back.apply(changed.text()), key::toString);
					added++;
				}
			}
		}
		assertTrue(added > 0);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void removingChangesNothingElse(String text) throws ProblemException {
		YamlDocument opened = parse(text);
		List<NodePath> paths = scalars(opened);
		collect(opened.root().orElseThrow(), NodePath.ROOT, paths, false);
		for (NodePath path : paths) {
			TextEdit edit = TextEdits.of(opened).remove(path);
			YamlDocument changed = parse(edit.apply(text));
			Node holder = opened.find(path.parent()).orElseThrow();
			if (holder instanceof Mapping mapping && mapping.entries().size() > 1) {
				assertEquals(Optional.empty(), changed.find(path), path::toString);
			} else if (holder instanceof Sequence sequence) {
				assertEquals(sequence.items().size() - 1,
						((Sequence) changed.find(path.parent()).orElseThrow()).items().size());
			}
			if (opened.find(path).orElseThrow() instanceof Scalar) {
				assertEquals(comments(text), comments(changed.text()), path::toString);
			}
		}
	}

	/** Comments in lines of their own. */
	private static List<String> comments(String text) {
		return text.lines().map(String::strip).filter(l -> l.startsWith("#")).toList();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void insertingAnItemAndRemovingItRestoresTheFile(String text) throws ProblemException {
		YamlDocument opened = parse(text);
		List<NodePath> paths = new ArrayList<>();
		collect(opened.root().orElseThrow(), NodePath.ROOT, paths, false);
		Map<String, NewValue> keys = new LinkedHashMap<>();
		keys.put("name", new Text("a: new one"));
		keys.put("strategy", new Fields(Map.of("id", new Text("random"))));
		keys.put("list", new Items(List.of(new Literal("1"), new Text("2"))));
		for (NodePath path : paths) {
			if (opened.find(path).orElseThrow() instanceof Sequence sequence) {
				for (int i = 0; i <= sequence.items().size(); i++) {
					for (NewValue item : List.of(new Literal("7"), new Fields(keys))) {
						TextEdit edit = TextEdits.of(opened).insert(path, i, item);
						YamlDocument changed = parse(edit.apply(text));
						assertTrue(
								Tree.same(item.node(sequence.location()), changed.find(path.child(i)).orElseThrow()));
						TextEdit back = TextEdits.of(changed).remembering(opened).remove(path.child(i));
						assertEquals(text, back.apply(changed.text()), path + " " + i);
					}
				}
			}
		}
	}

	private static String set(String text, String path, NewValue value) throws ProblemException {
		return TextEdits.of(parse(text)).set(NodePath.of(path), value).apply(text);
	}

	private static String remove(String text, String path) throws ProblemException {
		return TextEdits.of(parse(text)).remove(NodePath.of(path)).apply(text);
	}

	@Test
	void keepsTheWayOfWriting() throws ProblemException {
		assertEquals("a: 6 # c\n", set("a: 5 # c\n", "a", new Literal("6")));
		assertEquals("a: 'it''s' # c\n", set("a: 'x' # c\n", "a", new Text("it's")));
		assertEquals("a: \"x\"\n", set("a: \"y\"\n", "a", new Text("x")));
		assertEquals("a: x y\n", set("a: y\n", "a", new Text("x y")));
		assertEquals("a: \"x: y\"\n", set("a: y\n", "a", new Text("x: y")));
		assertEquals("a: \"12\"\n", set("a: y\n", "a", new Text("12")));
		assertEquals("a: 12\n", set("a: '${N}'\n", "a", new Literal("12")));
		assertEquals("a: |\n   one\n   three\n# c\n",
				set("a: |\n   one\n   two\n# c\n", "a", new Text("one\nthree\n")));
		assertEquals("a: one\nb: 1\n", set("a: |\n   one\n   two\nb: 1\n", "a", new Text("one")));
		assertEquals("a: { b: \"x, y\" }\n", set("a: { b: x }\n", "a.b", new Text("x, y")));
		assertEquals("a: value\n", set("a:\n", "a", new Text("value")));
		assertEquals("a: value # c\n", set("a: # c\n", "a", new Text("value")));
		assertEquals("a: skip_connect <= 1 and params < 1e6\n",
				set("a: skip_connect <= 2\n", "a", new Text("skip_connect <= 1 and params < 1e6")));
	}

	@Test
	void addsWhatIsMissing() throws ProblemException {
		assertEquals("a: 1 # c\nb: 2\n", set("a: 1 # c\n", "b", new Literal("2")));
		assertEquals("a: 1\nb: 2", set("a: 1", "b", new Literal("2")));
		assertEquals("a: { b: 1, c: 2 }\n", set("a: { b: 1 }\n", "a.c", new Literal("2")));
		assertEquals("a: { c: 2 }\n", set("a: {}\n", "a.c", new Literal("2")));
		assertEquals("a: 1\nseeds: { count: 3 }\n", set("a: 1\n", "seeds.count", new Literal("3")));
		assertEquals("strategy: { id: random, evaluations: 3 } # c\n",
				set("strategy: random # c\n", "strategy.evaluations", new Literal("3")));
		assertEquals("budget: { seconds: 3 }\na: 1\n", set("budget:\na: 1\n", "budget.seconds", new Literal("3")));
		assertEquals("searches:\n- name: a\n  proxy: naswot\n  constraint: x < 1\n- name: b\n",
				set("searches:\n- name: a\n  proxy: naswot\n- name: b\n", "searches.0.constraint", new Text("x < 1")));
		assertEquals("a: 1\r\nb: 2\r\n", set("a: 1\r\n", "b", new Literal("2")));
	}

	@Test
	void replacesWholeParts() throws ProblemException {
		assertEquals("proxy: synflow # c\n",
				set("proxy: { id: naswot, hooks: module } # c\n", "proxy", new Text("synflow")));
		assertEquals("proxy: synflow\nb: 1\n",
				set("proxy:\n  id: naswot\n  hooks: module\nb: 1\n", "proxy", new Text("synflow")));
		assertEquals("searches: []\n", set("searches:\n- a\n- b\n", "searches", new Items(List.of())));
		assertEquals("proxy: { id: a }\n", set("proxy: naswot\n", "proxy", new Fields(Map.of("id", new Text("a")))));
	}

	@Test
	void removesKeysAndItems() throws ProblemException {
		assertEquals("a: 1\n# about c\nc: 3\n", remove("a: 1\nb: # x\n  d: 2 # y\n# about c\nc: 3\n", "b"));
		assertEquals("- b: 2\n", remove("- a: 1\n  b: 2\n", "0.a"));
		assertEquals("- \n  # about b\n  b: 2\n", remove("- a: 1\n  # about b\n  b: 2\n", "0.a"));
		assertEquals("a: { c: 2 }\n", remove("a: { b: 1, c: 2 }\n", "a.b"));
		assertEquals("a: { b: 1 }\n", remove("a: { b: 1, c: 2 }\n", "a.c"));
		assertEquals("b: 1\n", remove("a: { c: 2 }\nb: 1\n", "a.c"));
		assertEquals("s:\n- b\n", remove("s:\n- a\n- b\n", "s.0"));
		assertEquals("s: []\n", remove("s:\n- a\n", "s.0"));
		assertEquals("s: []\nb: 1\n", remove("s: [a]\nb: 1\n", "s.0"));
		assertEquals("a: 1\n", remove("a: 1\n", "b.c"));
	}

	@Test
	void aShortFormComesBackWhenItsParametersGo() throws ProblemException {
		String text = "strategy: random # c\n";
		YamlDocument opened = parse(text);
		YamlDocument changed = parse(set(text, "strategy.evaluations", new Literal("3")));
		assertEquals(text, TextEdits.of(changed).remembering(opened).remove(NodePath.of("strategy.evaluations"))
				.apply(changed.text()));
	}

	@Test
	void aBlockComesBackAsItWas() throws ProblemException {
		String text = "proxy:\n  id: naswot # c\n\n  hooks: module\nb: 1\n";
		YamlDocument opened = parse(text);
		YamlDocument changed = parse(set(text, "proxy", new Text("synflow")));
		Map<String, NewValue> before = new LinkedHashMap<>();
		before.put("id", new Text("naswot"));
		before.put("hooks", new Text("module"));
		assertEquals(text, TextEdits.of(changed).remembering(opened).set(NodePath.of("proxy"), new Fields(before))
				.apply(changed.text()));
	}

	@Test
	void refusesWhatItCannotDo() {
		YamlDocument broken = new YamlParser().parse("f", "a: 1\na: 2\n");
		ProblemException thrown = assertThrows(ProblemException.class,
				() -> TextEdits.of(broken).set(NodePath.of("a"), new Literal("3")));
		assertEquals("duplicate-key", thrown.problems().get(0).code());
		YamlDocument document = parse("s: [a]\n");
		thrown = assertThrows(ProblemException.class,
				() -> TextEdits.of(document).set(NodePath.of("s.4"), new Literal("3")));
		assertEquals("f: the list 's' has no item 4 (change the text of the file)", thrown.problems().get(0).toLine());
		assertThrows(IndexOutOfBoundsException.class,
				() -> TextEdits.of(document).insert(NodePath.of("s"), 2, new Literal("3")));
		assertThrows(IllegalArgumentException.class, () -> new Literal("a b"));
		assertThrows(IllegalArgumentException.class, () -> new Literal(""));
	}

	@Test
	void worksOnRealFiles() throws ProblemException {
		String text = TestFiles.text(Path.of("test-data/good/skip-connections.nas.yaml"));
		String changed = set(text, "searches.2.strategy.population", new Literal("64"));
		assertEquals(text.lines().count(), changed.lines().count());
		List<String> before = text.lines().toList();
		List<String> after = changed.lines().toList();
		List<Integer> differing = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			if (!before.get(i).equals(after.get(i))) {
				differing.add(i);
			}
		}
		assertEquals(1, differing.size());
		assertEquals(before.get(differing.get(0)).replace("population: 50", "population: 64"),
				after.get(differing.get(0)));
	}
}
