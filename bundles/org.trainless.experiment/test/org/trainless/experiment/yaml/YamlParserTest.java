/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainless.api.problem.Position;

class YamlParserTest {
	private static final String TEXT = """
			# comment
			a: plain  # comment
			b: 'it''s'
			c:
			  - "dq\\n\\U0001F600"
			  - |  # literal
			    one
			     two

			  # comment

			  - >-
			    folded
			    text
			d: { e: , f: [1, x y], "g": ~ }
			h:
			i: multi
			  line

			""";

	private static YamlDocument parse(String text) {
		return new YamlParser().parse("f", text);
	}

	private static Scalar scalar(YamlDocument document, String path) {
		return (Scalar) document.find(NodePath.of(path)).orElseThrow();
	}

	private static String covered(YamlDocument document, Node node) {
		Position position = node.location().position().orElseThrow();
		return document.text().substring(position.offset(), position.offset() + position.length());
	}

	@Test
	void scalarsKnowTheirValueStyleAndPlace() {
		YamlDocument document = parse(TEXT);
		assertEquals(List.of(), document.problems());
		check(document, "a", "plain", ScalarStyle.PLAIN, "plain", 2, 4);
		check(document, "b", "it's", ScalarStyle.SINGLE_QUOTED, "'it''s'", 3, 4);
		check(document, "c.0", "dq\n\uD83D\uDE00", ScalarStyle.DOUBLE_QUOTED, "\"dq\\n\\U0001F600\"", 5, 5);
		check(document, "c.1", "one\n two\n", ScalarStyle.LITERAL, "|  # literal\n    one\n     two", 6, 5);
		check(document, "c.2", "folded text", ScalarStyle.FOLDED, ">-\n    folded\n    text", 12, 5);
		check(document, "d.e", "", ScalarStyle.PLAIN, "", 15, 8);
		check(document, "d.f.1", "x y", ScalarStyle.PLAIN, "x y", 15, 18);
		check(document, "d.g", "~", ScalarStyle.PLAIN, "~", 15, 29);
		check(document, "h", "", ScalarStyle.PLAIN, "", 16, 3);
		check(document, "i", "multi line", ScalarStyle.PLAIN, "multi\n  line", 17, 4);
		assertTrue(scalar(document, "d.e").isNull());
		assertTrue(scalar(document, "d.g").isNull());
		assertFalse(scalar(document, "b").isNull());
	}

	private static void check(YamlDocument document, String path, String value, ScalarStyle style, String raw, int line,
			int column) {
		Scalar scalar = scalar(document, path);
		assertEquals(value, scalar.value());
		assertEquals(style, scalar.style());
		assertEquals(raw, scalar.raw());
		assertEquals(raw, covered(document, scalar));
		Position position = scalar.location().position().orElseThrow();
		assertEquals(line + ":" + column, position.line() + ":" + position.column(), path);
	}

	@Test
	void collectionsEndWithTheirLastValue() {
		YamlDocument document = parse(TEXT);
		Node list = document.find(NodePath.of("c")).orElseThrow();
		assertTrue(covered(document, list).startsWith("- \"dq"));
		assertTrue(covered(document, list).endsWith("folded\n    text"));
		assertEquals("{ e: , f: [1, x y], \"g\": ~ }",
				covered(document, document.find(NodePath.of("d")).orElseThrow()));
		assertTrue(covered(document, document.root().orElseThrow()).endsWith("multi\n  line"));
	}

	@Test
	void countsCharactersAsEditorsDo() {
		String text = "\uFEFFa: \uD83D\uDE00 # \uD83D\uDE00\r\nb: { c: \u00e9, d: x }\re: y\n";
		YamlDocument document = parse(text);
		assertEquals(List.of(), document.problems());
		assertEquals(new Position(1, 5, 4, 2), scalar(document, "a").location().position().orElseThrow());
		assertEquals(new Position(2, 15, text.indexOf('x'), 1),
				scalar(document, "b.d").location().position().orElseThrow());
		assertEquals(new Position(3, 4, text.indexOf('y'), 1),
				scalar(document, "e").location().position().orElseThrow());
	}

	@Test
	void findsPathsAndPlaces() {
		YamlDocument document = parse(TEXT);
		assertEquals(Optional.empty(), document.find(NodePath.of("c.3")));
		assertEquals(Optional.empty(), document.find(NodePath.of("c.01")));
		assertEquals(Optional.empty(), document.find(NodePath.of("c.x")));
		assertEquals(Optional.empty(), document.find(NodePath.of("a.x")));
		assertEquals(document.root(), document.find(NodePath.ROOT));
		assertEquals("f", document.entry(NodePath.of("d.f")).orElseThrow().name());
		assertEquals(Optional.empty(), document.entry(NodePath.of("d.f.1")));
		assertEquals(15, document.position(NodePath.of("d.f.1")).orElseThrow().line());
		assertEquals(new Position(15, 11, TEXT.indexOf("f: ["), 1),
				document.position(NodePath.of("d.f.7.x")).orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({ "plain,a", "a: pl,a", "x y,d.f.1", "y],d.f.1", "'1, x',d.f.0", "'f: [',d.f", "'{ e',d", "multi,i",
			"two,c.1", "'# comment',''" })
	void findsThePathOfAPlace(String at, String expected) {
		assertEquals(NodePath.of(expected), parse(TEXT).pathAt(TEXT.indexOf(at)));
	}

	@Test
	void theFirstOfRepeatedKeysCounts() {
		YamlDocument document = parse("a: 1\nb: 2\na: 3\n");
		assertEquals("1", scalar(document, "a").value());
		assertEquals(List.of("duplicate-key"), document.problems().stream().map(p -> p.code()).toList());
	}

	@Test
	void whatCannotBeReadLeavesNoTree() {
		assertEquals(Optional.empty(), parse("a: [1\n").root());
		assertEquals(Optional.empty(), parse("").root());
		assertEquals(Optional.empty(), parse("a: \u0000").root());
		assertEquals(Optional.empty(),
				parse("[".repeat(YamlParser.MAX_DEPTH + 1) + "]".repeat(YamlParser.MAX_DEPTH + 1)).root());
		assertEquals(List.of(), parse("[".repeat(YamlParser.MAX_DEPTH) + "]".repeat(YamlParser.MAX_DEPTH)).problems());
	}

	/** Every visible character of a value is found where it is written, however it is written. */
	@ParameterizedTest
	@EnumSource
	void locatesPartsOfScalars(ScalarStyle style) {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(style.ordinal());
		for (int round = 0; round < 500; round++) {
			String text = "x: 1\nkey: " + written(style, random) + "\n# end\n";
			YamlDocument document = parse(text);
			assertEquals(List.of(), document.problems(), text);
			Scalar scalar = scalar(document, "key");
			assertEquals(style, scalar.style());
			int last = 0;
			for (int i = 0; i < scalar.value().length(); i++) {
				Position position = document.locate(scalar, i, i + 1).position().orElseThrow();
				assertTrue(position.offset() >= last, "in order");
				last = position.offset();
				char c = scalar.value().charAt(i);
				if (!Character.isWhitespace(c)) {
					char there = text.charAt(position.offset());
					assertTrue(there == c || there == '\\', () -> c + " is not " + there + " in " + text);
				}
			}
			int end = scalar.value().length();
			Position whole = document.locate(scalar, 0, end).position().orElseThrow();
			Position own = scalar.location().position().orElseThrow();
			assertTrue(
					whole.offset() >= own.offset() && whole.offset() + whole.length() <= own.offset() + own.length());
		}
	}

	private static String written(ScalarStyle style, RandomGenerator random) {
		List<String> words = List.of("skip_connect", "<=", "1", "and", "(a)", "x''y", "\u00e9", "\uD83D\uDE00");
		StringBuilder text = new StringBuilder(switch (style) {
		case PLAIN -> "p";
		case SINGLE_QUOTED -> "'";
		case DOUBLE_QUOTED -> "\"";
		case LITERAL -> random.nextBoolean() ? "|\n    first" : "|2- # c\n    first";
		case FOLDED -> ">+\n    first";
		});
		for (int i = random.nextInt(12); i > 0; i--) {
			text.append(switch (random.nextInt(5)) {
			case 0 -> "\n    ";
			case 1 -> "\n\n    ";
			case 2 -> style == ScalarStyle.DOUBLE_QUOTED ? "\\n\\\n   \\t\\x41 \\u00e9\\U0001F600\\\"\\\\" : "  ";
			default -> " ";
			});
			text.append(words.get(random.nextInt(words.size())));
		}
		return switch (style) {
		case SINGLE_QUOTED -> text.append('\'').toString();
		case DOUBLE_QUOTED -> text.append('"').toString();
		default -> text.toString();
		};
	}
}
