/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.List;
import java.util.Objects;

import org.trainless.experiment.yaml.NodePath;

/**
 * A part of a file as an outline shows it.
 *
 * @param path     the way to it
 * @param kind     what it is
 * @param label    its key, or the name of a list item
 * @param detail   its value or what is chosen there; may be empty
 * @param offset   of its first character, that of its key if it has one
 * @param length   characters that belong to it
 * @param selected characters from the offset on that stand for it: its key
 * @param children its parts
 */
public record OutlineItem(NodePath path, Kind kind, String label, String detail, int offset, int length, int selected,
		List<OutlineItem> children) {

	/** What an item is, as its picture shows it. */
	public enum Kind {
		/** A search. */
		SEARCH,
		/** A contribution that is chosen. */
		CONTRIBUTION,
		/** Keys or a list. */
		GROUP,
		/** A single value. */
		VALUE
	}

	public OutlineItem {
		Objects.requireNonNull(path);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(label);
		Objects.requireNonNull(detail);
		children = List.copyOf(children);
	}

	/**
	 * @return offset past the last character
	 */
	public int end() {
		return offset + length;
	}
}
