/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.trainless.experiment.yaml.Alias;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlText;

/** A value to be put into a document. */
public sealed interface NewValue {

	/**
	 * A text, as it is meant. It is put in quotes where it must be.
	 *
	 * @param text any text
	 */
	record Text(String text) implements NewValue {
		/** Words and expressions that are read as they stand in every place of a document. */
		private static final Pattern PLAIN = Pattern
				.compile("[\\p{L}0-9_/.(+$](?:[\\p{L}\\p{N} _/.()+*<>=!$%^&;?@~|\\\\-]|(?<! )#|:(?=[^ ]))*");
		private static final Pattern OTHER = Pattern
				.compile("(?i)true|false|null|~|yes|no|on|off|y|n|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)(e[-+]?[0-9]+)?"
						+ "|0x[0-9a-f]+|0o[0-7]+|[-+]?\\.?(inf|nan)");

		public Text {
			Objects.requireNonNull(text);
		}

		@Override
		public String flow() {
			return isPlain() ? text : YamlText.quoted(text);
		}

		/**
		 * @return true when it needs no quotes and nobody takes it for anything but text
		 */
		boolean isPlain() {
			return PLAIN.matcher(text).matches() && !text.endsWith(" ") && !OTHER.matcher(text).matches();
		}

		@Override
		public Node node(Location location) {
			return new Scalar(text, ScalarStyle.DOUBLE_QUOTED, YamlText.quoted(text), location);
		}
	}

	/**
	 * A number or truth value, written as it stands.
	 *
	 * @param text letters, digits, signs and points
	 */
	record Literal(String text) implements NewValue {
		private static final Pattern FORM = Pattern.compile("[-+]?\\.?[A-Za-z0-9][A-Za-z0-9.+-]*");

		public Literal {
			if (!FORM.matcher(text).matches()) {
				throw new IllegalArgumentException("not a number or truth value: " + text);
			}
		}

		@Override
		public String flow() {
			return text;
		}

		@Override
		public Node node(Location location) {
			return Scalar.plain(text, location);
		}
	}

	/**
	 * Keys with their values.
	 *
	 * @param keys in the order in which they are written
	 */
	record Fields(Map<String, NewValue> keys) implements NewValue {
		public Fields {
			keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
		}

		@Override
		public String flow() {
			StringBuilder text = new StringBuilder();
			keys.forEach((key, value) -> text.append(text.isEmpty() ? "{ " : ", ").append(entry(key, value)));
			return text.isEmpty() ? "{}" : text.append(" }").toString();
		}

		static String entry(String key, NewValue value) {
			return new Text(key).flow() + ": " + value.flow();
		}

		@Override
		public Node node(Location location) {
			List<Mapping.Entry> entries = new ArrayList<>();
			keys.forEach(
					(key, value) -> entries.add(new Mapping.Entry(Scalar.plain(key, location), value.node(location))));
			return new Mapping(entries, true, location);
		}
	}

	/**
	 * A list.
	 *
	 * @param items in the order in which they are written
	 */
	record Items(List<NewValue> items) implements NewValue {
		public Items {
			items = List.copyOf(items);
		}

		@Override
		public String flow() {
			return "[" + String.join(", ", items.stream().map(NewValue::flow).toList()) + "]";
		}

		@Override
		public Node node(Location location) {
			return new Sequence(items.stream().map(i -> i.node(location)).toList(), true, location);
		}
	}

	/**
	 * @param node a part of a document
	 * @return what it says, as a new value
	 * @throws IllegalArgumentException when it holds an alias
	 */
	static NewValue of(Node node) {
		return switch (node) {
		case Mapping mapping -> {
			Map<String, NewValue> keys = new LinkedHashMap<>();
			mapping.entries().forEach(e -> keys.put(e.name(), of(e.value())));
			yield new Fields(keys);
		}
		case Sequence sequence -> new Items(sequence.items().stream().map(NewValue::of).toList());
		case Scalar scalar when scalar.style() == ScalarStyle.PLAIN && Literal.FORM.matcher(scalar.value()).matches()
				&& Text.OTHER.matcher(scalar.value()).matches() ->
			new Literal(scalar.value());
		case Scalar scalar -> new Text(scalar.value());
		case Alias alias -> throw new IllegalArgumentException("an alias says nothing by itself");
		};
	}

	/**
	 * @return the value on one line
	 */
	String flow();

	/**
	 * @param location what the parts of the tree give as their place
	 * @return the value as a part of a tree
	 */
	Node node(Location location);
}
