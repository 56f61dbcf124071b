/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema, draft 2020-12, as the schema uses; it refuses keywords that it does not know. */
final class SchemaValidator {
	private static final Set<String> ANNOTATIONS = Set.of("$schema", "title", "description", "default", "deprecated",
			"$defs");

	private final Map<?, ?> root;

	SchemaValidator(Map<?, ?> root) {
		this.root = root;
	}

	/** @return where the value does not follow the schema */
	List<String> errors(Object value) {
		List<String> errors = new ArrayList<>();
		validate(root, value, "", errors);
		return errors;
	}

	private void validate(Map<?, ?> schema, Object value, String path, List<String> errors) {
		for (Map.Entry<?, ?> keyword : schema.entrySet()) {
			String name = (String) keyword.getKey();
			if (!ANNOTATIONS.contains(name) && !holds(schema, name, keyword.getValue(), value, path, errors)) {
				errors.add(path + ' ' + name);
			}
		}
	}

	private boolean holds(Map<?, ?> schema, String keyword, Object argument, Object value, String path,
			List<String> errors) {
		Map<?, ?> object = value instanceof Map<?, ?> map ? map : Map.of();
		return switch (keyword) {
		case "$ref" -> {
			validate(resolved((String) argument), value, path, errors);
			yield true;
		}
		case "type" -> argument instanceof List<?> types ? types.stream().anyMatch(t -> isOf((String) t, value))
				: isOf((String) argument, value);
		case "enum" -> ((List<?>) argument).stream().anyMatch(a -> equal(a, value));
		case "minimum" -> !(value instanceof Number n) || decimal(n).compareTo(decimal((Number) argument)) >= 0;
		case "maximum" -> !(value instanceof Number n) || decimal(n).compareTo(decimal((Number) argument)) <= 0;
		case "pattern" -> !(value instanceof String s) || Pattern.compile((String) argument).matcher(s).find();
		case "minItems" -> !(value instanceof List<?> l) || l.size() >= ((Number) argument).intValue();
		case "maxItems" -> !(value instanceof List<?> l) || l.size() <= ((Number) argument).intValue();
		case "items" -> {
			if (value instanceof List<?> list) {
				for (int i = 0; i < list.size(); i++) {
					validate((Map<?, ?>) argument, list.get(i), path + '.' + i, errors);
				}
			}
			yield true;
		}
		case "required" -> !(value instanceof Map) || object.keySet().containsAll((List<?>) argument);
		case "properties" -> {
			((Map<?, ?>) argument).forEach((key, inner) -> {
				if (object.containsKey(key)) {
					validate((Map<?, ?>) inner, object.get(key), path + '.' + key, errors);
				}
			});
			yield true;
		}
		case "additionalProperties" -> Boolean.TRUE.equals(argument)
				|| ((Map<?, ?>) schema.get("properties")).keySet().containsAll(object.keySet());
		case "dependentRequired" -> ((Map<?, ?>) argument).entrySet().stream()
				.allMatch(e -> !object.containsKey(e.getKey()) || object.keySet().containsAll((List<?>) e.getValue()));
		case "anyOf" -> ((List<?>) argument).stream().anyMatch(s -> valid((Map<?, ?>) s, value));
		case "oneOf" -> ((List<?>) argument).stream().filter(s -> valid((Map<?, ?>) s, value)).count() == 1;
		default -> throw new AssertionError("unknown keyword " + keyword + " at " + path);
		};
	}

	private boolean valid(Map<?, ?> schema, Object value) {
		List<String> errors = new ArrayList<>();
		validate(schema, value, "", errors);
		return errors.isEmpty();
	}

	private Map<?, ?> resolved(String reference) {
		Map<?, ?> schema = root;
		for (String step : reference.substring("#/".length()).split("/")) {
			schema = (Map<?, ?>) schema.get(step);
			if (schema == null) {
				throw new AssertionError("nothing is at " + reference);
			}
		}
		return schema;
	}

	private static boolean isOf(String type, Object value) {
		return switch (type) {
		case "object" -> value instanceof Map;
		case "array" -> value instanceof List;
		case "string" -> value instanceof String;
		case "boolean" -> value instanceof Boolean;
		case "number" -> value instanceof Number;
		case "integer" -> value instanceof Number n && decimal(n).stripTrailingZeros().scale() <= 0;
		default -> throw new AssertionError("unknown type " + type);
		};
	}

	private static boolean equal(Object a, Object b) {
		return a instanceof Number x && b instanceof Number y ? decimal(x).compareTo(decimal(y)) == 0 : a.equals(b);
	}

	private static BigDecimal decimal(Number number) {
		return new BigDecimal(number.toString());
	}
}
