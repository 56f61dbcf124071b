/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.space.Feature;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.yaml.NodePath;
import org.trainless.experiment.yaml.Scalar;
import org.trainless.experiment.yaml.YamlSketch;

/** Says what the parts of a file mean, also of one that is broken. Immutable; thread-safe if what it knows is. */
public final class Hovers {
	private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
	private static final Pattern SPACE = Pattern.compile("\\s+");

	private final Knowledge knowledge;
	private final Declarations declarations;

	/**
	 * @param knowledge what is known besides the text
	 */
	public Hovers(Knowledge knowledge) {
		this.knowledge = Objects.requireNonNull(knowledge);
		this.declarations = new Declarations(knowledge.catalog());
	}

	/**
	 * @param text   an experiment
	 * @param offset of a character
	 * @return what the word there means, if that is known
	 */
	public Optional<Hover> at(String text, int offset) {
		YamlSketch sketch = YamlSketch.of(text);
		Optional<YamlSketch.Found> found = sketch.scalarAt(offset);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		Optional<Place> place = declarations.at(sketch.root(), found.get().path());
		int from = found.get().node().location().position().orElseThrow().offset();
		int length = ((Scalar) found.get().node()).raw().length();
		if (place.isEmpty() || place.get().parameter().isEmpty()) {
			return Optional.empty();
		}
		ParameterDescriptor parameter = place.get().parameter().get();
		if (found.get().key()) {
			return Optional.of(place.get().id()
					? new Hover(from, length, ExperimentFormat.ID,
							"Which " + parameter.kind().orElseThrow().label() + '.', List.of(), "")
					: key(parameter, from, length));
		}
		if (place.get().contribution().isPresent()) {
			return Optional.of(contribution(place.get().contribution().get(), from, length));
		}
		if (parameter.type() == ParameterType.STRING && found.get().path().last().equals(ExperimentFormat.CONSTRAINT)) {
			return feature(sketch, text, offset, from, length);
		}
		return Optional.empty();
	}

	private static Hover key(ParameterDescriptor parameter, int from, int length) {
		return new Hover(from, length, parameter.name(), oneSpace(parameter.description()),
				List.of(Wording.summary(parameter)), "");
	}

	/**
	 * @param contribution what is installed
	 * @param offset       of the part that names it
	 * @param length       of that part
	 * @return what it is
	 */
	static Hover contribution(Contribution contribution, int offset, int length) {
		List<String> facts = new ArrayList<>();
		if (contribution.deprecated()) {
			facts.add("Deprecated." + contribution.replacedBy().map(r -> " Use " + r + " instead.").orElse(""));
		}
		if (!contribution.parameters().isEmpty()) {
			facts.add("Parameters: "
					+ String.join(", ", contribution.parameters().stream().map(ParameterDescriptor::name).toList()));
		}
		if (!contribution.requires().isEmpty()) {
			facts.add("Needs: " + String.join(", ", new TreeSet<>(contribution.requires())));
		}
		if (!contribution.aliases().isEmpty()) {
			facts.add("Also named: " + String.join(", ", new TreeSet<>(contribution.aliases())));
		}
		facts.add("From " + contribution.contributor());
		return new Hover(offset, length, contribution.name() + " (" + contribution.kind().label() + ')',
				oneSpace(contribution.description()), facts, oneSpace(contribution.reference()));
	}

	private Optional<Hover> feature(YamlSketch sketch, String text, int offset, int from, int length) {
		String space = Declarations.find(sketch.root(), NodePath.ROOT.child(ExperimentFormat.SPACE))
				.flatMap(Declarations::id).orElse("");
		Matcher words = WORD.matcher(text.substring(from, from + length));
		while (words.find()) {
			if (from + words.start() <= offset && offset <= from + words.end()) {
				String word = words.group();
				int at = from + words.start();
				return knowledge.features().apply(space).stream().filter(f -> f.name().equals(word)).findFirst()
						.map(feature -> new Hover(at, word.length(), feature.name(), oneSpace(feature.description()),
								List.of(type(feature)), ""));
			}
		}
		return Optional.empty();
	}

	private static String type(Feature feature) {
		String type = switch (feature.type()) {
		case COUNT -> "Whole number, at least 0";
		case FLAG -> "True or false";
		case REAL -> "Number";
		};
		return feature.unit().isEmpty() ? type : type + ", in " + feature.unit();
	}

	private static String oneSpace(String text) {
		return SPACE.matcher(text.strip()).replaceAll(" ");
	}
}
