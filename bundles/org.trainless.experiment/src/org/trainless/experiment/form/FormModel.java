/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.assist.Declarations;
import org.trainless.experiment.assist.Place;
import org.trainless.experiment.edit.NewValue;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;

/**
 * The fields of an experiment, made of the declarations of the format and of what is installed.
 *
 * @param fields   one for each key of the file, in the order of the format
 * @param problems what is wrong with no field in particular
 * @param broken   why the text cannot be shown as a form; empty when it can
 */
public record FormModel(List<FormField> fields, List<Problem> problems, Optional<Problem> broken) {
	/** Only defaults that name one another get deeper. */
	private static final int DEEPEST = 8;

	public FormModel {
		fields = List.copyOf(fields);
		problems = List.copyOf(problems);
		Objects.requireNonNull(broken);
	}

	/**
	 * @param catalog what is installed
	 * @param result  of reading the text
	 * @return its form
	 */
	public static FormModel of(Catalog catalog, ExperimentResult result) {
		YamlDocument document = result.document();
		boolean shown = document.problems().isEmpty() && document.root().orElse(null) instanceof Mapping
				&& result.problems().stream().noneMatch(p -> p.code().equals("newer-format"));
		if (!shown) {
			Optional<Problem> why = document.problems().stream().findFirst()
					.or(() -> result.problems().stream().findFirst());
			return new FormModel(List.of(), List.of(), why);
		}
		Builder builder = new Builder(catalog, result);
		List<FormField> fields = builder.fields(ExperimentFormat.keys(), document.root(), Optional.empty(),
				NodePath.ROOT, 0);
		return new FormModel(fields, builder.of(NodePath.ROOT), Optional.empty());
	}

	/**
	 * @param path of a field
	 * @return the field
	 */
	public Optional<FormField> find(NodePath path) {
		List<FormField> level = fields;
		Optional<FormField> field = Optional.empty();
		for (String step : path.steps()) {
			field = level.stream().filter(f -> f.path().last().equals(step)).findFirst();
			level = field.map(FormField::children).orElse(List.of());
		}
		return field;
	}

	private static final class Builder {
		private final Catalog catalog;
		private final Map<NodePath, List<Problem>> problems = new HashMap<>();

		Builder(Catalog catalog, ExperimentResult result) {
			this.catalog = catalog;
			Declarations declarations = new Declarations(catalog);
			for (Problem problem : result.problems()) {
				problems.computeIfAbsent(field(declarations, result.document(), problem), p -> new ArrayList<>())
						.add(problem);
			}
		}

		/** @return the innermost field that the problem is about */
		private static NodePath field(Declarations declarations, YamlDocument document, Problem problem) {
			NodePath path = problem.position().map(p -> document.pathAt(p.offset())).orElse(NodePath.ROOT);
			if (problem.code().equals("missing-key")) {
				for (NodePath holder = path;; holder = holder.parent()) {
					Optional<NodePath> missing = missing(declarations, document, holder, problem);
					if (missing.isPresent()) {
						return missing.get();
					}
					if (holder.isRoot()) {
						break;
					}
				}
			}
			while (!path.isRoot()) {
				Optional<Place> place = declarations.at(document.root(), path);
				boolean value = place.filter(Place::item).flatMap(Place::parameter).map(ParameterDescriptor::type)
						.filter(t -> t != ParameterType.GROUP && t != ParameterType.CONTRIBUTION).isPresent();
				if (place.isPresent() && !place.get().id() && !value) {
					return path;
				}
				path = path.parent();
			}
			return path;
		}

		private static Optional<NodePath> missing(Declarations declarations, YamlDocument document, NodePath holder,
				Problem problem) {
			return declarations.at(document.root(), holder).filter(p -> !p.isList())
					.flatMap(place -> place.keys().stream().filter(ParameterDescriptor::required)
							.map(ParameterDescriptor::name)
							.filter(name -> problem.message().contains("'" + name + "' is missing")).map(holder::child)
							.filter(path -> document.find(path).isEmpty()).findFirst());
		}

		List<Problem> of(NodePath path) {
			return problems.getOrDefault(path, List.of());
		}

		List<FormField> fields(List<ParameterDescriptor> parameters, Optional<Node> holder, Optional<Node> usual,
				NodePath path, int depth) {
			List<FormField> fields = new ArrayList<>();
			for (ParameterDescriptor parameter : parameters) {
				fields.add(field(parameter, false, inside(holder, parameter.name()),
						inside(usual, parameter.name()).or(() -> Declarations.defaultNode(parameter)),
						path.child(parameter.name()), depth));
			}
			return fields;
		}

		private static Optional<Node> inside(Optional<Node> holder, String key) {
			return holder.filter(Mapping.class::isInstance).flatMap(m -> ((Mapping) m).get(key));
		}

		private FormField field(ParameterDescriptor parameter, boolean item, Optional<Node> node, Optional<Node> usual,
				NodePath path, int depth) {
			boolean present = node.isPresent();
			boolean inner = parameter.type() == ParameterType.GROUP || parameter.type() == ParameterType.CONTRIBUTION;
			Optional<Contribution> contribution = Optional.empty();
			List<FormField> children = List.of();
			FormField.Shape shape = FormField.Shape.VALUE;
			if (parameter.list() && !item && !inner) {
				shape = FormField.Shape.LIST;
			} else if (parameter.list() && !item) {
				shape = FormField.Shape.ITEMS;
				children = items(parameter, node, path, depth);
			} else if (parameter.type() == ParameterType.GROUP) {
				shape = FormField.Shape.GROUP;
				children = depth == DEEPEST ? List.of()
						: fields(parameter.parameters(), node, present ? Optional.empty() : usual, path, depth + 1);
			} else if (parameter.type() == ParameterType.CONTRIBUTION) {
				shape = FormField.Shape.CONTRIBUTION;
				contribution = node.or(() -> usual).flatMap(Declarations::id)
						.flatMap(id -> catalog.find(parameter.kind().orElseThrow(), id));
				List<ParameterDescriptor> keys = new ArrayList<>(
						contribution.map(Contribution::parameters).orElse(List.of()));
				boolean chosen = present || usual.isPresent();
				keys.addAll(chosen ? parameter.parameters() : List.of());
				children = depth == DEEPEST ? List.of()
						: fields(keys, node, present ? Optional.empty() : usual, path, depth + 1);
			}
			return new FormField(path, parameter, shape, present,
					shape == FormField.Shape.ITEMS ? "" : node.map(n -> text(n)).orElse(""),
					usual.map(n -> text(n)).filter(t -> !t.isBlank()), contribution, children, of(path));
		}

		private List<FormField> items(ParameterDescriptor parameter, Optional<Node> node, NodePath path, int depth) {
			List<FormField> items = new ArrayList<>();
			if (node.orElse(null) instanceof Sequence sequence && depth < DEEPEST) {
				for (int i = 0; i < sequence.items().size(); i++) {
					items.add(field(parameter, true, Optional.of(sequence.items().get(i)), Optional.empty(),
							path.child(i), depth + 1));
				}
			}
			return items;
		}
	}

	/**
	 * @param node a part of a document
	 * @return the text by which a field shows it: a value, items separated by commas, the id of a contribution
	 */
	static String text(Node node) {
		return switch (node) {
		case Scalar scalar -> scalar.isNull() ? "" : scalar.value();
		case Sequence sequence -> {
			String flow = NewValue.of(sequence).flow();
			yield flow.substring(1, flow.length() - 1);
		}
		case Mapping mapping -> Declarations.id(mapping).orElse("");
		default -> "";
		};
	}
}
