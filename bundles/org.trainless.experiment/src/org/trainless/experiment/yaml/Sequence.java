/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A list.
 *
 * @param items    in the order of the file
 * @param flow     true when it is written in brackets
 * @param location where it stands
 */
public record Sequence(List<Node> items, boolean flow, Location location) implements Node {
	public Sequence {
		items = List.copyOf(items);
		Objects.requireNonNull(location);
	}

	/**
	 * @param index from 0, an existing one
	 * @param item  what stands there
	 * @return a copy with that item
	 */
	public Sequence with(int index, Node item) {
		List<Node> changed = new ArrayList<>(items);
		changed.set(index, item);
		return new Sequence(changed, flow, location);
	}

	@Override
	public String kind() {
		return "a list";
	}
}
