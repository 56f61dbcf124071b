/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlSketch;
import org.trainless.experiment.yaml.YamlSketch.Token;
import org.trainless.experiment.yaml.YamlSketch.TokenKind;

/**
 * Divides a text into what is shown in different colours, by what is declared for each place. Immutable; thread-safe if
 * the catalog is.
 */
public final class Highlighting {
	private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");

	private final Declarations declarations;

	/** What a stretch of text is. */
	public enum Style {
		/** A key that may stand there. */
		KEY,
		/** A key of which nothing is known. */
		UNKNOWN_KEY,
		/** Id of a contribution. */
		CONTRIBUTION,
		/** A number. */
		NUMBER,
		/** One of a few words: a choice, or true or false. */
		WORD,
		/** Any text. */
		TEXT,
		/** A variable. */
		VARIABLE,
		/** What separates and encloses. */
		PUNCTUATION,
		/** A comment. */
		COMMENT
	}

	/**
	 * A stretch of text.
	 *
	 * @param style  what it is
	 * @param offset of its first character
	 * @param length at least 1
	 */
	public record Span(Style style, int offset, int length) {
		public Span {
			Objects.requireNonNull(style);
		}
	}

	/**
	 * @param catalog what is installed
	 */
	public Highlighting(Catalog catalog) {
		this.declarations = new Declarations(catalog);
	}

	/**
	 * @param text an experiment, complete or not
	 * @return its stretches in their order, which do not overlap; white space lies between them
	 */
	public List<Span> of(String text) {
		YamlSketch sketch = YamlSketch.of(text);
		Map<Integer, Style> styles = new HashMap<>();
		sketch.root().ifPresent(root -> collect(sketch.root(), root, NodePath.ROOT, styles));
		List<Span> spans = new ArrayList<>();
		for (Token token : sketch.tokens()) {
			Style style = switch (token.kind()) {
			case COMMENT -> Style.COMMENT;
			case PUNCTUATION -> Style.PUNCTUATION;
			case KEY -> styles.getOrDefault(token.offset(), Style.KEY);
			case PLAIN, QUOTED, BLOCK -> styles.getOrDefault(token.offset(), Style.TEXT);
			};
			boolean value = token.kind() != TokenKind.COMMENT && token.kind() != TokenKind.PUNCTUATION;
			if (value) {
				withVariables(text, token, style, spans);
			} else {
				spans.add(new Span(style, token.offset(), token.length()));
			}
		}
		return spans;
	}

	private static void withVariables(String text, Token token, Style style, List<Span> spans) {
		int from = token.offset();
		Matcher variables = VARIABLE.matcher(text).region(token.offset(), token.end());
		variables.useTransparentBounds(true);
		while (variables.find()) {
			if (variables.start() > from) {
				spans.add(new Span(style, from, variables.start() - from));
			}
			spans.add(new Span(Style.VARIABLE, variables.start(), variables.end() - variables.start()));
			from = variables.end();
		}
		if (from < token.end()) {
			spans.add(new Span(style, from, token.end() - from));
		}
	}

	private void collect(Optional<Node> root, Node node, NodePath path, Map<Integer, Style> styles) {
		switch (node) {
		case Mapping mapping -> mapping.entries().forEach(entry -> {
			NodePath inner = path.child(entry.name());
			styles.put(offset(entry.key()), declarations.at(root, inner).isPresent() ? Style.KEY : Style.UNKNOWN_KEY);
			collect(root, entry.value(), inner, styles);
		});
		case Sequence sequence -> {
			for (int i = 0; i < sequence.items().size(); i++) {
				collect(root, sequence.items().get(i), path.child(i), styles);
			}
		}
		case Scalar scalar -> declarations.at(root, path).ifPresent(place -> styles.put(offset(scalar), style(place)));
		default -> {
			// a sketch has nothing else
		}
		}
	}

	private static Style style(Place place) {
		return switch (place.parameter().map(ParameterDescriptor::type).orElse(ParameterType.STRING)) {
		case CONTRIBUTION -> place.contribution().isPresent() ? Style.CONTRIBUTION : Style.TEXT;
		case INTEGER, NUMBER -> Style.NUMBER;
		case BOOLEAN, CHOICE -> Style.WORD;
		case STRING, PATH, GROUP -> Style.TEXT;
		};
	}

	private static int offset(Node node) {
		return node.location().position().orElseThrow().offset();
	}
}
