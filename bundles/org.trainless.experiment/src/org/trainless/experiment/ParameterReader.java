/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.NearestName;
import org.trainless.experiment.yaml.Alias;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * Reads values by their declarations, be they of the format or of a contribution. Reads on after a problem, so that one
 * reading finds all of them; what has a problem is absent from what is returned.
 */
final class ParameterReader {
	/** Contributions within contributions; only defaults that name one another get there. */
	private static final int DEEPEST = 16;

	private final YamlDocument document;
	private final ReadContext context;
	private final Problems problems;
	private final List<Chosen> chosen;
	private int depth;

	/**
	 * A contribution that the file uses.
	 *
	 * @param contribution it
	 * @param location     where the file names it
	 */
	record Chosen(Contribution contribution, Location location) {
	}

	ParameterReader(YamlDocument document, ReadContext context, Problems problems) {
		this(document, context, problems, new ArrayList<>());
	}

	private ParameterReader(YamlDocument document, ReadContext context, Problems problems, List<Chosen> chosen) {
		this.document = document;
		this.context = context;
		this.problems = problems;
		this.chosen = chosen;
	}

	/**
	 * @return all contributions read so far, nested ones included
	 */
	List<Chosen> chosen() {
		return List.copyOf(chosen);
	}

	/** Where keys are read: what may stand there, and what messages say of it. */
	private record Scope(String owner, Location where, List<ParameterDescriptor> declared, boolean hasId,
			List<ParameterDescriptor> outer) {
		List<String> names() {
			List<String> names = new ArrayList<>(declared.stream().map(ParameterDescriptor::name).toList());
			if (hasId) {
				names.add(0, ExperimentFormat.ID);
			}
			return names;
		}

		boolean knows(String name) {
			return hasId && name.equals(ExperimentFormat.ID) || declared.stream().anyMatch(d -> d.name().equals(name));
		}
	}

	/**
	 * @param root     a document's root
	 * @param where    its beginning
	 * @param declared the keys of the format
	 * @return the values
	 */
	Parameters root(Mapping root, Location where, List<ParameterDescriptor> declared) {
		return keys(root, new Scope("the experiment", where, declared, false, List.of()));
	}

	private Parameters keys(Mapping mapping, Scope scope) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (ParameterDescriptor parameter : scope.declared()) {
			Optional<Mapping.Entry> entry = mapping.entry(parameter.name());
			Optional<Object> value = entry.isPresent()
					? value(parameter, "'" + parameter.name() + "'", entry.get().value(), where(entry.get()),
							scope.declared())
					: absent(parameter, scope);
			value.ifPresent(v -> values.put(parameter.name(), v));
		}
		Set<String> seen = new HashSet<>();
		for (Mapping.Entry entry : mapping.entries()) {
			if (!scope.knows(entry.name()) && seen.add(entry.name())) {
				unknownKey(entry, mapping, scope);
			}
		}
		return Parameters.of(values);
	}

	/** Where to report what concerns a key with its value: the key, or the override that gave the value. */
	private static Location where(Mapping.Entry entry) {
		Location value = entry.value().location();
		return value.position().isPresent() ? entry.key().location() : value;
	}

	private void unknownKey(Mapping.Entry entry, Mapping mapping, Scope scope) {
		String name = entry.name();
		String remedy;
		if (problems.isFull()) {
			remedy = "";
		} else if (name.equals("<<")) {
			remedy = "values cannot be merged in from elsewhere; write them here";
		} else {
			Optional<String> slip = NearestName.slip(name, scope.names()).map(n -> "did you mean '" + n + "'?");
			remedy = slip.or(() -> misplaced(name, mapping, scope))
					.orElseGet(() -> scope.declared().isEmpty() ? scope.owner() + " has no parameters"
							: Words.remedy(name, scope.names(), "known keys are: "));
		}
		problems.add(entry.key().location().error("unknown-key", "unknown key " + Words.quoted(name), remedy));
	}

	private Optional<String> misplaced(String name, Mapping mapping, Scope scope) {
		for (ParameterDescriptor parameter : scope.declared()) {
			if (parameter.type() == ParameterType.CONTRIBUTION && !parameter.list()) {
				Optional<Contribution> sibling = mapping.get(parameter.name()).flatMap(ParameterReader::id)
						.flatMap(id -> context.catalog().find(parameter.kind().orElseThrow(), id.value()));
				if (sibling.isPresent() && sibling.get().parameter(name).isPresent()) {
					return Optional.of("it belongs into '" + parameter.name() + "': { id: " + sibling.get().id() + ", "
							+ name + ": … }");
				}
			} else if (parameter.type() == ParameterType.GROUP && !parameter.list()
					&& parameter.parameters().stream().anyMatch(p -> p.name().equals(name))) {
				return Optional.of("it belongs into '" + parameter.name() + "': { " + name + ": … }");
			}
		}
		if (scope.outer().stream().anyMatch(p -> p.name().equals(name))) {
			return Optional.of("it belongs one level up, beside " + scope.owner() + "; check the indentation");
		}
		return Optional.empty();
	}

	private Optional<Object> absent(ParameterDescriptor parameter, Scope scope) {
		if (parameter.required()) {
			problems.add(scope.where().error("missing-key",
					"the key '" + parameter.name() + "' is missing in " + scope.owner(), addition(parameter)));
			return Optional.empty();
		}
		if (parameter.defaultValue().isPresent()) {
			return defaultValue(parameter, parameter.defaultValue().get().strip(), scope.where());
		}
		return Optional.empty();
	}

	private String addition(ParameterDescriptor parameter) {
		String key = "add '" + parameter.name() + ": …'";
		if (parameter.min().isPresent() && parameter.min().equals(parameter.max())) {
			return "add '" + parameter.name() + ": " + Words.number(parameter.min().get()) + "'";
		}
		return switch (parameter.type()) {
		case CONTRIBUTION -> key + " with one of: " + Words.list(ids(parameter.kind().orElseThrow()));
		case CHOICE -> key + " with one of: " + Words.list(parameter.choices());
		default -> key;
		};
	}

	private Optional<Object> defaultValue(ParameterDescriptor parameter, String text, Location where) {
		Problems own = new Problems();
		YamlDocument declaration;
		Optional<Node> node;
		if (parameter.list() || text.startsWith("{")) {
			declaration = new YamlParser().parse(where.source(), text);
			declaration.problems().forEach(own::add);
			node = declaration.root();
		} else {
			declaration = document;
			ScalarStyle style = text.isEmpty() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
			node = Optional.of(new Scalar(text, style, text, new Location(where.source(), Optional.empty())));
		}
		ParameterReader reader = new ParameterReader(declaration, context, own, chosen);
		reader.depth = depth;
		Optional<Object> value = node
				.flatMap(n -> reader.value(parameter, "'" + parameter.name() + "'", n, where, List.of()));
		if (own.hasErrors()) {
			own.sorted(where.source())
					.forEach(p -> problems
							.add(where.error(p.code(), p.message() + " (the default of '" + parameter.name() + "')",
									"state '" + parameter.name() + "' in the file")));
			return Optional.empty();
		}
		return value;
	}

	private Optional<Object> value(ParameterDescriptor parameter, String label, Node node, Location where,
			List<ParameterDescriptor> siblings) {
		if (node instanceof Alias) {
			return Optional.empty();
		}
		if (node instanceof Scalar scalar && scalar.isNull()) {
			problems.add(where.error("missing-value", label + " has no value", "write a value, or remove the key"));
			return Optional.empty();
		}
		return parameter.list() ? list(parameter, label, node, where, siblings)
				: item(parameter, label, node, where, siblings);
	}

	private Optional<Object> list(ParameterDescriptor parameter, String label, Node node, Location where,
			List<ParameterDescriptor> siblings) {
		if (!(node instanceof Sequence sequence)) {
			problems.add(node.location().error("wrong-type", label + " must be a list, but is " + node.kind(),
					node instanceof Scalar ? "write [ … ] around it" : "begin each item with '- '"));
			return Optional.empty();
		}
		boolean numeric = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
		int size = sequence.items().size();
		if (!numeric && (size < parameter.min().orElse(0.0) || size > parameter.max().orElse(Double.MAX_VALUE))) {
			problems.add(where.error("out-of-bounds",
					label + " must have " + Words.bounds(parameter)
							+ (parameter.max().isEmpty() && parameter.min().orElse(0.0) == 1 ? " item" : " items")
							+ ", but has " + size,
					""));
		}
		List<Object> items = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Node item = sequence.items().get(i);
			String itemLabel = "item " + (i + 1) + " of " + label;
			if (item instanceof Scalar scalar && scalar.isNull()) {
				problems.add(item.location().error("missing-value", itemLabel + " is empty",
						"write a value, or remove the '-'"));
			} else if (!(item instanceof Alias)) {
				item(parameter, itemLabel, item, beginning(item), siblings).ifPresent(items::add);
			}
		}
		return Optional.of(items);
	}

	/** Where a list item begins, without all the lines that it may have. */
	private static Location beginning(Node item) {
		return item instanceof Mapping mapping && !mapping.flow() && !mapping.entries().isEmpty()
				? mapping.entries().get(0).key().location()
				: item.location();
	}

	private Optional<Object> item(ParameterDescriptor parameter, String label, Node node, Location where,
			List<ParameterDescriptor> siblings) {
		switch (parameter.type()) {
		case GROUP -> {
			if (node instanceof Mapping mapping) {
				return Optional.of(keys(mapping, new Scope(label, where, parameter.parameters(), false, siblings)));
			}
			problems.add(node.location().error("wrong-type",
					label + " must have keys of its own, but is " + node.kind(), "its keys are: "
							+ Words.list(parameter.parameters().stream().map(ParameterDescriptor::name).toList())));
			return Optional.empty();
		}
		case CONTRIBUTION -> {
			return selection(parameter, label, node, where, siblings).map(Object.class::cast);
		}
		default -> {
			if (!(node instanceof Scalar scalar)) {
				problems.add(
						node.location().error("wrong-type", label + " must be a single value, but is " + node.kind(),
								bracesOfVariable(node) ? "put variables in quotes: \"${NAME}\"" : ""));
				return Optional.empty();
			}
			return ResolvedText.of(scalar, document, context.variables(), problems).flatMap(
					text -> new ScalarReader(parameter, label, scalar, text, problems).read(context.baseDirectory()));
		}
		}
	}

	/** {@code {NAME}}, a variable whose dollar was forgotten, is a mapping. */
	private static boolean bracesOfVariable(Node node) {
		return node instanceof Mapping mapping && mapping.flow() && mapping.entries().size() == 1
				&& mapping.entries().get(0).value() instanceof Scalar scalar && scalar.raw().isEmpty();
	}

	private static Optional<Scalar> id(Node node) {
		if (node instanceof Scalar scalar) {
			return Optional.of(scalar);
		}
		return node instanceof Mapping mapping
				? mapping.get(ExperimentFormat.ID).filter(Scalar.class::isInstance).map(Scalar.class::cast)
				: Optional.empty();
	}

	private Optional<Selection> selection(ParameterDescriptor parameter, String label, Node node, Location where,
			List<ParameterDescriptor> siblings) {
		ContributionKind kind = parameter.kind().orElseThrow();
		if (node instanceof Sequence) {
			problems.add(
					node.location().error("wrong-type", label + " must name one " + kind.label() + ", but is a list",
							"write an id, or { id: …, … } with parameters"));
			return Optional.empty();
		}
		if (depth == DEEPEST) {
			problems.add(where.error("too-deep", label + " is nested in too many other contributions",
					"state it in the file"));
			return Optional.empty();
		}
		Optional<Node> idNode = node instanceof Mapping mapping ? mapping.get(ExperimentFormat.ID) : Optional.of(node);
		if (idNode.isEmpty()) {
			problems.add(
					where.error("missing-key", "the key 'id' is missing in " + label + ": which " + kind.label() + "?",
							"add 'id: …' with one of: " + Words.list(ids(kind))));
			return Optional.empty();
		}
		if (idNode.get() instanceof Alias) {
			return Optional.empty();
		}
		if (!(idNode.get() instanceof Scalar id) || id.isNull()) {
			problems.add(idNode.get().location().error("wrong-type",
					"'id' must be the id of a " + kind.label() + ", but is " + idNode.get().kind(),
					"one of: " + Words.list(ids(kind))));
			return Optional.empty();
		}
		return ResolvedText.of(id, document, context.variables(), problems)
				.flatMap(text -> contribution(kind, text.text(), id.location()))
				.map(contribution -> selection(contribution, parameter, label, node, where, siblings));
	}

	private Selection selection(Contribution contribution, ParameterDescriptor parameter, String label, Node node,
			Location where, List<ParameterDescriptor> siblings) {
		List<ParameterDescriptor> declared = new ArrayList<>(contribution.parameters());
		declared.addAll(parameter.parameters());
		Mapping given = node instanceof Mapping mapping ? mapping : new Mapping(List.of(), true, node.location());
		depth++;
		Parameters parameters = keys(given, new Scope(label, where, declared, true, siblings));
		depth--;
		return new Selection(contribution.kind(), contribution.id(), parameters);
	}

	private Optional<Contribution> contribution(ContributionKind kind, String id, Location location) {
		Optional<Contribution> found = context.catalog().find(kind, id);
		if (found.isEmpty()) {
			problems.add(location.error("unknown-contribution", "unknown " + kind.label() + " " + Words.quoted(id),
					problems.isFull() ? "" : remedy(kind, id)));
			return found;
		}
		Contribution contribution = found.get();
		chosen.add(new Chosen(contribution, location));
		if (contribution.deprecated()) {
			problems.add(
					location.warning("deprecated-contribution", "the " + kind.label() + " '" + id + "' is deprecated",
							contribution.replacedBy().map(r -> "use '" + r + "' instead").orElse("")));
		}
		return found;
	}

	private String remedy(ContributionKind kind, String id) {
		for (ContributionKind other : ContributionKind.values()) {
			if (other != kind && context.catalog().find(other, id).isPresent()) {
				return "'" + id + "' is a " + other.label();
			}
		}
		List<String> known = new ArrayList<>(ids(kind));
		context.catalog().all(kind).forEach(c -> c.aliases().stream().sorted().forEach(known::add));
		return NearestName.of(id, known).map(n -> "did you mean '" + n + "'?")
				.orElseGet(() -> ids(kind).isEmpty() ? "none is installed"
						: "installed are: " + Words.list(ids(kind)) + "; is a plug-in missing?");
	}

	/** @return what to advise: deprecated ones are known, but not advised */
	private List<String> ids(ContributionKind kind) {
		return context.catalog().all(kind).stream().filter(c -> !c.deprecated()).map(Contribution::id).toList();
	}
}
