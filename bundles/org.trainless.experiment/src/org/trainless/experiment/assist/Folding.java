/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.trainless.api.problem.Position;
import org.trainless.experiment.yaml.Lines;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlSketch;
import org.trainless.experiment.yaml.YamlSketch.Token;
import org.trainless.experiment.yaml.YamlSketch.TokenKind;

/** Finds what can be folded away: keys and items of several lines, and runs of comments. */
public final class Folding {
	private Folding() {
	}

	/**
	 * Lines of which all but the first can be hidden.
	 *
	 * @param offset of the first line's first character that belongs to what is folded
	 * @param end    offset past the last character
	 */
	public record Range(int offset, int end) {
	}

	/**
	 * @param text any text
	 * @return what can be folded, in the order of the first lines, one for each of them; ranges are nested or apart
	 */
	public static List<Range> of(String text) {
		YamlSketch sketch = YamlSketch.of(text);
		TreeMap<Integer, Range> byLine = new TreeMap<>();
		sketch.root().ifPresent(root -> collect(text, root, byLine));
		comments(text, sketch, byLine);
		return byLine.values().stream().sorted(Comparator.comparingInt(Range::offset)).toList();
	}

	private static void collect(String text, Node node, TreeMap<Integer, Range> byLine) {
		switch (node) {
		case Mapping mapping -> mapping.entries().forEach(entry -> {
			add(text, start(entry.key()), Math.max(end(entry.key()), end(entry.value())), byLine);
			collect(text, entry.value(), byLine);
		});
		case Sequence sequence -> sequence.items().forEach(item -> {
			add(text, start(item), end(item), byLine);
			collect(text, item, byLine);
		});
		case Scalar scalar -> {
			// its key folds it
		}
		default -> {
			// a sketch has nothing else
		}
		}
	}

	private static void comments(String text, YamlSketch sketch, TreeMap<Integer, Range> byLine) {
		List<Token> run = new ArrayList<>();
		for (Token token : sketch.tokens()) {
			boolean ownLine = token.kind() == TokenKind.COMMENT
					&& text.substring(Lines.start(text, token.offset()), token.offset()).isBlank();
			boolean follows = ownLine && !run.isEmpty()
					&& text.substring(run.get(run.size() - 1).end(), token.offset()).isBlank();
			if (!follows) {
				addRun(text, run, byLine);
				run.clear();
			}
			if (ownLine) {
				run.add(token);
			}
		}
		addRun(text, run, byLine);
	}

	private static void addRun(String text, List<Token> run, TreeMap<Integer, Range> byLine) {
		if (run.size() > 1) {
			add(text, run.get(0).offset(), run.get(run.size() - 1).end(), byLine);
		}
	}

	private static void add(String text, int from, int to, TreeMap<Integer, Range> byLine) {
		boolean severalLines = text.substring(from, to).chars().anyMatch(c -> c == '\n' || c == '\r');
		if (severalLines) {
			byLine.putIfAbsent(Lines.start(text, from), new Range(from, to));
		}
	}

	private static int start(Node node) {
		return node.location().position().orElseThrow().offset();
	}

	private static int end(Node node) {
		Position position = node.location().position().orElseThrow();
		return position.offset() + position.length();
	}
}
