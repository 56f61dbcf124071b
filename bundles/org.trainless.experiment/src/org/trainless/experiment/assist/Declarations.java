/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlParser;

/** Finds what is declared for the places of a file. Immutable; thread-safe if the catalog is. */
public final class Declarations {
	private final Catalog catalog;

	/**
	 * @param catalog what is installed
	 */
	public Declarations(Catalog catalog) {
		this.catalog = Objects.requireNonNull(catalog);
	}

	/**
	 * @return what is installed
	 */
	public Catalog catalog() {
		return catalog;
	}

	/**
	 * @param root of a file's tree; empty when there is none
	 * @param path a place, at which nothing need stand
	 * @return what is declared for it; empty when nothing may stand there
	 */
	public Optional<Place> at(Optional<Node> root, NodePath path) {
		Place place = new Place(NodePath.ROOT, Optional.empty(), false, false, Optional.empty(),
				ExperimentFormat.keys());
		Optional<Node> node = root;
		for (String step : path.steps()) {
			Optional<Node> inner = node.flatMap(n -> step(n, step));
			Optional<Place> next = child(place, step, inner);
			if (next.isEmpty()) {
				return Optional.empty();
			}
			place = next.get();
			node = inner;
		}
		return Optional.of(place);
	}

	private Optional<Place> child(Place place, String step, Optional<Node> node) {
		NodePath path = place.path().child(step);
		if (place.isList()) {
			return NodePath.index(step, Integer.MAX_VALUE) < 0 ? Optional.empty()
					: Optional.of(place(path, place.parameter().orElseThrow(), true, node));
		}
		if (place.hasId() && step.equals(ExperimentFormat.ID)) {
			return Optional.of(new Place(path, place.parameter(), place.item(), true,
					node.flatMap(n -> chosen(place, n)), List.of()));
		}
		return place.keys().stream().filter(k -> k.name().equals(step)).findFirst()
				.map(parameter -> place(path, parameter, false, node));
	}

	private Optional<Contribution> chosen(Place place, Node node) {
		return node instanceof Scalar id ? catalog.find(place.kind().orElseThrow(), id.value()) : Optional.empty();
	}

	private Place place(NodePath path, ParameterDescriptor parameter, boolean item, Optional<Node> node) {
		if (parameter.list() && !item) {
			return new Place(path, Optional.of(parameter), false, false, Optional.empty(), List.of());
		}
		if (parameter.type() == ParameterType.CONTRIBUTION) {
			Optional<Contribution> contribution = node.or(() -> defaultNode(parameter)).flatMap(Declarations::id)
					.flatMap(id -> catalog.find(parameter.kind().orElseThrow(), id));
			List<ParameterDescriptor> keys = new ArrayList<>(
					contribution.map(Contribution::parameters).orElse(List.of()));
			keys.addAll(parameter.parameters());
			return new Place(path, Optional.of(parameter), item, false, contribution, keys);
		}
		return new Place(path, Optional.of(parameter), item, false, Optional.empty(), parameter.parameters());
	}

	/**
	 * @param node a contribution as a file names it: its id, or a mapping with its id
	 * @return the id
	 */
	public static Optional<String> id(Node node) {
		if (node instanceof Scalar scalar) {
			return Optional.of(scalar.value());
		}
		return node instanceof Mapping mapping
				? mapping.get(ExperimentFormat.ID).filter(Scalar.class::isInstance).map(n -> ((Scalar) n).value())
				: Optional.empty();
	}

	/**
	 * @param parameter a declaration
	 * @return the default as a file would state it, if there is one
	 */
	public static Optional<Node> defaultNode(ParameterDescriptor parameter) {
		return parameter.defaultValue().map(String::strip).filter(t -> !t.isEmpty())
				.flatMap(text -> new YamlParser().parse("", text).root());
	}

	/**
	 * @param node a part of a tree
	 * @param step a key or number
	 * @return the part of it to which that leads
	 */
	static Optional<Node> step(Node node, String step) {
		if (node instanceof Mapping mapping) {
			return mapping.get(step);
		}
		if (node instanceof Sequence sequence) {
			int index = NodePath.index(step, sequence.items().size());
			return index < 0 ? Optional.empty() : Optional.of(sequence.items().get(index));
		}
		return Optional.empty();
	}

	/**
	 * @param root of a tree
	 * @param path a place
	 * @return what stands there
	 */
	static Optional<Node> find(Optional<Node> root, NodePath path) {
		Optional<Node> node = root;
		for (String step : path.steps()) {
			node = node.flatMap(n -> step(n, step));
		}
		return node;
	}
}
