/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys with their values.
 *
 * @param entries  in the order of the file; a key that stands twice is a problem of the document and is twice in here
 * @param flow     true when it is written in braces
 * @param location where it stands
 */
public record Mapping(List<Entry> entries, boolean flow, Location location) implements Node {
	public Mapping {
		entries = List.copyOf(entries);
		Objects.requireNonNull(location);
	}

	/**
	 * A key with its value.
	 *
	 * @param key   the key
	 * @param value the value; a scalar of no characters when none is written
	 */
	public record Entry(Scalar key, Node value) {
		public Entry {
			Objects.requireNonNull(key);
			Objects.requireNonNull(value);
		}

		/**
		 * @return text of the key
		 */
		public String name() {
			return key.value();
		}
	}

	/**
	 * @param key text of a key
	 * @return the first entry with that key
	 */
	public Optional<Entry> entry(String key) {
		for (Entry entry : entries) {
			if (entry.name().equals(key)) {
				return Optional.of(entry);
			}
		}
		return Optional.empty();
	}

	/**
	 * @param key text of a key
	 * @return value of the first entry with that key
	 */
	public Optional<Node> get(String key) {
		return entry(key).map(Entry::value);
	}

	/**
	 * @param key   the key, which replaces an equal one where that stands, or else is added as the last
	 * @param value its value
	 * @return a copy with that entry
	 */
	public Mapping with(Scalar key, Node value) {
		List<Entry> changed = new ArrayList<>(entries);
		for (int i = 0; i < changed.size(); i++) {
			if (changed.get(i).name().equals(key.value())) {
				changed.set(i, new Entry(changed.get(i).key(), value));
				return new Mapping(changed, flow, location);
			}
		}
		changed.add(new Entry(key, value));
		return new Mapping(changed, flow, location);
	}

	@Override
	public String kind() {
		return "a mapping of keys";
	}
}
