/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.experiment.yaml.Location;
import org.trainless.experiment.yaml.Mapping;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlDocument;
import org.trainless.experiment.yaml.YamlParser;

/**
 * Reads a contribution with its parameters from one line, as the command line gives it: {@code ID} or {@code
 * ID:key=value,…}, for example {@code cifar10:path=/data/cifar10,batch=64}. Values are checked and filled in just as
 * those of an experiment file. A value that begins with a bracket, brace or quote is YAML, so that it may hold commas.
 */
public final class SelectionReader {
	private static final String VALUE = "value";

	private final ReadContext context;

	/**
	 * @param context what the meaning of the line depends on; its overrides are not used
	 */
	public SelectionReader(ReadContext context) {
		this.context = Objects.requireNonNull(context);
	}

	/**
	 * @param kind   what is chosen
	 * @param source where the line comes from, for problems, for example {@code --dataset}
	 * @param line   the line
	 * @return what is chosen
	 * @throws ProblemException when the line does not choose anything or a value is not as it must be
	 */
	public Selection read(ContributionKind kind, String source, String line) throws ProblemException {
		return read(kind, source, line, List.of());
	}

	/**
	 * @param kind   what is chosen
	 * @param source where the line comes from, for problems
	 * @param line   the line
	 * @param more   keys that may stand there besides the contribution's own; their values are among its parameters
	 * @return what is chosen
	 * @throws ProblemException when the line does not choose anything or a value is not as it must be
	 */
	public Selection read(ContributionKind kind, String source, String line, List<ParameterDescriptor> more)
			throws ProblemException {
		Location location = new Location(source, Optional.empty());
		Problems problems = new Problems();
		int colon = line.indexOf(':');
		String id = (colon < 0 ? line : line.substring(0, colon)).strip();
		List<String> overrides = new ArrayList<>();
		if (colon >= 0) {
			pieces(line.substring(colon + 1)).forEach(piece -> overrides.add(VALUE + '.' + piece));
		}
		Mapping chosen = new Mapping(List.of(), true, location).with(Scalar.plain(ExperimentFormat.ID, location),
				Scalar.plain(id, location));
		Mapping root = new Mapping(List.of(), true, location).with(Scalar.plain(VALUE, location), chosen);
		Problems syntax = new Problems();
		Mapping filled = new Overrides(syntax).apply(root, overrides);
		syntax.sorted(source).forEach(p -> problems.add(badPair(p, location)));
		ParameterDescriptor declaration = new ParameterDescriptor(VALUE, ParameterType.CONTRIBUTION, false,
				Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "", true, Optional.of(kind), more, "");
		YamlDocument document = new YamlParser().parse(source, "");
		Optional<Selection> selection = new ParameterReader(document, context, problems)
				.root(filled, location, List.of(declaration)).selection(VALUE);
		if (problems.hasErrors() || selection.isEmpty()) {
			throw new ProblemException(problems.sorted(source).stream().map(p -> shown(p, source, kind)).toList(),
					null);
		}
		return selection.get();
	}

	private static Problem badPair(Problem problem, Location location) {
		return location.error("bad-parameter", "a parameter is not of the form key=value",
				problem.message().startsWith("the value is not YAML") ? problem.message()
						: "write ID:key=value,key=value");
	}

	/** What reads overrides and files speaks of the key under which the contribution stands; here there is none. */
	private static Problem shown(Problem problem, String source, ContributionKind kind) {
		String message = problem.message().replace(" '" + VALUE + "'", " the " + kind.label());
		return new Problem(problem.severity(), problem.code(), message, problem.remedy(), source, Optional.empty());
	}

	/** Splits at commas outside of quotes and brackets. */
	private static List<String> pieces(String text) {
		List<String> pieces = new ArrayList<>();
		int depth = 0;
		char quote = 0;
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quote != 0) {
				quote = c == quote ? 0 : quote;
			} else if ((c == '"' || c == '\'') && i > 0 && "=[{,: ".indexOf(text.charAt(i - 1)) >= 0) {
				quote = c;
			} else if (c == '[' || c == '{') {
				depth++;
			} else if (c == ']' || c == '}') {
				depth--;
			} else if (c == ',' && depth <= 0) {
				pieces.add(text.substring(from, i).strip());
				from = i + 1;
			}
		}
		pieces.add(text.substring(from).strip());
		return pieces;
	}
}
