/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;
import org.trainless.experiment.yaml.Alias;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlParser;

/** Whatever a file holds, reading it throws nothing, ends soon, and says where it is wrong. */
class FuzzTest {
	/** Far above what any of these texts takes (about a second for the worst on a slow machine), far below for ever. */
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final int ROUNDS = 4000;
	private static final String ALPHABET = "abz019 \n\t:-?#,[]{}&*!|>'\"%@`\\~<=.+_$/"
			+ "\u00e9\u2028\uFEFF\u0085\uD83D\uDE00\u0000\r";
	private static final List<String> PIECES = List.of("${", "}", "${CIFAR10}", "$${", ": ", "- ", "\n  ", "\n", "\r\n",
			"&a ", "*a", "!!str ", "|\n", ">-\n", "|+2\n", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "? ", "{ id: ",
			"null", "~", "yes", "\"\\u", "\"\\x0", "1e999", "0x", ".inf", "searches:", "format: 2", "strategy: ",
			"99999999999999999999", "\t", "# ");

	private static RandomGenerator random(long seed) {
		return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	private static void check(String text) {
		ExperimentReader reader = new ExperimentReader(
				TestFiles.context().withConstraintChecker(BadFilesTest::checkConstraint));
		long start = System.nanoTime();
		ExperimentResult result = reader.read("fuzz.nas.yaml", text);
		long nanos = System.nanoTime() - start;
		assertTrue(nanos < BOUND.toNanos(), () -> "took " + nanos / 1e9 + " s");
		boolean errors = result.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
		assertEquals(errors, result.experiment().isEmpty());
		int before = 0;
		for (Problem problem : result.problems()) {
			assertFalse(problem.message().isBlank());
			assertEquals("fuzz.nas.yaml", problem.source());
			assertFalse(problem.toLine().contains("\n"), problem::toLine);
			if (problem.position().isPresent()) {
				Position position = problem.position().get();
				assertTrue(position.offset() >= before, "problems are in the order of the file");
				before = position.offset();
				assertWithin(text, position);
			}
		}
		result.document().root().ifPresent(root -> checkTree(text, root));
		result.experiment()
				.ifPresent(e -> assertEquals(Optional.of(e), TestFiles.read(CanonicalForm.of(e).text()).experiment()));
	}

	private static void assertWithin(String text, Position position) {
		assertTrue(position.offset() + position.length() <= text.length());
		String head = text.substring(0, position.offset());
		String[] lines = head.split("\r\n|\r|\n", -1);
		boolean splitsLineEnd = head.endsWith("\r") && text.startsWith("\n", position.offset());
		assertEquals(lines.length - (splitsLineEnd ? 1 : 0), position.line());
		if (!splitsLineEnd) {
			assertEquals(lines[lines.length - 1].length() + 1, position.column());
		}
	}

	private static void checkTree(String text, Node node) {
		Position position = node.location().position().orElseThrow();
		switch (node) {
		case Scalar scalar ->
			assertEquals(scalar.raw(), text.substring(position.offset(), position.offset() + position.length()));
		case Mapping mapping -> mapping.entries().forEach(e -> {
			assertInside(position, e.key());
			assertInside(position, e.value());
			checkTree(text, e.key());
			checkTree(text, e.value());
		});
		case Sequence sequence -> sequence.items().forEach(i -> {
			assertInside(position, i);
			checkTree(text, i);
		});
		case Alias alias -> assertTrue(text.startsWith("*", position.offset()));
		}
	}

	private static void assertInside(Position outer, Node inner) {
		Position position = inner.location().position().orElseThrow();
		assertTrue(outer.offset() <= position.offset()
				&& position.offset() + position.length() <= outer.offset() + outer.length(), inner::toString);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void mutatedFiles(long seed) {
		RandomGenerator random = random(seed);
		List<String> texts = Stream.concat(TestFiles.good().stream(), TestFiles.bad().stream()).map(TestFiles::text)
				.toList();
		for (int round = 0; round < ROUNDS; round++) {
			String text = texts.get(random.nextInt(texts.size()));
			for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
				text = mutated(text, texts, random);
			}
			check(text);
		}
	}

	private static String mutated(String text, List<String> others, RandomGenerator random) {
		int at = random.nextInt(text.length() + 1);
		int to = Math.min(text.length(), at + random.nextInt(12));
		return switch (random.nextInt(7)) {
		case 0 -> text.substring(0, at) + text.substring(to);
		case 1 -> text.substring(0, at) + ALPHABET.charAt(random.nextInt(ALPHABET.length())) + text.substring(at);
		case 2 -> text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
		case 3 -> text.substring(0, at) + text.substring(at, to) + text.substring(at);
		case 4 -> {
			String other = others.get(random.nextInt(others.size()));
			int from = random.nextInt(other.length() + 1);
			yield text.substring(0, at) + other.substring(from, Math.min(other.length(), from + 30))
					+ text.substring(at);
		}
		case 5 -> swappedLines(text, random);
		default -> text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(to);
		};
	}

	private static String swappedLines(String text, RandomGenerator random) {
		List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
		String line = lines.remove(random.nextInt(lines.size()));
		lines.add(random.nextInt(lines.size() + 1), line);
		return String.join("\n", lines);
	}

	@Test
	void randomText() {
		RandomGenerator random = random(4);
		for (int round = 0; round < ROUNDS; round++) {
			StringBuilder text = new StringBuilder(random.nextBoolean() ? "format: 1\n" : "");
			for (int length = random.nextInt(80); length > 0; length--) {
				if (random.nextInt(5) == 0) {
					text.append(PIECES.get(random.nextInt(PIECES.size())));
				} else {
					text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
				}
			}
			check(text.toString());
		}
	}

	@Test
	void randomBytes() {
		RandomGenerator random = random(5);
		for (int round = 0; round < ROUNDS; round++) {
			byte[] bytes = new byte[random.nextInt(200)];
			random.nextBytes(bytes);
			check(new String(bytes, round % 2 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
		}
	}

	@Test
	void prefixesOfGoodFiles() {
		for (Path file : TestFiles.good()) {
			String text = TestFiles.text(file);
			for (int length = 0; length <= text.length(); length++) {
				check(text.substring(0, length));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{", "[[", "- ", "-\n", "? ", "? - ", "a: ", "a:\n ", "{a: ", "[a, ", "\"", "'", "''",
			"#", " ", "\n", " \n", "\t", "|\n", ">\n ", "&a ", "*a ", "!a ", "!<", "%", "%Y ", "---\n", "...\n", "a",
			"a ", "a\n", "a\n ", ": ", ", ", "\\", "\"\\u0041", "${", "$${", "x: ${CIFAR10}", "${A", "k: v\n",
			"\"k\" : v\n", "a: b\r", "{}", "[]\n", "<<: {}\n", "\uD83D\uDE00", "a: |\n", "\u2028" })
	void longRepetitions(String piece) {
		String text = piece.repeat(YamlParser.MAX_LENGTH / piece.length());
		check(text);
		check("format: 1\nname: |\n  " + text.substring(0, text.length() - 100));
		check("format: 1\nname: \"" + text.substring(0, text.length() - 100) + "\"");
		check("format: 1\nsearches: [ " + text.substring(0, text.length() - 100));
	}

	@Test
	void deepAndWideTexts() {
		StringBuilder deep = new StringBuilder();
		for (int i = 0; deep.length() < YamlParser.MAX_LENGTH - 2000; i++) {
			deep.append(" ".repeat(i)).append("a:\n");
		}
		check(deep.toString());
		StringBuilder wide = new StringBuilder("format: 1\n");
		for (int i = 0; wide.length() < YamlParser.MAX_LENGTH - 100; i++) {
			wide.append("key").append(i).append(": 1\n");
		}
		check(wide.toString());
		StringBuilder searches = new StringBuilder("format: 1\nname: x\nspace: nats-tss\nsearches:\n");
		for (int i = 0; searches.length() < YamlParser.MAX_LENGTH - 1000; i++) {
			searches.append("- { name: s").append(i).append(", strategy: rea, proxy: naswot, constraint: a ? }\n");
		}
		check(searches.toString());
	}
}
