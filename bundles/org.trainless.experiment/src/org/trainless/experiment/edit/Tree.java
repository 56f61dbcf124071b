/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.edit;

import java.util.ArrayList;
import java.util.List;

import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;

/** What an edit of a text must mean: the same change made on the tree. */
final class Tree {
	private Tree() {
	}

	static Node with(Node node, NodePath path, Node value) {
		return changed(node, path, 0, new Change(value, false));
	}

	static Node without(Node node, NodePath path) {
		return changed(node, path, 0, new Change(null, false));
	}

	static Node withItem(Node node, NodePath item, Node value) {
		return changed(node, item, 0, new Change(value, true));
	}

	private record Change(Node value, boolean insert) {
	}

	private static Node changed(Node node, NodePath path, int step, Change change) {
		if (step == path.steps().size()) {
			return change.value();
		}
		String name = path.steps().get(step);
		boolean last = step == path.steps().size() - 1;
		if (node instanceof Sequence sequence) {
			List<Node> items = new ArrayList<>(sequence.items());
			int index = Integer.parseInt(name);
			if (last && change.insert()) {
				items.add(index, change.value());
			} else if (last && change.value() == null) {
				items.remove(index);
			} else {
				items.set(index, changed(items.get(index), path, step + 1, change));
			}
			return new Sequence(items, sequence.flow(), sequence.location());
		}
		Mapping mapping = (Mapping) node;
		if (last && change.value() == null) {
			return new Mapping(mapping.entries().stream().filter(e -> !e.name().equals(name)).toList(), mapping.flow(),
					mapping.location());
		}
		Node inner = last ? change.value() : changed(mapping.get(name).orElseThrow(), path, step + 1, change);
		return mapping.with(Scalar.plain(name, mapping.location()), inner);
	}

	/** @return true when both say the same, however they are written */
	static boolean same(Node a, Node b) {
		if (a instanceof Scalar first && b instanceof Scalar second) {
			return first.value().equals(second.value()) && first.isNull() == second.isNull();
		}
		if (a instanceof Sequence first && b instanceof Sequence second) {
			if (first.items().size() != second.items().size()) {
				return false;
			}
			for (int i = 0; i < first.items().size(); i++) {
				if (!same(first.items().get(i), second.items().get(i))) {
					return false;
				}
			}
			return true;
		}
		if (a instanceof Mapping first && b instanceof Mapping second) {
			if (first.entries().size() != second.entries().size()) {
				return false;
			}
			for (int i = 0; i < first.entries().size(); i++) {
				Mapping.Entry one = first.entries().get(i);
				Mapping.Entry other = second.entries().get(i);
				if (!one.name().equals(other.name()) || !same(one.value(), other.value())) {
					return false;
				}
			}
			return true;
		}
		return false;
	}
}
