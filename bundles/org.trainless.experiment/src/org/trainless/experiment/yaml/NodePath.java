/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a document's root to one of its parts: keys, and numbers of list items from 0.
 *
 * @param steps keys or numbers
 */
public record NodePath(List<String> steps) {
	/** The document's root. */
	public static final NodePath ROOT = new NodePath(List.of());

	public NodePath {
		steps = List.copyOf(steps);
	}

	/**
	 * @param text steps joined by dots, for example {@code searches.0.strategy.population}; the root when empty
	 * @return the path
	 */
	public static NodePath of(String text) {
		return text.isEmpty() ? ROOT : new NodePath(List.of(text.split("\\.", -1)));
	}

	/**
	 * @param key of a mapping
	 * @return the path to its value
	 */
	public NodePath child(String key) {
		List<String> longer = new ArrayList<>(steps);
		longer.add(key);
		return new NodePath(longer);
	}

	/**
	 * @param index of a list item, from 0
	 * @return the path to it
	 */
	public NodePath child(int index) {
		return child(Integer.toString(index));
	}

	/**
	 * @return the path to what holds this part
	 * @throws IllegalStateException when this is the root
	 */
	public NodePath parent() {
		if (isRoot()) {
			throw new IllegalStateException("nothing holds the root");
		}
		return new NodePath(steps.subList(0, steps.size() - 1));
	}

	/**
	 * @return the last key or number
	 * @throws IllegalStateException when this is the root
	 */
	public String last() {
		if (isRoot()) {
			throw new IllegalStateException("the root has no step");
		}
		return steps.get(steps.size() - 1);
	}

	/**
	 * @return true for the root
	 */
	public boolean isRoot() {
		return steps.isEmpty();
	}

	/**
	 * @param step a key or number
	 * @param size of the list
	 * @return the number of the item, or -1 when the list has no such item
	 */
	public static int index(String step, int size) {
		// nothing longer is the number of an item of a document of limited size, and no item has two names
		if (step.isEmpty() || step.length() > 9 || step.length() > 1 && step.charAt(0) == '0') {
			return -1;
		}
		for (int i = 0; i < step.length(); i++) {
			if (step.charAt(i) < '0' || step.charAt(i) > '9') {
				return -1;
			}
		}
		int index = Integer.parseInt(step);
		return index < size ? index : -1;
	}

	/**
	 * @return the steps joined by dots
	 */
	@Override
	public String toString() {
		return String.join(".", steps);
	}
}
