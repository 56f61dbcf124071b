/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.List;
import java.util.Optional;

import org.trainless.api.problem.Problem;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * Values given on the command line, put into a document's tree. Keys that are missing are added; whether they may stand
 * there is checked as for those of the file.
 */
final class Overrides {
	private static final int LONGEST = 80;

	private final Problems problems;

	Overrides(Problems problems) {
		this.problems = problems;
	}

	/**
	 * @param root      root of a document
	 * @param overrides {@code key=value}
	 * @return the root with these values
	 */
	Mapping apply(Mapping root, List<String> overrides) {
		Mapping changed = root;
		for (String override : overrides) {
			changed = apply(changed, override);
		}
		return changed;
	}

	private Mapping apply(Mapping root, String override) {
		String shown = override.length() > LONGEST ? override.substring(0, LONGEST) + "…" : override;
		Location location = new Location("-D " + shown, Optional.empty());
		int equals = override.indexOf('=');
		if (equals < 1) {
			problems.add(location.error("bad-override", "an override must be of the form key=value",
					"write for example -D seeds.count=3"));
			return root;
		}
		NodePath path = NodePath.of(override.substring(0, equals).strip());
		if (path.isRoot() || path.steps().stream().anyMatch(String::isBlank)) {
			problems.add(location.error("bad-override", "a step of the key is empty",
					"write keys joined by single dots, for example searches.0.strategy.population"));
			return root;
		}
		if (path.steps().size() > YamlParser.MAX_DEPTH) {
			problems.add(location.error("bad-override", "the key has too many steps", "no experiment is so deep"));
			return root;
		}
		Optional<Node> value = value(override.substring(equals + 1), location);
		if (value.isEmpty()) {
			return root;
		}
		return (Mapping) set(root, path, 0, value.get(), location);
	}

	/**
	 * Braces, brackets and quotes are YAML; anything else is taken as it stands, so that a shell's quoting is enough.
	 */
	private Optional<Node> value(String text, Location location) {
		String stripped = text.strip();
		if (!stripped.isEmpty() && "{[\"'".indexOf(stripped.charAt(0)) >= 0) {
			YamlDocument document = new YamlParser().parse(location.source(), stripped);
			if (!document.problems().isEmpty()) {
				Problem first = document.problems().get(0);
				problems.add(
						location.error("bad-override", "the value is not YAML: " + first.message(), first.remedy()));
				return Optional.empty();
			}
			return document.root().map(n -> relocated(n, location));
		}
		return Optional.of(Scalar.plain(stripped, location));
	}

	/** Places within an override would be taken for places in a file. Depth is limited by the parser. */
	private static Node relocated(Node node, Location location) {
		if (node instanceof Mapping mapping) {
			return new Mapping(mapping.entries().stream()
					.map(e -> new Mapping.Entry((Scalar) relocated(e.key(), location), relocated(e.value(), location)))
					.toList(), mapping.flow(), location);
		}
		if (node instanceof Sequence sequence) {
			return new Sequence(sequence.items().stream().map(n -> relocated(n, location)).toList(), sequence.flow(),
					location);
		}
		Scalar scalar = (Scalar) node;
		return new Scalar(scalar.value(), scalar.style(), scalar.raw(), location);
	}

	private Node set(Node node, NodePath path, int step, Node value, Location location) {
		if (step == path.steps().size()) {
			return value;
		}
		String name = path.steps().get(step);
		if (node instanceof Sequence sequence) {
			int index = NodePath.index(name, sequence.items().size());
			if (index < 0) {
				String list = String.join(".", path.steps().subList(0, step));
				problems.add(location.error("bad-override", "'" + list + "' has no item " + Words.quoted(name),
						sequence.items().isEmpty() ? "it is empty"
								: "its items are numbered from 0 to " + (sequence.items().size() - 1)));
				return node;
			}
			return sequence.with(index, set(sequence.items().get(index), path, step + 1, value, location));
		}
		Mapping mapping = node instanceof Mapping m ? m : opened(node, location);
		Node existing = mapping.get(name).orElseGet(() -> new Mapping(List.of(), true, location));
		return mapping.with(Scalar.plain(name, location), set(existing, path, step + 1, value, location));
	}

	/** {@code strategy: random} is short for {@code strategy: { id: random }}, where parameters can be added. */
	private static Mapping opened(Node node, Location location) {
		Mapping empty = new Mapping(List.of(), true, location);
		boolean isId = node instanceof Scalar scalar && !scalar.isNull();
		return isId ? empty.with(Scalar.plain(ExperimentFormat.ID, location), node) : empty;
	}
}
