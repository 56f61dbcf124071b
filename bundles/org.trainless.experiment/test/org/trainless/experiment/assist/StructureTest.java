/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.experiment.TestCatalog;
import org.trainless.experiment.TestTexts;
import org.trainless.experiment.assist.Highlighting.Span;
import org.trainless.experiment.assist.Highlighting.Style;

/** Outline, folding and colours. */
class StructureTest {
	private static final String TEXT = """
			# An experiment
			# of two searches
			format: 1
			name: study
			dataset: { id: cifar10, path: "${CIFAR10}/x" }
			searches:
			  - name: first
			    strategy: { id: rea, population: 5 }
			    nonsense: 1
			  - name: second   # the other
			    proxy: naswot
			""";

	private static String outline(List<OutlineItem> items, String indent) {
		return items.stream().map(i -> indent + i.kind() + " " + i.label()
				+ (i.detail().isEmpty() ? "" : " = " + i.detail()) + "\n" + outline(i.children(), indent + "  "))
				.collect(Collectors.joining());
	}

	@Test
	void outlineShowsKeysSearchesAndWhatIsChosen() {
		List<OutlineItem> outline = new Outline(new TestCatalog()).of(TEXT);
		assertEquals("""
				VALUE format = 1
				VALUE name = study
				CONTRIBUTION dataset = cifar10
				  VALUE path = ${CIFAR10}/x
				GROUP searches
				  SEARCH first
				    VALUE name = first
				    CONTRIBUTION strategy = rea
				      VALUE population = 5
				    VALUE nonsense = 1
				  SEARCH second
				    VALUE name = second
				    CONTRIBUTION proxy = naswot
				""", outline(outline, ""));
		OutlineItem dataset = outline.get(2);
		assertEquals("dataset: { id: cifar10, path: \"${CIFAR10}/x\" }",
				TEXT.substring(dataset.offset(), dataset.end()));
		assertEquals("dataset", TEXT.substring(dataset.offset(), dataset.offset() + dataset.selected()));
	}

	@Test
	void outlineOfABrokenText() {
		assertEquals("""
				VALUE name = x
				CONTRIBUTION space = nats-tss
				GROUP searches
				  SEARCH a
				    VALUE name = a
				    CONTRIBUTION strategy = random
				  SEARCH b
				    VALUE name = b
				""", outline(new Outline(new TestCatalog())
				.of("name: x\nspace: nats-tss\nsearches:\n- name: a\n  strategy: { id: random\n- name: b\n"), ""));
	}

	@Test
	void foldsKeysItemsAndComments() {
		assertEquals(List.of("# An experiment", "searches:", "- name: first", "- name: second   # the other"),
				Folding.of(TEXT).stream().map(r -> TEXT.substring(TEXT.lastIndexOf('\n', r.offset()) + 1).lines()
						.findFirst().orElseThrow().strip()).toList());
		Folding.Range first = Folding.of(TEXT).get(2);
		assertTrue(TEXT.substring(first.offset(), first.end()).endsWith("nonsense: 1"));
	}

	@Test
	void coloursFollowTheDeclarations() {
		List<String> spans = new Highlighting(new TestCatalog()).of(TEXT).stream()
				.filter(s -> s.style() != Style.PUNCTUATION)
				.map(s -> s.style() + " " + TEXT.substring(s.offset(), s.offset() + s.length())).toList();
		assertEquals(List.of("COMMENT # An experiment", "COMMENT # of two searches", "KEY format", "NUMBER 1",
				"KEY name", "TEXT study", "KEY dataset", "KEY id", "CONTRIBUTION cifar10", "KEY path", "TEXT \"",
				"VARIABLE ${CIFAR10}", "TEXT /x\"", "KEY searches", "KEY name", "TEXT first", "KEY strategy", "KEY id",
				"CONTRIBUTION rea", "KEY population", "NUMBER 5", "UNKNOWN_KEY nonsense", "TEXT 1", "KEY name",
				"TEXT second", "COMMENT # the other", "KEY proxy", "CONTRIBUTION naswot"), spans);
	}

	@ParameterizedTest
	@ValueSource(longs = { 41, 42 })
	void everyTextHasAStructure(long seed) {
		RandomGenerator random = TestTexts.random(seed);
		Outline outline = new Outline(new TestCatalog());
		Highlighting highlighting = new Highlighting(new TestCatalog());
		for (int round = 0; round < 2000; round++) {
			String text = TestTexts.mutated(random);
			check(text, outline.of(text), 0, text.length());
			int done = 0;
			for (Span span : highlighting.of(text)) {
				assertTrue(
						span.offset() >= done && span.length() > 0 && span.offset() + span.length() <= text.length());
				done = span.offset() + span.length();
			}
			List<Folding.Range> ranges = Folding.of(text);
			for (int i = 1; i < ranges.size(); i++) {
				Folding.Range before = ranges.get(i - 1);
				Folding.Range range = ranges.get(i);
				assertTrue(before.offset() < range.offset());
				assertTrue(range.end() <= before.end() || range.offset() >= before.end(), () -> "overlap in\n" + text);
			}
		}
	}

	private static void check(String text, List<OutlineItem> items, int from, int to) {
		for (OutlineItem item : items) {
			assertTrue(item.offset() >= from && item.end() <= to, () -> item + " in\n" + text);
			assertTrue(item.selected() <= item.length());
			check(text, item.children(), item.offset(), item.end());
		}
	}
}
