/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.problem.NearestName;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.ExperimentReader;
import org.trainless.experiment.ExperimentResult;
import org.trainless.experiment.ReadContext;
import org.trainless.experiment.edit.NewValue;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.edit.TextEdits;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlDocument;

/**
 * Finds ways of mending problems. Every fix is tried before it is offered: the problem is gone with it. Immutable;
 * thread-safe if what its context holds is.
 */
public final class QuickFixes {
	private static final int MOST = 8;
	private static final Set<String> MENDED = Set.of("unknown-key", "missing-key", "unknown-contribution",
			"deprecated-contribution", "out-of-bounds", "bad-choice", "wrong-type", "missing-value", "duplicate-name",
			"conflicting-keys", "test-accuracy", "missing-benchmark", "duplicate-key", "yaml-syntax");
	private static final String PLACEHOLDER = "\u2026";

	private final ExperimentReader reader;
	private final Declarations declarations;

	/**
	 * @param context what the meaning of a file depends on
	 */
	public QuickFixes(ReadContext context) {
		this.reader = new ExperimentReader(context);
		this.declarations = new Declarations(context.catalog());
	}

	/** The problem with its place, and what is offered for it. */
	private final class Offer {
		private final ExperimentResult result;
		private final YamlDocument document;
		private final Problem problem;
		private final NodePath path;
		private final Map<String, TextEdit> candidates = new LinkedHashMap<>();

		Offer(ExperimentResult result, Problem problem) {
			this.result = result;
			this.document = result.document();
			this.problem = problem;
			this.path = problem.position().map(p -> document.pathAt(p.offset())).orElse(NodePath.ROOT);
		}

		void add(String label, TextEdit edit) {
			if (candidates.size() < MOST && !edit.isEmpty()) {
				candidates.putIfAbsent(label, edit);
			}
		}

		void set(String label, NodePath where, NewValue value) {
			try {
				add(label, TextEdits.of(document).set(where, value));
			} catch (ProblemException e) {
				// this part can only be changed by hand, so nothing is offered
			}
		}

		void remove(String label, NodePath where) {
			try {
				add(label, TextEdits.of(document).remove(where));
			} catch (ProblemException e) {
				// this part can only be changed by hand, so nothing is offered
			}
		}

		Optional<Place> place(NodePath where) {
			return declarations.at(document.root(), where);
		}

		Optional<Scalar> scalar() {
			return document.find(path).filter(Scalar.class::isInstance).map(Scalar.class::cast);
		}

		List<QuickFix> fixes() {
			return candidates.entrySet().stream().filter(c -> mends(c.getValue()))
					.map(c -> new QuickFix(c.getKey(), c.getValue())).toList();
		}

		private boolean mends(TextEdit edit) {
			ExperimentResult changed = reader.read(document.source(), edit.apply(document.text()));
			// with a syntax error nothing else is found, so that mending it may show more
			boolean syntax = !document.problems().isEmpty();
			long before = count(syntax ? document.problems() : result.problems());
			long after = count(syntax ? changed.document().problems() : changed.problems());
			return after < before;
		}

		private long count(List<Problem> problems) {
			return problems.stream()
					.filter(p -> p.code().equals(problem.code()) && p.message().equals(problem.message())).count();
		}
	}

	/**
	 * @param code of a problem
	 * @return false when nothing is ever offered for it; answers without reading the text
	 */
	public static boolean mayMend(String code) {
		return MENDED.contains(code);
	}

	/**
	 * @param result  of reading the text
	 * @param problem one of the result's
	 * @return ways of mending it, the likeliest first; often none
	 */
	public List<QuickFix> fixes(ExperimentResult result, Problem problem) {
		Objects.requireNonNull(result);
		Offer offer = new Offer(result, problem);
		switch (problem.code()) {
		case "unknown-key" -> unknownKey(offer);
		case "missing-key" -> missingKey(offer);
		case "unknown-contribution" -> unknownContribution(offer);
		case "deprecated-contribution" -> deprecated(offer);
		case "out-of-bounds" -> bounds(offer);
		case "bad-choice" -> choices(offer);
		case "wrong-type" -> type(offer);
		case "missing-value" -> value(offer);
		case "duplicate-name" -> offer.scalar().ifPresent(name -> offer.set("Give it a name of its own", offer.path,
				new NewValue.Text(freeName(offer.document, name.value()))));
		case "conflicting-keys" -> offer.remove("Remove '" + last(offer.path) + "'", offer.path);
		case "test-accuracy" -> testAccuracy(offer);
		case "missing-benchmark" -> missingBenchmark(offer);
		case "duplicate-key", "yaml-syntax" -> SyntaxFixes.of(offer.document.text(), problem).forEach(offer::add);
		default -> {
			// nobody knows what was meant
		}
		}
		return offer.fixes();
	}

	private static String last(NodePath path) {
		return path.isRoot() ? "" : path.last();
	}

	private void unknownKey(Offer offer) {
		if (offer.path.isRoot()) {
			return;
		}
		NodePath holder = offer.path.parent();
		Optional<Place> place = offer.place(holder);
		Optional<Mapping.Entry> entry = offer.document.entry(offer.path);
		if (place.isEmpty() || entry.isEmpty()) {
			return;
		}
		Mapping mapping = (Mapping) offer.document.find(holder).orElseThrow();
		List<String> free = place.get().names().stream().filter(n -> mapping.get(n).isEmpty()).toList();
		NearestName.of(entry.get().name(), free)
				.ifPresent(name -> offer.add("Change to '" + name + "'",
						new TextEdit(entry.get().key().location().position().orElseThrow().offset(),
								entry.get().key().raw().length(), name)));
		for (String sibling : place.get().names()) {
			NodePath target = holder.child(sibling);
			boolean belongs = offer.place(target).filter(p -> !p.isList() && !p.id())
					.filter(p -> p.keys().stream().anyMatch(k -> k.name().equals(entry.get().name()))).isPresent();
			if (belongs && offer.document.find(target.child(entry.get().name())).isEmpty()) {
				move(offer, target.child(entry.get().name()), "Move into '" + sibling + "'");
			}
		}
		if (!holder.isRoot()) {
			NodePath outer = holder.parent();
			boolean belongs = offer.place(outer)
					.filter(p -> p.keys().stream().anyMatch(k -> k.name().equals(entry.get().name()))).isPresent();
			if (belongs && offer.document.find(outer.child(entry.get().name())).isEmpty()) {
				move(offer, outer.child(entry.get().name()), "Move one level up");
			}
		}
		offer.remove("Remove '" + entry.get().name() + "'", offer.path);
	}

	private void move(Offer offer, NodePath target, String label) {
		try {
			Node value = offer.document.find(offer.path).orElseThrow();
			String without = TextEdits.of(offer.document).remove(offer.path).apply(offer.document.text());
			YamlDocument document = reader.read(offer.document.source(), without).document();
			String moved = TextEdits.of(document).set(target, NewValue.of(value)).apply(without);
			offer.add(label, TextEdit.between(offer.document.text(), moved));
		} catch (ProblemException e) {
			// this part can only be changed by hand, so nothing is offered
		}
	}

	private void missingKey(Offer offer) {
		for (NodePath holder = offer.path;; holder = holder.parent()) {
			Optional<Place> place = offer.place(holder);
			Optional<Node> node = offer.document.find(holder);
			if (place.isPresent() && node.isPresent() && !place.get().isList()) {
				missing(offer, place.get(), node.get());
			}
			if (!offer.candidates.isEmpty() || holder.isRoot()) {
				return;
			}
		}
	}

	private void missing(Offer offer, Place place, Node node) {
		if (place.hasId() && offer.problem.message().contains("'" + ExperimentFormat.ID + "'")
				&& node instanceof Mapping mapping && mapping.get(ExperimentFormat.ID).isEmpty()) {
			usable(place.kind().orElseThrow()).forEach(c -> offer.set("Add 'id: " + c.id() + "'",
					place.path().child(ExperimentFormat.ID), new NewValue.Text(c.id())));
			return;
		}
		boolean objective = place.keys().stream().noneMatch(ParameterDescriptor::required)
				|| offer.problem.message().contains("maximise");
		for (ParameterDescriptor parameter : place.keys()) {
			boolean named = offer.problem.message().contains("'" + parameter.name() + "'") && parameter.required();
			boolean proxy = objective && parameter.kind().filter(k -> k == ContributionKind.PROXY).isPresent()
					&& !parameter.required() && offer.problem.message().contains("maximise");
			NodePath key = place.path().child(parameter.name());
			if ((named || proxy) && offer.document.find(key).isEmpty()) {
				values(parameter).forEach(
						(text, value) -> offer.set("Add '" + parameter.name() + ": " + text + "'", key, value));
			}
		}
	}

	/** Values with which a key can be added, by the text that stands for them. */
	private Map<String, NewValue> values(ParameterDescriptor parameter) {
		Map<String, NewValue> values = new LinkedHashMap<>();
		switch (parameter.type()) {
		case CONTRIBUTION -> usable(parameter.kind().orElseThrow()).forEach(c -> values.put(c.id(), contribution(c)));
		case CHOICE -> parameter.choices().forEach(c -> values.put(c, new NewValue.Text(c)));
		case BOOLEAN -> List.of("true", "false").forEach(b -> values.put(b, new NewValue.Literal(b)));
		case INTEGER, NUMBER -> {
			String number = Wording.number(parameter.min().or(parameter::max).orElse(0.0));
			values.put(number, new NewValue.Literal(number));
		}
		case STRING, PATH -> values.put(PLACEHOLDER, new NewValue.Text(parameter.name()));
		case GROUP -> {
			Map<String, NewValue> keys = new LinkedHashMap<>();
			parameter.parameters().stream().filter(ParameterDescriptor::required)
					.forEach(p -> values(p).values().stream().findFirst().ifPresent(v -> keys.put(p.name(), v)));
			values.put(PLACEHOLDER, new NewValue.Fields(keys));
		}
		}
		if (parameter.list()) {
			Map<String, NewValue> lists = new LinkedHashMap<>();
			values.forEach((text, value) -> lists.put("[" + text + "]", new NewValue.Items(List.of(value))));
			return lists;
		}
		return values;
	}

	/** @return the contribution with what it must be told */
	private NewValue contribution(Contribution contribution) {
		Map<String, NewValue> keys = new LinkedHashMap<>();
		keys.put(ExperimentFormat.ID, new NewValue.Text(contribution.id()));
		contribution.parameters().stream().filter(ParameterDescriptor::required)
				.forEach(p -> values(p).values().stream().findFirst().ifPresent(v -> keys.put(p.name(), v)));
		return keys.size() == 1 ? new NewValue.Text(contribution.id()) : new NewValue.Fields(keys);
	}

	private Stream<Contribution> usable(ContributionKind kind) {
		return declarations.catalog().all(kind).stream().filter(c -> !c.deprecated());
	}

	private void unknownContribution(Offer offer) {
		Optional<Scalar> scalar = offer.scalar();
		Optional<ContributionKind> kind = offer.place(offer.path).flatMap(Place::kind);
		if (scalar.isEmpty() || kind.isEmpty()) {
			return;
		}
		List<String> ids = usable(kind.get()).map(Contribution::id).toList();
		List<String> aliases = usable(kind.get()).flatMap(c -> c.aliases().stream().sorted()).toList();
		NearestName.of(scalar.get().value(), Stream.concat(ids.stream(), aliases.stream()).toList())
				.ifPresent(id -> offer.set("Change to '" + id + "'", offer.path, new NewValue.Text(id)));
		ids.forEach(id -> offer.set("Change to '" + id + "'", offer.path, new NewValue.Text(id)));
	}

	private void deprecated(Offer offer) {
		offer.place(offer.path).flatMap(Place::contribution).flatMap(Contribution::replacedBy)
				.ifPresent(id -> offer.set("Replace by '" + id + "'", offer.path, new NewValue.Text(id)));
	}

	private void bounds(Offer offer) {
		Optional<Scalar> scalar = offer.scalar();
		Optional<ParameterDescriptor> parameter = offer.place(offer.path).flatMap(Place::parameter);
		if (scalar.isEmpty() || parameter.isEmpty()) {
			return;
		}
		Optional<Double> value = number(scalar.get().value());
		Comparator<Double> nearest = Comparator.comparingDouble(b -> Math.abs(value.orElse(0.0) - b));
		Stream.concat(parameter.get().min().stream(), parameter.get().max().stream()).sorted(nearest)
				.map(Wording::number).forEach(b -> offer.set("Change to " + b, offer.path, new NewValue.Literal(b)));
		usual(offer, parameter.get());
	}

	private static Optional<Double> number(String text) {
		try {
			return Optional.of(Double.valueOf(text.strip()));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** Offers the default. */
	private static void usual(Offer offer, ParameterDescriptor parameter) {
		if (!parameter.required()) {
			offer.remove(parameter.defaultValue().filter(d -> !d.isBlank())
					.map(d -> "Remove '" + parameter.name() + "', whose default is " + d.strip())
					.orElse("Remove '" + parameter.name() + "'"), offer.path);
		}
	}

	private void choices(Offer offer) {
		Optional<ParameterDescriptor> parameter = offer.place(offer.path).flatMap(Place::parameter);
		Optional<Scalar> scalar = offer.scalar();
		if (scalar.isEmpty() || parameter.isEmpty()) {
			return;
		}
		List<String> choices = new ArrayList<>(parameter.get().choices());
		parameter.get().defaultValue().filter(d -> choices.isEmpty()).ifPresent(choices::add);
		NearestName.of(scalar.get().value(), choices).ifPresent(c -> {
			choices.remove(c);
			choices.add(0, c);
		});
		choices.forEach(c -> offer.set("Change to '" + c + "'", offer.path, new NewValue.Text(c)));
	}

	private void type(Offer offer) {
		Optional<Place> place = offer.place(offer.path);
		Optional<Scalar> scalar = offer.scalar();
		if (scalar.isEmpty() || place.isEmpty() || place.get().parameter().isEmpty()) {
			return;
		}
		ParameterDescriptor parameter = place.get().parameter().get();
		String word = scalar.get().value().strip();
		if (place.get().isList()) {
			offer.set("Make it a list", offer.path, new NewValue.Items(List.of(literal(parameter, word))));
			return;
		}
		for (String candidate : candidates(parameter, word)) {
			offer.set("Change to " + candidate, offer.path, new NewValue.Literal(candidate));
		}
		usual(offer, parameter);
	}

	private static List<String> candidates(ParameterDescriptor parameter, String word) {
		List<String> candidates = new ArrayList<>();
		if (parameter.type() == ParameterType.BOOLEAN) {
			boolean no = List.of("no", "off", "n", "0", "false").contains(word.toLowerCase(java.util.Locale.ROOT));
			candidates.add(no ? "false" : "true");
			candidates.add(no ? "true" : "false");
		} else if (parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER) {
			String digits = word.replaceAll("[_,' ]", "");
			Optional<Double> number = number(digits).filter(n -> Double.isFinite(n));
			number.ifPresent(n -> candidates
					.add(parameter.type() == ParameterType.INTEGER ? Wording.number(Math.rint(n)) : digits));
			if (number.isEmpty() && !parameter.list()) {
				parameter.defaultValue().map(String::strip).ifPresent(candidates::add);
			}
		}
		return candidates;
	}

	private static NewValue literal(ParameterDescriptor parameter, String word) {
		boolean number = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
		return number && number(word).isPresent() && word.matches("[-+]?[0-9.]+") ? new NewValue.Literal(word)
				: new NewValue.Text(word);
	}

	private void value(Offer offer) {
		Optional<ParameterDescriptor> parameter = offer.place(offer.path).flatMap(Place::parameter);
		if (parameter.isEmpty()) {
			return;
		}
		if (offer.place(offer.path).filter(Place::item).isPresent()) {
			offer.remove("Remove the empty item", offer.path);
			return;
		}
		usual(offer, parameter.get());
		values(parameter.get()).forEach(
				(text, value) -> offer.set("Write '" + parameter.get().name() + ": " + text + "'", offer.path, value));
	}

	/**
	 * @param document an experiment
	 * @param name     the name of one of its searches
	 * @return a name like it that no search has
	 */
	public static String freeName(YamlDocument document, String name) {
		List<String> taken = new ArrayList<>();
		document.find(NodePath.ROOT.child(ExperimentFormat.SEARCHES)).ifPresent(node -> {
			if (node instanceof org.trainless.experiment.yaml.Sequence searches) {
				searches.items().forEach(item -> Declarations.step(item, ExperimentFormat.NAME)
						.filter(Scalar.class::isInstance).ifPresent(n -> taken.add(((Scalar) n).value())));
			}
		});
		String base = name.replaceAll(" \\([0-9]+\\)$", "");
		String free = name;
		for (int i = 2; taken.contains(free); i++) {
			free = base + " (" + i + ')';
		}
		return free;
	}

	private void testAccuracy(Offer offer) {
		for (NodePath path = offer.path; !path.isRoot(); path = path.parent()) {
			if (path.last().equals(ExperimentFormat.OBJECTIVE)) {
				offer.set("Let the search see test accuracy", path.child("test-accuracy"),
						new NewValue.Text(ExperimentFormat.ALLOWED));
				return;
			}
		}
	}

	private void missingBenchmark(Offer offer) {
		usable(ContributionKind.BENCHMARK)
				.forEach(c -> offer.set("Add 'benchmark: " + c.id() + "'", NodePath.of("benchmark"), contribution(c)));
		offer.remove("Remove '" + last(offer.path) + "'", offer.path);
	}
}
