/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.trainless.api.param.Catalog;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.SeedRange;

/**
 * The file format as a JSON Schema (draft 2020-12), with all that is installed: other editors complete and check
 * experiment files by it. It accepts every file that the reader accepts as long as no variable stands in the place of a
 * key, and refuses what is wrong in structure, type, bounds and choice. What concerns several values together only the
 * reader checks.
 */
public final class JsonSchema {
	private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
	private static final String TYPE = "type";
	private static final String ENUM = "enum";
	private static final String ANY_OF = "anyOf";
	private static final String REQUIRED = "required";
	private static final String PROPERTIES = "properties";
	private static final String DESCRIPTION = "description";
	private static final String ID = "id";
	private static final Map<String, Object> VARIABLE = Map.of("$ref", "#/$defs/variable");

	private static final List<ParameterDescriptor> SCORING = keysOf(ExperimentFormat.keys(), "scoring");
	private static final List<ParameterDescriptor> SEARCH = keysOf(ExperimentFormat.keys(), "searches");
	private static final List<ParameterDescriptor> OBJECTIVE = keysOf(SEARCH, "objective");

	private final Catalog catalog;

	/**
	 * @param catalog what is installed
	 */
	public JsonSchema(Catalog catalog) {
		this.catalog = Objects.requireNonNull(catalog);
	}

	private static List<ParameterDescriptor> keysOf(List<ParameterDescriptor> parameters, String group) {
		return parameters.stream().filter(p -> p.name().equals(group)).findFirst().orElseThrow().parameters();
	}

	/**
	 * @return the schema, lines ended by a line feed
	 */
	public String text() {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("$schema", DIALECT);
		schema.put("title", "Trainless experiment, format " + ExperimentFormat.VERSION);
		schema.putAll(keys(ExperimentFormat.keys(), List.of()));
		schema.put("$defs", definitions());
		return JsonText.of(schema);
	}

	private Map<String, Object> definitions() {
		Map<String, Object> definitions = new LinkedHashMap<>();
		Map<String, Object> variable = pattern("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}");
		variable.put(DESCRIPTION, "A value that holds a variable of the environment or the preferences.");
		definitions.put("variable", variable);
		for (ContributionKind kind : ContributionKind.values()) {
			definitions.put(kind.id(), contributions(kind, List.of()));
		}
		return definitions;
	}

	private static Map<String, Object> pattern(String pattern) {
		Map<String, Object> text = new LinkedHashMap<>();
		text.put(TYPE, "string");
		text.put("pattern", pattern);
		return text;
	}

	private Map<String, Object> contributions(ContributionKind kind, List<ParameterDescriptor> more) {
		List<String> bare = new ArrayList<>();
		List<Object> alternatives = new ArrayList<>();
		for (Contribution contribution : catalog.all(kind)) {
			List<ParameterDescriptor> parameters = new ArrayList<>(contribution.parameters());
			parameters.addAll(more);
			if (parameters.stream().noneMatch(ParameterDescriptor::required)) {
				bare.addAll(ids(contribution));
			}
			Map<String, Object> alternative = new LinkedHashMap<>();
			alternative.put("title", contribution.name());
			alternative.put(DESCRIPTION, contribution.description());
			if (contribution.deprecated()) {
				alternative.put("deprecated", true);
			}
			alternative.putAll(keys(parameters, ids(contribution)));
			alternatives.add(alternative);
		}
		if (!bare.isEmpty()) {
			alternatives.add(0, Map.of(ENUM, bare));
		}
		alternatives.add(VARIABLE);
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put(ANY_OF, alternatives);
		return schema;
	}

	private static List<String> ids(Contribution contribution) {
		List<String> ids = new ArrayList<>();
		ids.add(contribution.id());
		ids.addAll(new TreeSet<>(contribution.aliases()));
		return ids;
	}

	private Map<String, Object> keys(List<ParameterDescriptor> parameters, List<String> ids) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		if (!ids.isEmpty()) {
			properties.put(ID, Map.of(ENUM, ids));
			required.add(ID);
		}
		for (ParameterDescriptor parameter : parameters) {
			properties.put(parameter.name(), parameter(parameter));
			if (parameter.required()) {
				required.add(parameter.name());
			}
		}
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put(TYPE, "object");
		schema.put(PROPERTIES, properties);
		if (!required.isEmpty()) {
			schema.put(REQUIRED, required);
		}
		schema.put("additionalProperties", false);
		rules(parameters, properties, schema);
		return schema;
	}

	/** What the declarations of the format's own keys cannot say. */
	private static void rules(List<ParameterDescriptor> parameters, Map<String, Object> properties,
			Map<String, Object> schema) {
		if (parameters.equals(SEARCH)) {
			schema.put("oneOf", List.of(Map.of(REQUIRED, List.of("proxy")), Map.of(REQUIRED, List.of("objective"))));
		} else if (parameters.equals(OBJECTIVE)) {
			schema.put("oneOf", List.of(Map.of(REQUIRED, List.of("proxy")), Map.of(REQUIRED, List.of("benchmark"))));
			schema.put("dependentRequired", Map.of("test-accuracy", List.of("benchmark")));
		} else if (parameters.equals(SCORING)) {
			Map<String, Object> number = new LinkedHashMap<>();
			number.put(TYPE, "integer");
			number.put("minimum", 0L);
			number.put("maximum", SeedRange.LARGEST);
			Map<String, Object> seed = new LinkedHashMap<>();
			seed.put(DESCRIPTION, SCORING.get(0).description());
			seed.put(ANY_OF, List.of(Map.of(ENUM, List.of(ExperimentFormat.PER_RUN)), number,
					pattern("^([0-9]+|.*\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}.*)$")));
			properties.put(SCORING.get(0).name(), seed);
		}
	}

	private Map<String, Object> parameter(ParameterDescriptor parameter) {
		Map<String, Object> schema = new LinkedHashMap<>();
		String unit = parameter.unit().isEmpty() ? "" : " Unit: " + parameter.unit() + '.';
		schema.put(DESCRIPTION, parameter.description().strip() + unit);
		boolean numeric = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
		if (parameter.list()) {
			schema.put(TYPE, "array");
			schema.put("items", item(parameter));
			if (!numeric) {
				parameter.min().ifPresent(m -> schema.put("minItems", m));
				parameter.max().ifPresent(m -> schema.put("maxItems", m));
			}
		} else {
			schema.putAll(item(parameter));
			parameter.defaultValue().ifPresent(text -> schema.put("default", typed(parameter.type(), text.strip())));
		}
		return schema;
	}

	private Map<String, Object> item(ParameterDescriptor parameter) {
		return switch (parameter.type()) {
		case INTEGER, NUMBER -> {
			Map<String, Object> number = new LinkedHashMap<>();
			number.put(TYPE, parameter.type() == ParameterType.INTEGER ? "integer" : "number");
			parameter.min().ifPresent(m -> number.put("minimum", m));
			parameter.max().ifPresent(m -> number.put("maximum", m));
			yield Map.of(ANY_OF, List.of(number, VARIABLE));
		}
		case BOOLEAN -> Map.of(ANY_OF, List.of(Map.of(TYPE, "boolean"), VARIABLE));
		// what needs no quotes may look like a number or a truth value
		case STRING -> Map.of(TYPE, List.of("string", "number", "boolean"));
		case PATH -> Map.of(TYPE, List.of("string", "number", "boolean"));
		case CHOICE -> {
			List<Object> choices = new ArrayList<>(parameter.choices());
			for (String choice : parameter.choices()) {
				Object typed = typed(ParameterType.CHOICE, choice);
				if (!choice.equals(typed)) {
					choices.add(typed);
				}
			}
			yield Map.of(ANY_OF, List.of(Map.of(ENUM, choices), VARIABLE));
		}
		case GROUP -> keys(parameter.parameters(), List.of());
		case CONTRIBUTION ->
			parameter.parameters().isEmpty() ? Map.of("$ref", "#/$defs/" + parameter.kind().orElseThrow().id())
					: contributions(parameter.kind().orElseThrow(), parameter.parameters());
		};
	}

	/** A text as the value for which it would be taken in a file. */
	private static Object typed(ParameterType type, String text) {
		if (type == ParameterType.STRING || type == ParameterType.PATH || type == ParameterType.CONTRIBUTION) {
			return text;
		}
		if (text.equals("true") || text.equals("false")) {
			return Boolean.valueOf(text);
		}
		if (text.matches("[-+]?[0-9]{1,15}")) {
			return Long.valueOf(text);
		}
		return text.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?([eE][-+]?[0-9]{1,2})?") ? Double.valueOf(text) : text;
	}
}
