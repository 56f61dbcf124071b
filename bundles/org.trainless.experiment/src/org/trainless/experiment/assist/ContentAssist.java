/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.space.Feature;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.edit.TextEdit;
import org.trainless.experiment.yaml.Lines;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Node;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.ScalarStyle;
import org.trainless.experiment.yaml.Sequence;
import org.trainless.experiment.yaml.YamlSketch;
import org.trainless.experiment.yaml.YamlSketch.TokenKind;

/**
 * Proposes what may be written at a place: keys, contributions, values, variables and the names of a constraint. Works
 * in texts that are broken. Immutable; thread-safe if what it knows is.
 */
public final class ContentAssist {
	/** Stands where the caret is; a character that no file means anything by. */
	private static final String MARK = "\uE2A7";
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z0-9_]*)$");
	private static final Pattern REST_OF_VARIABLE = Pattern.compile("^[A-Za-z0-9_]*}?");
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]*$");
	private static final Pattern REST_OF_WORD = Pattern.compile("^[A-Za-z0-9_]*");
	private static final Map<String, String> OPERATORS = operators();
	private static final String INDENT = "  ";

	private final Knowledge knowledge;
	private final Declarations declarations;

	/**
	 * @param knowledge what is known besides the text
	 */
	public ContentAssist(Knowledge knowledge) {
		this.knowledge = Objects.requireNonNull(knowledge);
		this.declarations = new Declarations(knowledge.catalog());
	}

	private static Map<String, String> operators() {
		Map<String, String> operators = new LinkedHashMap<>();
		operators.put("and", "Both conditions hold.");
		operators.put("or", "At least one of the conditions holds.");
		operators.put("not", "The condition does not hold.");
		return operators;
	}

	/** A caret in a text, what stands around it, and what has to be put around what is written there. */
	private record Caret(String text, YamlSketch sketch, YamlSketch.Found found, int from, int to, String before) {

		/** @return what was typed of the key or value so far, without its quote */
		String prefix() {
			String typed = raw().substring(0, raw().indexOf(MARK));
			return typed.startsWith("\"") || typed.startsWith("'") ? typed.substring(1) : typed;
		}

		String raw() {
			return ((Scalar) found.node()).raw();
		}

		Optional<Node> holder() {
			return found.path().isRoot() ? Optional.empty() : Declarations.find(sketch.root(), found.path().parent());
		}

		boolean inBraces() {
			NodePath path = found.path();
			while (!path.isRoot()) {
				path = path.parent();
				Node node = Declarations.find(sketch.root(), path).orElseThrow();
				if (node instanceof Mapping m && m.flow() || node instanceof Sequence s && s.flow()) {
					return true;
				}
			}
			return false;
		}

		/** @return true when nothing but dashes stands before it in its line */
		boolean beginsLine() {
			return text.substring(Lines.start(text, from), from).chars()
					.allMatch(c -> c == ' ' || c == '-' || c == 0xFEFF);
		}

		String indentation() {
			int column = from - Lines.start(text, from);
			return " "
					.repeat(Math.max(0, column - (text.startsWith("\uFEFF") && Lines.start(text, from) == 0 ? 1 : 0)));
		}

		String lineBreak() {
			return text.contains("\r\n") ? "\r\n" : "\n";
		}

		/** @param written with a mark where to write on; at its end when it has none */
		TextEdit edit(String written) {
			return new TextEdit(from, to - from, before + written.replace(MARK, ""));
		}

		int caret(String written) {
			int mark = written.indexOf(MARK);
			return from + before.length() + (mark < 0 ? written.length() : mark);
		}
	}

	/**
	 * @param text   an experiment, complete or not
	 * @param offset where the caret is
	 * @return what may be written there, the likeliest first; empty when nothing is known
	 * @throws IndexOutOfBoundsException when the text has no such place
	 */
	public List<Proposal> at(String text, int offset) {
		Objects.checkIndex(offset, text.length() + 1);
		Matcher variable = VARIABLE.matcher(text.substring(0, offset));
		if (variable.find()) {
			Matcher rest = REST_OF_VARIABLE.matcher(text.substring(offset));
			int end = rest.find() ? offset + rest.end() : offset;
			return caret(text, variable.start(), end, "").filter(c -> !c.found().key())
					.map(c -> variables(c, variable.start(), end, variable.group(1))).orElse(List.of());
		}
		boolean afterColon = offset > 0 && text.charAt(offset - 1) == ':';
		Optional<Caret> caret = caret(text, offset, offset, afterColon ? " " : "");
		if (caret.isEmpty()) {
			return List.of();
		}
		List<Proposal> proposals = caret.get().found().key() ? keys(caret.get()) : values(caret.get());
		return distinct(matching(proposals, caret.get()));
	}

	/** Puts the mark in the place of a part of the text. */
	private static Optional<Caret> caret(String text, int from, int to, String space) {
		YamlSketch sketch = YamlSketch.of(text.substring(0, from) + space + MARK + text.substring(to));
		int mark = from + space.length();
		boolean comment = sketch.tokens().stream()
				.anyMatch(t -> t.kind() == TokenKind.COMMENT && t.offset() <= mark && mark < t.end());
		Optional<YamlSketch.Found> found = sketch.scalarAt(mark)
				.filter(f -> !comment && ((Scalar) f.node()).raw().contains(MARK));
		return found.map(f -> {
			int start = f.node().location().position().orElseThrow().offset();
			int length = ((Scalar) f.node()).raw().length();
			int first = Math.min(start, from);
			int last = Math.max(first, start + length - space.length() - MARK.length() + (to - from));
			return new Caret(text, sketch, f, first, Math.min(last, text.length()), space);
		});
	}

	private static List<Proposal> distinct(List<Proposal> proposals) {
		Set<String> seen = new HashSet<>();
		return proposals.stream().filter(p -> seen.add(p.kind() + p.label())).toList();
	}

	/** What begins as typed comes before what only contains it; all else is left out. */
	private static List<Proposal> matching(List<Proposal> proposals, Caret caret) {
		return proposals.stream().filter(p -> rank(p, caret) < 2)
				.sorted(Comparator.comparingInt((Proposal p) -> rank(p, caret)).thenComparing(p -> p.deprecated())
						.thenComparing(Proposal::kind))
				.toList();
	}

	private static int rank(Proposal proposal, Caret caret) {
		if (proposal.kind() == Proposal.Kind.FEATURE || proposal.kind() == Proposal.Kind.OPERATOR) {
			return 0;
		}
		String typed = caret.prefix().toLowerCase(Locale.ROOT).strip();
		String label = proposal.label().toLowerCase(Locale.ROOT);
		return label.startsWith(typed) ? 0 : label.contains(typed) ? 1 : 2;
	}

	private List<Proposal> keys(Caret caret) {
		Optional<Place> place = declarations.at(caret.sketch().root(), caret.found().path().parent());
		if (place.isEmpty() || place.get().isList()) {
			return List.of();
		}
		Set<String> present = new HashSet<>();
		if (caret.holder().orElse(null) instanceof Mapping mapping) {
			mapping.entries().stream().filter(e -> e.key() != caret.found().node()).forEach(e -> present.add(e.name()));
		}
		boolean hasColon = caret.sketch().hasColon((Scalar) caret.found().node());
		return keys(caret, place.get(), present, !hasColon);
	}

	private List<Proposal> keys(Caret caret, Place place, Set<String> present, boolean withValue) {
		List<Proposal> proposals = new ArrayList<>();
		if (place.hasId() && !present.contains(ExperimentFormat.ID)) {
			String written = ExperimentFormat.ID + (withValue ? ": " : "");
			proposals.add(new Proposal(Proposal.Kind.REQUIRED_KEY, ExperimentFormat.ID,
					place.kind().orElseThrow().label() + ", required",
					"Which " + place.kind().orElseThrow().label() + '.', caret.edit(written), caret.caret(written),
					false));
		}
		for (ParameterDescriptor parameter : place.keys()) {
			if (!present.contains(parameter.name())) {
				String written = parameter.name() + (withValue ? valueOf(parameter, caret) : "");
				proposals.add(new Proposal(parameter.required() ? Proposal.Kind.REQUIRED_KEY : Proposal.Kind.KEY,
						parameter.name(), Wording.summary(parameter), parameter.description(), caret.edit(written),
						caret.caret(written), false));
			}
		}
		return proposals;
	}

	/** What follows a new key, with a mark for the caret. */
	private static String valueOf(ParameterDescriptor parameter, Caret caret) {
		boolean braces = caret.inBraces();
		if (parameter.list()) {
			boolean lines = parameter.type() == ParameterType.GROUP && !braces;
			return lines ? ":" + caret.lineBreak() + caret.indentation() + INDENT + "- " + MARK : ": [" + MARK + "]";
		}
		if (parameter.type() == ParameterType.GROUP) {
			return braces ? ": { " + MARK + " }" : ":" + caret.lineBreak() + caret.indentation() + INDENT + MARK;
		}
		if (parameter.min().isPresent() && parameter.min().equals(parameter.max())) {
			return ": " + Wording.number(parameter.min().get());
		}
		return ": ";
	}

	private List<Proposal> values(Caret caret) {
		Optional<Place> found = declarations.at(caret.sketch().root(), caret.found().path());
		if (found.isEmpty() || found.get().isList() || found.get().parameter().isEmpty()) {
			return List.of();
		}
		Place place = found.get();
		ParameterDescriptor parameter = place.parameter().get();
		return switch (parameter.type()) {
		case GROUP -> caret.beginsLine() ? keys(caret, place, Set.of(), true) : List.of();
		case CONTRIBUTION -> {
			List<Proposal> proposals = new ArrayList<>(contributions(caret, place));
			if (!place.id() && caret.beginsLine() && !caret.inBraces()) {
				proposals.addAll(keys(caret, place, Set.of(), true));
			}
			yield proposals;
		}
		case CHOICE -> parameter.choices().stream().map(c -> value(caret, parameter, c)).toList();
		case BOOLEAN -> List.of(value(caret, parameter, "true"), value(caret, parameter, "false"));
		case INTEGER, NUMBER -> numbers(caret, parameter);
		case PATH -> caret.prefix().isEmpty() ? variables(caret, -1, -1, "") : List.of();
		case STRING -> isConstraint(caret.found().path()) ? constraint(caret)
				: parameter.defaultValue().filter(d -> !d.isBlank()).map(d -> List.of(value(caret, parameter, d)))
						.orElse(List.of());
		};
	}

	private static boolean isConstraint(NodePath path) {
		return path.steps().size() == 3 && path.steps().get(0).equals(ExperimentFormat.SEARCHES)
				&& path.last().equals(ExperimentFormat.CONSTRAINT);
	}

	private static Proposal value(Caret caret, ParameterDescriptor parameter, String text) {
		boolean usual = parameter.defaultValue().map(String::strip).filter(text.strip()::equals).isPresent();
		return new Proposal(Proposal.Kind.VALUE, text, usual ? "default" : "", parameter.description(),
				caret.edit(text), caret.caret(text), false);
	}

	private static List<Proposal> numbers(Caret caret, ParameterDescriptor parameter) {
		Map<String, String> numbers = new LinkedHashMap<>();
		parameter.defaultValue().filter(d -> !parameter.list()).ifPresent(d -> numbers.put(d.strip(), "default"));
		parameter.min().ifPresent(m -> numbers.putIfAbsent(Wording.number(m), "smallest"));
		parameter.max().ifPresent(m -> numbers.putIfAbsent(Wording.number(m), "largest"));
		return numbers.entrySet().stream()
				.map(e -> new Proposal(Proposal.Kind.VALUE, e.getKey(),
						parameter.unit().isEmpty() ? e.getValue() : parameter.unit() + ", " + e.getValue(),
						parameter.description(), caret.edit(e.getKey()), caret.caret(e.getKey()), false))
				.toList();
	}

	private List<Proposal> contributions(Caret caret, Place place) {
		List<Proposal> proposals = new ArrayList<>();
		for (Contribution contribution : knowledge.catalog().all(place.kind().orElseThrow())) {
			String written = contribution.id();
			Set<String> present = new HashSet<>();
			List<String> required = contribution.parameters().stream().filter(ParameterDescriptor::required)
					.map(ParameterDescriptor::name).filter(n -> !present.contains(n)).toList();
			if (!place.id() && !required.isEmpty()) {
				StringBuilder keys = new StringBuilder("{ id: ").append(contribution.id());
				UnaryOperator<String> first = key -> key.equals(required.get(0)) ? MARK : "";
				required.forEach(key -> keys.append(", ").append(key).append(": ").append(first.apply(key)));
				written = keys.append(" }").toString();
			}
			proposals.add(new Proposal(Proposal.Kind.CONTRIBUTION, contribution.id(),
					contribution.deprecated() ? contribution.name() + ", deprecated" : contribution.name(),
					description(contribution), caret.edit(written), caret.caret(written), contribution.deprecated()));
		}
		return proposals;
	}

	private static String description(Contribution contribution) {
		return contribution.reference().isBlank() ? contribution.description().strip()
				: contribution.description().strip() + "\n\n" + contribution.reference().strip();
	}

	/** Proposes the names of variables for what begins with a dollar sign, or for a whole path. */
	private List<Proposal> variables(Caret caret, int from, int to, String typed) {
		boolean whole = caret.raw().equals(MARK);
		boolean quotes = whole && caret.inBraces() || from < 0;
		boolean broken = ((Scalar) caret.found().node()).style() == ScalarStyle.PLAIN && !whole && caret.inBraces();
		List<Proposal> proposals = new ArrayList<>();
		for (String name : new TreeSet<>(knowledge.variables().get())) {
			if (broken || !name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT))) {
				continue;
			}
			String reference = "${" + name + '}';
			String written = quotes ? '"' + reference + '"' : reference;
			TextEdit edit = from < 0 ? caret.edit(written) : new TextEdit(from, to - from, written);
			proposals.add(new Proposal(Proposal.Kind.VARIABLE, reference, "variable", "", edit,
					edit.offset() + edit.replacement().length(), false));
		}
		return proposals;
	}

	private List<Proposal> constraint(Caret caret) {
		String raw = caret.raw();
		int mark = raw.indexOf(MARK);
		Matcher word = WORD.matcher(raw.substring(0, mark));
		String typed = word.find() ? word.group() : "";
		Matcher after = REST_OF_WORD.matcher(raw.substring(mark + 1));
		int rest = after.find() ? after.end() : 0;
		int at = caret.found().node().location().position().orElseThrow().offset() + mark;
		int offset = at - caret.before().length();
		List<Proposal> proposals = new ArrayList<>();
		String space = Declarations.find(caret.sketch().root(), NodePath.ROOT.child(ExperimentFormat.SPACE))
				.flatMap(Declarations::id).orElse("");
		for (Feature feature : knowledge.features().apply(space)) {
			String unit = feature.unit().isEmpty() ? "" : ", " + feature.unit();
			add(proposals, Proposal.Kind.FEATURE, feature.name(), typed,
					feature.type().name().toLowerCase(Locale.ROOT) + unit, feature.description(), caret, offset, rest);
		}
		OPERATORS.forEach((operator, meaning) -> add(proposals, Proposal.Kind.OPERATOR, operator, typed, "", meaning,
				caret, offset, rest));
		return proposals;
	}

	private static void add(List<Proposal> proposals, Proposal.Kind kind, String word, String typed, String detail,
			String meaning, Caret caret, int offset, int rest) {
		if (word.startsWith(typed)) {
			int from = offset - typed.length();
			TextEdit edit = new TextEdit(from, typed.length() + rest, caret.before() + word);
			proposals.add(new Proposal(kind, word, detail, meaning, edit, from + edit.replacement().length(), false));
		}
	}
}
