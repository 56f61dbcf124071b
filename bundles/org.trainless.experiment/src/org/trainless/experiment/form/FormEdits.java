/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.assist.Declarations;
import org.trainless.experiment.assist.Place;
import org.trainless.experiment.assist.QuickFixes;
import org.trainless.experiment.edit.NewValue;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.edit.TextEdits;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * What an input in a form means for the text: one change that touches only what was entered. Typing back what the file
 * said when it was opened restores it character by character. Immutable; thread-safe if the catalog is.
 */
public final class FormEdits {
	private static final TextEdit NOTHING = new TextEdit(0, 0, "");
	private static final Pattern LITERAL = Pattern
			.compile("true|false|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+");
	private static final NodePath SEARCHES = NodePath.ROOT.child(ExperimentFormat.SEARCHES);

	private final Catalog catalog;
	private final YamlDocument document;
	private final YamlDocument opened;

	/**
	 * @param catalog  what is installed
	 * @param document the text as it is
	 * @param opened   the text as it was when it was opened
	 */
	public FormEdits(Catalog catalog, YamlDocument document, YamlDocument opened) {
		this.catalog = Objects.requireNonNull(catalog);
		this.document = Objects.requireNonNull(document);
		this.opened = Objects.requireNonNull(opened);
	}

	private TextEdits edits() {
		return edits(document);
	}

	private TextEdits edits(YamlDocument changed) {
		return TextEdits.of(changed).remembering(opened);
	}

	/**
	 * @param path of a field: a value, a list of values, or a contribution
	 * @param text what was entered; empty takes an optional field out of the file
	 * @return the change; empty when that is the value already
	 * @throws ProblemException         when the text has errors, or this can only be done by editing the text
	 * @throws IllegalArgumentException when nothing is declared for the path
	 */
	public TextEdit set(NodePath path, String text) throws ProblemException {
		Place place = new Declarations(catalog).at(document.root(), path)
				.orElseThrow(() -> new IllegalArgumentException("nothing is declared for " + path));
		ParameterDescriptor parameter = place.parameter()
				.orElseThrow(() -> new IllegalArgumentException("the whole file is not a field"));
		Optional<Node> node = document.find(path);
		if (node.isPresent() && FormModel.text(node.get()).equals(text)
				&& !(node.get() instanceof Scalar s && s.isNull()) || node.isEmpty() && text.isEmpty()) {
			return NOTHING;
		}
		Optional<Node> before = opened.find(path).filter(n -> FormModel.text(n).equals(text));
		if (before.isPresent() && node.isPresent()) {
			return edits().set(path, before.get() instanceof Scalar scalar ? new NewValue.Text(scalar.value())
					: NewValue.of(before.get()));
		}
		boolean optional = !parameter.required() && !place.item();
		if (text.isEmpty() && optional) {
			return edits().remove(path);
		}
		if (parameter.type() == ParameterType.CONTRIBUTION && node.orElse(null) instanceof Mapping mapping) {
			return choose(place, mapping, text);
		}
		NewValue value = place.isList() ? items(parameter, text) : value(parameter, text);
		return node.isPresent() ? edits().set(path, value) : add(path, value);
	}

	private static NewValue value(ParameterDescriptor parameter, String text) {
		boolean literal = switch (parameter.type()) {
		case INTEGER, NUMBER, BOOLEAN, CHOICE -> LITERAL.matcher(text.strip()).matches();
		case STRING, PATH, GROUP, CONTRIBUTION -> false;
		};
		return literal ? new NewValue.Literal(text.strip()) : new NewValue.Text(text);
	}

	private static NewValue items(ParameterDescriptor parameter, String text) throws ProblemException {
		YamlDocument list = new YamlParser().parse("", "[" + text.strip() + "]");
		if (list.problems().isEmpty() && list.root().orElse(null) instanceof Sequence sequence
				&& sequence.items().stream().allMatch(Scalar.class::isInstance)) {
			return NewValue.of(sequence);
		}
		throw new ProblemException(
				Problem.error("bad-list", "'" + parameter.name() + "' is not a list of values: " + text,
						"separate them by commas, and put those that hold commas in quotes"));
	}

	/** Takes what the other contribution does not know out with the change, and keeps all else. */
	private TextEdit choose(Place place, Mapping mapping, String id) throws ProblemException {
		NodePath path = place.path();
		if (mapping.get(ExperimentFormat.ID).isEmpty() && mapping.entries().isEmpty()) {
			return edits().set(path, new NewValue.Text(id));
		}
		YamlDocument changed = applied(edits().set(path.child(ExperimentFormat.ID), new NewValue.Text(id)));
		Optional<Contribution> contribution = catalog.find(place.kind().orElseThrow(), id);
		if (contribution.isPresent()) {
			Set<String> known = new LinkedHashSet<>(Set.of(ExperimentFormat.ID));
			contribution.get().parameters().forEach(p -> known.add(p.name()));
			place.parameter().orElseThrow().parameters().forEach(p -> known.add(p.name()));
			for (Mapping.Entry entry : mapping.entries()) {
				if (!known.contains(entry.name())) {
					changed = applied(changed, edits(changed).remove(path.child(entry.name())));
				}
			}
		}
		return TextEdit.between(document.text(), changed.text());
	}

	private YamlDocument applied(TextEdit edit) {
		return applied(document, edit);
	}

	private static YamlDocument applied(YamlDocument to, TextEdit edit) {
		return new YamlParser().parse(to.source(), edit.apply(to.text()));
	}

	/** Adds a key and what it stands in; a contribution that is only chosen by default has to be named then. */
	private TextEdit add(NodePath path, NewValue value) throws ProblemException {
		NewValue inner = value;
		NodePath at = path;
		while (document.find(at.parent()).isEmpty()) {
			NodePath holder = at.parent();
			Map<String, NewValue> keys = new LinkedHashMap<>();
			Optional<Node> usual = new Declarations(catalog).at(document.root(), holder).filter(Place::hasId)
					.flatMap(Place::parameter).flatMap(Declarations::defaultNode);
			if (usual.isPresent()) {
				NewValue whole = NewValue.of(usual.get());
				keys.putAll(
						whole instanceof NewValue.Fields fields ? fields.keys() : Map.of(ExperimentFormat.ID, whole));
			}
			keys.put(at.last(), inner);
			inner = new NewValue.Fields(keys);
			at = holder;
		}
		return edits().set(at, inner);
	}

	/**
	 * @param path of a field
	 * @return the change that takes it out of the file, so that its default holds
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit reset(NodePath path) throws ProblemException {
		return edits().remove(path);
	}

	/**
	 * @return the change that adds a search behind the last one: like that, or a first one
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit addSearch() throws ProblemException {
		List<Node> items = document.find(SEARCHES).orElse(null) instanceof Sequence sequence ? sequence.items()
				: List.of();
		Map<String, NewValue> keys = new LinkedHashMap<>();
		keys.put(ExperimentFormat.NAME, new NewValue.Text(QuickFixes.freeName(document, "search")));
		Node last = items.isEmpty() ? null : items.get(items.size() - 1);
		ParameterDescriptor searches = ExperimentFormat.keys().stream()
				.filter(k -> k.name().equals(ExperimentFormat.SEARCHES)).findFirst().orElseThrow();
		for (ParameterDescriptor parameter : searches.parameters()) {
			boolean copied = parameter.type() == ParameterType.CONTRIBUTION
					|| parameter.name().equals(ExperimentFormat.OBJECTIVE);
			if (copied) {
				initial(parameter, last).ifPresent(value -> keys.put(parameter.name(), value));
			}
		}
		return edits().insert(SEARCHES, items.size(), new NewValue.Fields(keys));
	}

	private Optional<NewValue> initial(ParameterDescriptor parameter, Node last) {
		if (last instanceof Mapping mapping) {
			return mapping.get(parameter.name()).map(NewValue::of);
		}
		return parameter.kind()
				.flatMap(kind -> catalog.all(kind).stream().filter(
						c -> !c.deprecated() && c.parameters().stream().noneMatch(ParameterDescriptor::required))
						.findFirst())
				.map(c -> new NewValue.Text(c.id()));
	}

	/**
	 * @param item path of a list item, for example a search
	 * @return the change that takes it out
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit removeItem(NodePath item) throws ProblemException {
		return edits().remove(item);
	}

	/**
	 * @param item path of a list item, for example a search
	 * @return the change that puts a copy of it behind it, under a name of its own
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit duplicate(NodePath item) throws ProblemException {
		YamlDocument changed = applied(edits().duplicate(item));
		NodePath copy = item.parent().child(Integer.parseInt(item.last()) + 1);
		NodePath name = copy.child(ExperimentFormat.NAME);
		if (item.parent().equals(SEARCHES) && changed.find(name).orElse(null) instanceof Scalar scalar) {
			changed = applied(changed,
					TextEdits.of(changed).set(name, new NewValue.Text(QuickFixes.freeName(document, scalar.value()))));
		}
		return TextEdit.between(document.text(), changed.text());
	}

	/**
	 * @param item path of a list item, for example a search
	 * @param down true to let it change places with the one behind it, false with the one before it
	 * @return the change; empty when there is no such neighbour
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit move(NodePath item, boolean down) throws ProblemException {
		int first = Integer.parseInt(item.last()) - (down ? 0 : 1);
		NodePath list = item.parent();
		boolean possible = first >= 0 && document.find(list.child(first + 1)).isPresent();
		return possible ? edits().swap(list, first) : NOTHING;
	}

	/**
	 * @param list path of a list of groups or contributions
	 * @return the change that adds an item behind the last one
	 * @throws ProblemException when the text has errors, or this can only be done by editing the text
	 */
	public TextEdit addItem(NodePath list) throws ProblemException {
		if (list.equals(SEARCHES)) {
			return addSearch();
		}
		ParameterDescriptor parameter = new Declarations(catalog).at(document.root(), list).flatMap(Place::parameter)
				.orElseThrow(() -> new IllegalArgumentException("nothing is declared for " + list));
		int size = document.find(list).orElse(null) instanceof Sequence sequence ? sequence.items().size() : 0;
		NewValue item = initial(parameter, null).orElseGet(() -> {
			Map<String, NewValue> keys = new LinkedHashMap<>();
			parameter.parameters().stream().filter(ParameterDescriptor::required)
					.forEach(p -> keys.put(p.name(), new NewValue.Text("")));
			return new NewValue.Fields(keys);
		});
		return size > 0 ? edits().insert(list, size, item) : add(list, new NewValue.Items(List.of(item)));
	}
}
