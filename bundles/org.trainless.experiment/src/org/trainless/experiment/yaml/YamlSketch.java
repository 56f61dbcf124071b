/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.problem.Position;

/**
 * What a text seems to say while it is being typed: a tree for every text, also for one that is not YAML (yet). What is
 * well-formed has the tree and the places that the parser gives it; where something is missing, indentation decides.
 * Immutable and thread-safe.
 * <p>
 * A word that stands where a key is expected, but has no colon, is a key without a value.
 */
public final class YamlSketch {

	/** What a part of the text is, as colours show it. */
	public enum TokenKind {
		/** A key, without its colon. */
		KEY,
		/** A value without quotes. */
		PLAIN,
		/** A value with its quotes. */
		QUOTED,
		/** A text of several lines, with what introduces it. */
		BLOCK,
		/** A comment, from its number sign on. */
		COMMENT,
		/** What separates and encloses. */
		PUNCTUATION
	}

	/**
	 * A part of the text.
	 *
	 * @param kind   what it is
	 * @param offset of its first character
	 * @param length how many characters it has, at least 1
	 */
	public record Token(TokenKind kind, int offset, int length) {
		public Token {
			Objects.requireNonNull(kind);
		}

		/**
		 * @return offset past the last character
		 */
		public int end() {
			return offset + length;
		}
	}

	private final String text;
	private final Optional<Node> root;
	private final List<Token> tokens;
	private final Set<Integer> withoutColon;

	YamlSketch(String text, Optional<Node> root, List<Token> tokens, Set<Integer> withoutColon) {
		this.text = text;
		this.root = root;
		this.tokens = List.copyOf(tokens);
		this.withoutColon = Set.copyOf(withoutColon);
	}

	/**
	 * @param text any text
	 * @return what it seems to say
	 */
	public static YamlSketch of(String text) {
		return new SketchScanner(text).scan();
	}

	/**
	 * @return the text
	 */
	public String text() {
		return text;
	}

	/**
	 * @return the tree; empty when there is nothing but comments
	 */
	public Optional<Node> root() {
		return root;
	}

	/**
	 * @return the parts of the text in their order; they do not overlap
	 */
	public List<Token> tokens() {
		return tokens;
	}

	/**
	 * @param key a key of the tree
	 * @return true when it has its colon
	 */
	public boolean hasColon(Scalar key) {
		return !withoutColon.contains(key.location().position().map(Position::offset).orElse(-1));
	}

	/**
	 * A part of the tree that was found.
	 *
	 * @param path the way to it; for a key, to its value
	 * @param node it
	 * @param key  true when it is a key
	 */
	public record Found(NodePath path, Node node, boolean key) {
		public Found {
			Objects.requireNonNull(path);
			Objects.requireNonNull(node);
		}
	}

	/**
	 * @param offset of a character, or past the last one
	 * @return the key or scalar that begins at or before it and ends at or behind it; the one that begins there when
	 *         two touch
	 */
	public Optional<Found> scalarAt(int offset) {
		List<Found> found = new ArrayList<>();
		root.ifPresent(node -> collect(node, NodePath.ROOT, offset, found));
		return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
	}

	private static void collect(Node node, NodePath path, int offset, List<Found> found) {
		if (!covers(node, offset)) {
			return;
		}
		switch (node) {
		case Mapping mapping -> mapping.entries().forEach(entry -> {
			NodePath inner = path.child(entry.name());
			if (covers(entry.key(), offset)) {
				found.add(new Found(inner, entry.key(), true));
			}
			if (!(entry.value() instanceof Scalar scalar && scalar.raw().isEmpty())) {
				collect(entry.value(), inner, offset, found);
			}
		});
		case Sequence sequence -> {
			for (int i = 0; i < sequence.items().size(); i++) {
				collect(sequence.items().get(i), path.child(i), offset, found);
			}
		}
		case Scalar scalar -> found.add(new Found(path, scalar, false));
		case Alias alias -> {
			// a sketch takes it for a plain value
		}
		}
	}

	private static boolean covers(Node node, int offset) {
		return node.location().position().filter(p -> p.offset() <= offset && offset <= p.offset() + p.length())
				.isPresent();
	}
}
