/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Position;
import org.trainless.api.space.Feature;
import org.trainless.experiment.TestCatalog;
import org.trainless.experiment.TestTexts;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

class ContentAssistTest {
	private static final Knowledge KNOWLEDGE = new Knowledge(new TestCatalog(), () -> List.of("CIFAR10", "NATS_TSS"),
			space -> space.equals("nats-tss") ? List.of(new Feature("skip_connect", Feature.Type.COUNT, "", "Skips."),
					new Feature("params", Feature.Type.REAL, "", "Parameters.")) : List.of());

	/** @param text with a bar where the caret is */
	private static List<Proposal> at(String text) {
		return new ContentAssist(KNOWLEDGE).at(text.replace("|", ""), text.indexOf('|'));
	}

	private static List<String> labels(String text) {
		return at(text).stream().map(Proposal::label).toList();
	}

	/** @return the text with the proposal of that label, and a bar where the caret is */
	private static String applied(String text, String label) {
		Proposal proposal = at(text).stream().filter(p -> p.label().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + label + " in " + labels(text)));
		String changed = proposal.edit().apply(text.replace("|", ""));
		return changed.substring(0, proposal.caret()) + "|" + changed.substring(proposal.caret());
	}

	@Test
	void proposesTheKeysOfTheFile() {
		assertEquals(
				List.of("format", "name", "space", "searches", "question", "dataset", "benchmark", "seeds", "scoring"),
				labels("|"));
		assertEquals(List.of("space", "searches", "question", "dataset", "benchmark", "seeds", "scoring"),
				labels("format: 1\nname: x\n|"));
		assertEquals("format: 1|", applied("fo|", "format"));
		assertEquals("name: x\nspace: |", applied("name: x\nsp|", "space"));
		assertEquals("name: x\r\nseeds:\r\n  |\r\n", applied("name: x\r\nse|\r\n", "seeds"));
		assertEquals("searches:\n  - |", applied("sear|", "searches"));
	}

	@Test
	void aKeyThatIsThereIsRenamedWithoutTouchingItsValue() {
		assertEquals("space|: nats-tss # c\n", applied("spa|: nats-tss # c\n", "space"));
	}

	@Test
	void proposesTheKeysOfASearch() {
		String text = "searches:\n  - name: a\n    |\n  - name: b\n";
		assertEquals(List.of("strategy", "proxy", "objective", "constraint", "batch", "budget"), labels(text));
		assertEquals("searches:\n  - name: a\n    budget:\n      |\n  - name: b\n", applied(text, "budget"));
		assertEquals(List.of("name", "strategy", "proxy", "objective", "constraint", "batch", "budget"),
				labels("searches:\n  - |\n"));
		assertEquals("searches:\n  - name: |\n    strategy: random\n",
				applied("searches:\n  - na|\n    strategy: random\n", "name"));
		assertEquals(List.of("seconds", "training-seconds", "evaluations"),
				labels("searches:\n  - name: a\n    budget:\n      |\n"));
	}

	@Test
	void proposesContributionsWithWhatTheyMustBeTold() {
		assertEquals(List.of("cifar10", "dead-leaves", "noise"), labels("dataset: |\n"));
		assertEquals("dataset: { id: cifar10, path: | }\n", applied("dataset: |\n", "cifar10"));
		assertEquals("dataset: noise|\n", applied("dataset: no|\n", "noise"));
		assertEquals("dataset: { id: cifar10|, batch: 3 }\n", applied("dataset: { id: c|, batch: 3 }\n", "cifar10"));
		List<String> strategies = labels("searches:\n- strategy: |\n");
		assertEquals("aging-evolution", strategies.get(strategies.size() - 1), "what is deprecated comes last");
		assertEquals("dataset: noise|\n", applied("dataset:|\n", "noise"));
	}

	@Test
	void proposesParametersInBraces() {
		assertEquals(List.of("sample", "evaluations", "mutation", "warmup"),
				labels("searches:\n- strategy: { id: rea, population: 3, | }\n"));
		assertEquals("searches:\n- strategy: { id: rea, warmup: { | } }\n",
				applied("searches:\n- strategy: { id: rea, wa| }\n", "warmup"));
		assertEquals(List.of("edge", "node"), labels("searches:\n- strategy: { id: rea, mutation: | }\n"));
		assertEquals(List.of("50", "1", "10000"), labels("searches:\n- strategy: { id: rea, population: |}\n"));
		assertEquals("default", at("searches:\n- strategy: { id: rea, population: |}\n").get(0).detail());
		assertEquals(List.of("true", "false"), labels("searches:\n- strategy: { id: random, replacement: | }\n"));
		assertEquals(List.of("path", "batch"), labels("dataset: { id: cifar10, |"), "braces may be open");
		assertEquals(List.of("path", "batch"), labels("dataset: { id: cifar10, |\nspace: nats-tss\n"));
		assertEquals(List.of("id", "batch"), labels("dataset: { | }\n"));
		assertEquals(List.of("path", "set", "epochs"), labels("benchmark:\n  id: nats-bench\n  |\n"));
	}

	@Test
	void proposesVariables() {
		assertEquals("dataset: { id: cifar10, path: \"${CIFAR10}\"| }\n",
				applied("dataset: { id: cifar10, path: | }\n", "${CIFAR10}"));
		assertEquals("dataset: { id: cifar10, path: \"${CIFAR10}|/x\" }\n",
				applied("dataset: { id: cifar10, path: \"${CI|/x\" }\n", "${CIFAR10}"));
		assertEquals("dataset: { id: cifar10, path: \"${CIFAR10}\"| }\n",
				applied("dataset: { id: cifar10, path: $| }\n", "${CIFAR10}"));
		assertEquals("dataset: { id: cifar10, path: \"${NATS_TSS}|\" }\n",
				applied("dataset: { id: cifar10, path: \"${nat|}\" }\n", "${NATS_TSS}"));
		assertEquals("benchmark:\n  path: ${CIFAR10}|\n  id: nats-bench\n",
				applied("benchmark:\n  path: ${|\n  id: nats-bench\n", "${CIFAR10}"));
	}

	@Test
	void proposesTheNamesOfConstraints() {
		String head = "space: nats-tss\nsearches:\n- name: a\n  constraint: ";
		assertEquals(List.of("skip_connect"), labels(head + "sk|\n"));
		assertEquals(head + "\"1 < 2 and params| <= 3\"\n", applied(head + "\"1 < 2 and pa| <= 3\"\n", "params"));
		assertEquals(List.of("skip_connect", "params", "and", "or", "not"), labels(head + "|\n"));
		assertEquals(head + "params|\n", applied(head + "|\n", "params"));
	}

	@Test
	void proposesNothingInCommentsAndForFreeText() {
		assertEquals(List.of(), labels("name: x # na|\n"));
		assertEquals(List.of(), labels("# |\n"));
		assertEquals(List.of(), labels("question: Does | it\n"));
		assertEquals(List.of(), labels("nonsense: { | }\n"));
	}

	@Test
	void whatPluginsDeclareIsProposedWithoutFurtherCode() {
		String head = "searches:\n- strategy: { id: portfolio, ";
		assertEquals(List.of("length", "kind"), labels(head + "stages: [ { | } ] }\n"));
		assertEquals(List.of("warm", "cold"), labels(head + "stages: [ { length: 3, kind: | } ] }\n"));
		assertTrue(labels("searches:\n- strategy:\n    id: portfolio\n    members:\n      - |\n").contains("random"));
		assertEquals(List.of("evaluations", "replacement"),
				labels("searches:\n- strategy:\n    id: portfolio\n    members:\n      - id: random\n        |\n")
						.stream().sorted().toList());
	}

	/** Every key, choice and id of every good file is proposed where it stands. */
	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void whatGoodFilesSayIsProposed(String text) {
		YamlDocument document = new YamlParser().parse("f", text);
		Declarations declarations = new Declarations(KNOWLEDGE.catalog());
		List<NodePath> paths = new ArrayList<>();
		collect(document.root().orElseThrow(), NodePath.ROOT, paths);
		int checked = 0;
		for (NodePath path : paths) {
			Position key = document.entry(path).map(e -> e.key().location().position().orElseThrow()).orElse(null);
			if (key != null
					&& declarations.at(document.root(), path.parent()).orElseThrow().names().contains(path.last())) {
				List<String> labels = labelsAt(text, key.offset() + 1);
				assertTrue(labels.contains(path.last()), () -> path + " in " + labels);
				checked++;
			}
			Place place = declarations.at(document.root(), path).orElseThrow();
			boolean limited = place.parameter().map(ParameterDescriptor::type)
					.filter(t -> t == ParameterType.CHOICE || t == ParameterType.CONTRIBUTION).isPresent();
			if (limited && !place.isList() && document.find(path).orElseThrow() instanceof Scalar scalar
					&& scalar.style() == ScalarStyle.PLAIN) {
				Collection<String> labels = labelsAt(text, scalar.location().position().orElseThrow().offset());
				String wanted = place.contribution().map(c -> c.id()).orElse(scalar.value());
				assertTrue(labels.contains(wanted), () -> path + " in " + labels);
			}
		}
		assertTrue(checked > 5);
	}

	private static List<String> labelsAt(String text, int offset) {
		return new ContentAssist(KNOWLEDGE).at(text, offset).stream().map(Proposal::label).toList();
	}

	private static void collect(Node node, NodePath path, List<NodePath> paths) {
		if (!path.isRoot()) {
			paths.add(path);
		}
		if (node instanceof Mapping mapping) {
			mapping.entries().forEach(e -> collect(e.value(), path.child(e.name()), paths));
		} else if (node instanceof Sequence sequence) {
			for (int i = 0; i < sequence.items().size(); i++) {
				collect(sequence.items().get(i), path.child(i), paths);
			}
		}
	}

	/** A key that was cut anywhere is completed to what it was. */
	@ParameterizedTest
	@MethodSource("org.trainless.experiment.TestTexts#good")
	void completesCutKeysToWhatTheyWere(String text) {
		YamlDocument document = new YamlParser().parse("f", text);
		Mapping root = (Mapping) document.root().orElseThrow();
		for (Mapping.Entry entry : root.entries()) {
			int from = entry.key().location().position().orElseThrow().offset();
			for (int cut = 1; cut <= entry.name().length(); cut++) {
				String cutText = text.substring(0, from + cut) + text.substring(from + entry.name().length());
				String done = new ContentAssist(KNOWLEDGE).at(cutText, from + cut).stream()
						.filter(p -> p.label().equals(entry.name())).findFirst().orElseThrow().edit().apply(cutText);
				assertEquals(text, done);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 21, 22 })
	void neverFailsAndNeverLeavesTheText(long seed) {
		RandomGenerator random = TestTexts.random(seed);
		int proposed = 0;
		for (int round = 0; round < 3000; round++) {
			String text = TestTexts.mutated(random);
			int offset = random.nextInt(text.length() + 1);
			for (Proposal proposal : new ContentAssist(KNOWLEDGE).at(text, offset)) {
				String changed = proposal.edit().apply(text);
				assertTrue(
						proposal.edit().offset() <= offset
								&& offset <= proposal.edit().offset() + proposal.edit().length(),
						"the caret is replaced");
				assertTrue(proposal.caret() <= changed.length());
				assertFalse(changed.contains("\uE2A7"));
				proposed++;
			}
			new Hovers(KNOWLEDGE).at(text, offset).ifPresent(h -> assertTrue(h.offset() <= offset
					&& offset <= h.offset() + h.length() && h.offset() + h.length() <= text.length()));
		}
		assertTrue(proposed > 2000, "only " + proposed);
	}

	@Test
	void hoversSayWhatIsDeclared() {
		String text = "format: 1\nspace: nats-tss\nsearches:\n- name: a\n  strategy: { id: nonsense, population: 3 }\n"
				+ "- name: b\n  strategy: { id: rea, population: 3 }\n  constraint: skip_connect <= 1\n";
		Hovers hovers = new Hovers(KNOWLEDGE);
		Hover key = hovers.at(text, text.lastIndexOf("population") + 3).orElseThrow();
		assertEquals("population", text.substring(key.offset(), key.offset() + key.length()));
		assertEquals("population\nWhat population is.\nwhole number from 1 to 10000, default 50", key.text());
		Hover id = hovers.at(text, text.indexOf("rea,")).orElseThrow();
		assertEquals("Regularized evolution (strategy)", id.title());
		assertTrue(id.text().contains("Also named: rea"));
		assertEquals("Skips.", hovers.at(text, text.indexOf("skip_connect") + 1).orElseThrow().description());
		assertTrue(hovers.at(text, text.indexOf("nonsense")).isEmpty());
		assertTrue(hovers.at(text, text.indexOf("population")).isEmpty());
		assertTrue(hovers.at(text, text.length()).isEmpty());
		assertEquals("The search space.", hovers.at(text, text.indexOf("space")).orElseThrow().description());
	}
}
