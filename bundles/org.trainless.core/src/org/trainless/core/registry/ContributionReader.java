/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;

/**
 * Reads one declaration into its descriptor. Strict: what a schema does not allow is refused, so that a typo in a
 * declaration is seen by its author and not by the users of the plug-in.
 */
final class ContributionReader {
	/** Name of the attribute that names the class. */
	static final String CLASS = "class";

	private static final Pattern ID = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
	private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
	private static final Set<String> COMMON_ATTRIBUTES = Set.of("id", "name", CLASS, "reference", "deprecated",
			"replacedBy");
	private static final Set<String> PARAMETER_ATTRIBUTES = Set.of("name", "type", "list", "default", "min", "max",
			"choices", "unit", "required", "kind");
	private static final Set<String> CHILDREN = Set.of("description", "alias", "requires", "parameter");
	private static final int DEEPEST_GROUP = 8;

	/**
	 * @param kind what the element must be
	 * @return the name that elements of that kind have
	 */
	static String elementName(ContributionKind kind) {
		return switch (kind) {
		case SEARCH_SPACE -> "searchSpace";
		case STRATEGY -> "strategy";
		case PROXY -> "proxy";
		case DATASET -> "dataset";
		case BENCHMARK -> "benchmark";
		case EXPORTER -> "exporter";
		};
	}

	/**
	 * @param kind    what the element must be
	 * @param element a declaration
	 * @return its descriptor
	 * @throws DeclarationException when the declaration is not as it must be
	 */
	Contribution read(ContributionKind kind, ContributionElement element) throws DeclarationException {
		if (!element.name().equals(elementName(kind))) {
			throw new DeclarationException(
					"the element is a '" + element.name() + "' and must be a '" + elementName(kind) + "'");
		}
		String id = id(required(element, "id"));
		String name = required(element, "name");
		required(element, CLASS);
		onlyChildren(element, CHILDREN);
		String description = "";
		Set<String> aliases = new LinkedHashSet<>();
		Set<String> requires = new LinkedHashSet<>();
		List<ContributionElement> parameters = new ArrayList<>();
		for (ContributionElement child : element.children()) {
			switch (child.name()) {
			case "description" -> description = child.text();
			case "alias" -> aliases.add(id(required(child, "id")));
			case "requires" -> requires.add(required(child, "capability"));
			default -> parameters.add(child);
			}
		}
		Set<String> reserved = kind == ContributionKind.DATASET ? Set.of("id", "batch") : Set.of("id");
		return new Contribution(kind, id, name, description, element.attribute("reference").orElse(""),
				flag(element, "deprecated", false), element.attribute("replacedBy"), aliases,
				parameters(parameters, reserved, 1), requires, properties(kind, element), element.contributor());
	}

	private static Map<String, String> properties(ContributionKind kind, ContributionElement element)
			throws DeclarationException {
		Map<String, String> properties = new LinkedHashMap<>();
		for (String attribute : element.attributes()) {
			if (!COMMON_ATTRIBUTES.contains(attribute)) {
				properties.put(attribute, element.attribute(attribute).orElse(""));
			}
		}
		if (kind == ContributionKind.PROXY) {
			String version = properties.computeIfAbsent("version", v -> "1");
			if (!version.matches("[0-9]{1,9}")) {
				throw new DeclarationException("attribute version is '" + version + "' and must be a whole number");
			}
			properties.put("higherIsBetter", String.valueOf(flag(element, "higherIsBetter", true)));
		}
		return properties;
	}

	private List<ParameterDescriptor> parameters(List<ContributionElement> elements, Set<String> reserved, int depth)
			throws DeclarationException {
		if (depth > DEEPEST_GROUP) {
			throw new DeclarationException("parameters are nested deeper than " + DEEPEST_GROUP + " groups");
		}
		List<ParameterDescriptor> parameters = new ArrayList<>();
		Set<String> names = new HashSet<>(reserved);
		for (ContributionElement element : elements) {
			ParameterDescriptor parameter = parameter(element, depth);
			if (!names.add(parameter.name())) {
				throw new DeclarationException("parameter '" + parameter.name() + "' "
						+ (reserved.contains(parameter.name()) ? "has a name that is reserved" : "is declared twice"));
			}
			parameters.add(parameter);
		}
		return parameters;
	}

	private ParameterDescriptor parameter(ContributionElement element, int depth) throws DeclarationException {
		String name = required(element, "name");
		if (!PARAMETER.matcher(name).matches()) {
			throw new DeclarationException(
					"parameter name '" + name + "' is not in kebab case, as for example crossover-rate");
		}
		try {
			return parameter(name, element, depth);
		} catch (DeclarationException e) {
			throw new DeclarationException("parameter '" + name + "': " + e.getMessage(), e);
		} catch (IllegalArgumentException e) {
			throw new DeclarationException(e.getMessage(), e);
		}
	}

	private ParameterDescriptor parameter(String name, ContributionElement element, int depth)
			throws DeclarationException {
		for (String attribute : element.attributes()) {
			if (!PARAMETER_ATTRIBUTES.contains(attribute)) {
				throw new DeclarationException("there is no attribute '" + attribute + "'");
			}
		}
		onlyChildren(element, Set.of("description", "parameter"));
		ParameterType type = type(required(element, "type"));
		List<String> choices = choices(element);
		if (type != ParameterType.CHOICE && !choices.isEmpty()) {
			throw new DeclarationException("only a choice has choices");
		}
		Optional<ContributionKind> kind = kind(element);
		if (type != ParameterType.CONTRIBUTION && kind.isPresent()) {
			throw new DeclarationException("only a contribution has a kind");
		}
		List<ContributionElement> nested = element.children().stream().filter(c -> c.name().equals("parameter"))
				.toList();
		if ((type == ParameterType.GROUP) == nested.isEmpty()) {
			throw new DeclarationException(
					nested.isEmpty() ? "a group holds at least one parameter" : "only a group holds parameters");
		}
		boolean list = flag(element, "list", false);
		boolean numeric = type == ParameterType.INTEGER || type == ParameterType.NUMBER;
		Optional<Double> min = bound(element, "min");
		Optional<Double> max = bound(element, "max");
		if (!numeric && !list && (min.isPresent() || max.isPresent())) {
			throw new DeclarationException("only integers, numbers and lists have bounds");
		}
		if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
			throw new DeclarationException("min " + min.get() + " is above max " + max.get());
		}
		String description = element.children().stream().filter(c -> c.name().equals("description"))
				.map(ContributionElement::text).findFirst().orElse("");
		ParameterDescriptor parameter = new ParameterDescriptor(name, type, list, element.attribute("default"), min,
				max, choices, element.attribute("unit").orElse(""), flag(element, "required", false), kind,
				parameters(nested, Set.of(), depth + 1), description);
		if (parameter.defaultValue().isPresent()) {
			DefaultCheck.check(parameter);
		}
		return parameter;
	}

	private static ParameterType type(String text) throws DeclarationException {
		for (ParameterType type : ParameterType.values()) {
			if (type.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
				return type;
			}
		}
		throw new DeclarationException("there is no type '" + text + "'");
	}

	private static List<String> choices(ContributionElement element) throws DeclarationException {
		Optional<String> text = element.attribute("choices");
		if (text.isEmpty()) {
			return List.of();
		}
		List<String> choices = new ArrayList<>();
		for (String choice : text.get().split(",", -1)) {
			if (choice.isBlank() || choices.contains(choice.strip())) {
				throw new DeclarationException("choices '" + text.get() + "' hold an empty one or the same twice");
			}
			choices.add(choice.strip());
		}
		return choices;
	}

	private static Optional<ContributionKind> kind(ContributionElement element) throws DeclarationException {
		Optional<String> text = element.attribute("kind");
		Optional<ContributionKind> kind = text.flatMap(ContributionKind::ofId);
		if (text.isPresent() && kind.isEmpty()) {
			throw new DeclarationException("there is no kind of contribution '" + text.get() + "'");
		}
		return kind;
	}

	private static Optional<Double> bound(ContributionElement element, String attribute) throws DeclarationException {
		Optional<String> text = element.attribute(attribute);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		try {
			double value = Double.parseDouble(text.get());
			if (Double.isFinite(value)) {
				return Optional.of(value);
			}
		} catch (NumberFormatException e) {
			throw new DeclarationException(attribute + " is '" + text.get() + "' and must be a number", e);
		}
		throw new DeclarationException(attribute + " is '" + text.get() + "' and must be a finite number");
	}

	private static boolean flag(ContributionElement element, String attribute, boolean otherwise)
			throws DeclarationException {
		Optional<String> text = element.attribute(attribute);
		if (text.isEmpty()) {
			return otherwise;
		}
		return switch (text.get()) {
		case "true" -> true;
		case "false" -> false;
		default -> throw new DeclarationException(
				"attribute " + attribute + " is '" + text.get() + "' and must be true or false");
		};
	}

	private static String required(ContributionElement element, String attribute) throws DeclarationException {
		String value = element.attribute(attribute).map(String::strip).orElse("");
		if (value.isEmpty()) {
			throw new DeclarationException(
					(element.name().equals("parameter") ? "a " + element.name() + " has no " : "it has no ")
							+ attribute);
		}
		return value;
	}

	private static String id(String text) throws DeclarationException {
		if (!ID.matcher(text).matches()) {
			throw new DeclarationException(
					"id '" + text + "' is not made of small letters and digits with single . _ - between them");
		}
		return text;
	}

	private static void onlyChildren(ContributionElement element, Set<String> allowed) throws DeclarationException {
		for (ContributionElement child : element.children()) {
			if (!allowed.contains(child.name())) {
				throw new DeclarationException("there is no element '" + child.name() + "' in a " + element.name());
			}
		}
	}
}
