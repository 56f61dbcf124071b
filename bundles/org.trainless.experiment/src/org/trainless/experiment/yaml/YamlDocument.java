/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;

/**
 * A file's text with the tree that it stands for. Every part of the tree knows its place in the text, so that problems
 * name it and an editor changes nothing else. Immutable and thread-safe.
 */
public final class YamlDocument {
	private final String source;
	private final String text;
	private final Optional<Node> root;
	private final List<Problem> problems;
	private final LineIndex lines;

	YamlDocument(String source, String text, LineIndex lines, Optional<Node> root, List<Problem> problems) {
		this.source = Objects.requireNonNull(source);
		this.text = Objects.requireNonNull(text);
		this.lines = Objects.requireNonNull(lines);
		this.root = Objects.requireNonNull(root);
		this.problems = List.copyOf(problems);
	}

	/**
	 * @return the file as the user named it
	 */
	public String source() {
		return source;
	}

	/**
	 * @return the text
	 */
	public String text() {
		return text;
	}

	/**
	 * @return the tree; empty when the text is not YAML or holds nothing
	 */
	public Optional<Node> root() {
		return root;
	}

	/**
	 * @return why the text is not the YAML that files may hold; empty when it is
	 */
	public List<Problem> problems() {
		return problems;
	}

	/**
	 * @param path to a part
	 * @return that part, if there is one
	 */
	public Optional<Node> find(NodePath path) {
		Optional<Node> node = root;
		for (String step : path.steps()) {
			node = node.flatMap(n -> step(n, step));
		}
		return node;
	}

	/**
	 * @param path to the value of a key
	 * @return the key with its value, if the path leads to one
	 */
	public Optional<Mapping.Entry> entry(NodePath path) {
		if (path.isRoot() || !(find(path.parent()).orElse(null) instanceof Mapping mapping)) {
			return Optional.empty();
		}
		return mapping.entry(path.last());
	}

	/**
	 * @param path to a part, which need not be there
	 * @return place of the deepest part of the path that is there: of its key when it has one, else of itself
	 */
	public Optional<Position> position(NodePath path) {
		NodePath deepest = path;
		while (!deepest.isRoot() && find(deepest).isEmpty()) {
			deepest = deepest.parent();
		}
		Optional<Node> node = find(deepest);
		return entry(deepest).map(e -> (Node) e.key()).or(() -> node).flatMap(n -> n.location().position());
	}

	/**
	 * @param offset of a character of the text, from 0
	 * @return the path to the innermost part that this character belongs to; a key belongs to its value
	 */
	public NodePath pathAt(int offset) {
		List<String> steps = new ArrayList<>();
		Node node = root.orElse(null);
		while (node != null) {
			Node inner = null;
			if (node instanceof Mapping mapping) {
				for (Mapping.Entry entry : mapping.entries()) {
					if (covers(entry.key(), offset) || covers(entry.value(), offset)) {
						steps.add(entry.name());
						inner = covers(entry.key(), offset) ? null : entry.value();
						break;
					}
				}
			} else if (node instanceof Sequence sequence) {
				for (int i = 0; i < sequence.items().size(); i++) {
					if (covers(sequence.items().get(i), offset)) {
						steps.add(Integer.toString(i));
						inner = sequence.items().get(i);
						break;
					}
				}
			}
			node = inner;
		}
		return new NodePath(steps);
	}

	/**
	 * @param from offset of the first character
	 * @param to   offset past the last character
	 * @return their place
	 * @throws IndexOutOfBoundsException when the text has no such characters
	 */
	public Position positionOf(int from, int to) {
		Objects.checkFromToIndex(from, to, text.length());
		return lines.position(from, to);
	}

	/**
	 * The place of a part of a scalar's value, whatever quotes, escapes, line folding or indentation it is written
	 * with.
	 *
	 * @param scalar a scalar
	 * @param from   offset of the part's first character in the scalar's value
	 * @param to     offset past its last character
	 * @return place of the part when the scalar stands in this document, else the scalar's own location
	 * @throws IndexOutOfBoundsException when the value has no such characters
	 */
	public Location locate(Scalar scalar, int from, int to) {
		Objects.checkFromToIndex(from, to, scalar.value().length());
		Optional<Position> position = scalar.location().position();
		if (position.isEmpty() || !scalar.location().source().equals(source)) {
			return scalar.location();
		}
		int[] offsets = ScalarAlignment.of(scalar);
		if (offsets.length == 0) {
			return scalar.location();
		}
		int start = position.get().offset();
		int end = from == to ? offsets[from] : Math.max(offsets[from] + 1, afterLast(offsets, to));
		end = Math.min(end, scalar.raw().length());
		return new Location(source, Optional.of(positionOf(start + offsets[from], start + end)));
	}

	private static int afterLast(int[] offsets, int to) {
		// what follows the last character may stand behind a line break and indentation
		return to == offsets.length - 1 ? offsets[to] : Math.min(offsets[to], offsets[to - 1] + 1);
	}

	private static Optional<Node> step(Node node, String step) {
		if (node instanceof Mapping mapping) {
			return mapping.get(step);
		}
		if (node instanceof Sequence sequence) {
			int index = NodePath.index(step, sequence.items().size());
			return index < 0 ? Optional.empty() : Optional.of(sequence.items().get(index));
		}
		return Optional.empty();
	}

	private static boolean covers(Node node, int offset) {
		return node.location().position().filter(p -> p.offset() <= offset && offset <= p.offset() + p.length())
				.isPresent();
	}
}
