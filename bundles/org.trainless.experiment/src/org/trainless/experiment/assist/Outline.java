/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.param.Catalog;
import org.trainless.api.problem.Position;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlSketch;

/** The parts of a file as a tree, also of one that is broken. Immutable; thread-safe if the catalog is. */
public final class Outline {
	private static final int LONGEST = 60;

	private final Declarations declarations;

	/**
	 * @param catalog what is installed
	 */
	public Outline(Catalog catalog) {
		this.declarations = new Declarations(catalog);
	}

	/**
	 * @param text an experiment
	 * @return its keys in their order, with what they hold
	 */
	public List<OutlineItem> of(String text) {
		YamlSketch sketch = YamlSketch.of(text);
		return sketch.root().map(root -> children(sketch.root(), root, NodePath.ROOT)).orElse(List.of());
	}

	private List<OutlineItem> children(Optional<Node> root, Node node, NodePath path) {
		List<OutlineItem> items = new ArrayList<>();
		if (node instanceof Mapping mapping) {
			for (Mapping.Entry entry : mapping.entries()) {
				boolean shown = !(entry.name().equals(ExperimentFormat.ID)
						&& declarations.at(root, path).filter(Place::hasId).isPresent());
				if (shown) {
					items.add(item(root, entry.value(), path.child(entry.name()), entry.name(), entry.key()));
				}
			}
		} else if (node instanceof Sequence sequence) {
			for (int i = 0; i < sequence.items().size(); i++) {
				Node item = sequence.items().get(i);
				NodePath inner = path.child(i);
				String name = Declarations.step(item, ExperimentFormat.NAME).filter(Scalar.class::isInstance)
						.map(n -> shortened(((Scalar) n).value())).filter(n -> !n.isBlank())
						.or(() -> item instanceof Scalar s ? Optional.of(shortened(s.value())) : Optional.empty())
						.orElse(Integer.toString(i + 1));
				items.add(item(root, item, inner, name, item));
			}
		}
		return items;
	}

	private OutlineItem item(Optional<Node> root, Node value, NodePath path, String label, Node anchor) {
		Optional<Place> place = declarations.at(root, path);
		boolean contribution = place.filter(Place::hasId).isPresent();
		boolean search = place.filter(Place::item).isPresent() && path.steps().size() == 2
				&& path.steps().get(0).equals(ExperimentFormat.SEARCHES);
		OutlineItem.Kind kind = OutlineItem.Kind.VALUE;
		if (search) {
			kind = OutlineItem.Kind.SEARCH;
		} else if (contribution) {
			kind = OutlineItem.Kind.CONTRIBUTION;
		} else if (!(value instanceof Scalar)) {
			kind = OutlineItem.Kind.GROUP;
		}
		String detail = "";
		if (contribution) {
			detail = Declarations.id(value).map(Outline::shortened).orElse("");
		} else if (value instanceof Scalar scalar && anchor != value) {
			detail = shortened(scalar.value());
		}
		Position from = anchor.location().position().orElseThrow();
		Position to = value.location().position().orElseThrow();
		int end = Math.max(from.offset() + from.length(), to.offset() + to.length());
		int selected = anchor instanceof Scalar ? from.length() : 0;
		return new OutlineItem(path, kind, label, detail, from.offset(), end - from.offset(), selected,
				children(root, value, path));
	}

	private static String shortened(String value) {
		String line = value.strip().replaceAll("\\s+", " ");
		return line.codePointCount(0, line.length()) <= LONGEST ? line
				: line.substring(0, line.offsetByCodePoints(0, LONGEST)) + '\u2026';
	}
}
