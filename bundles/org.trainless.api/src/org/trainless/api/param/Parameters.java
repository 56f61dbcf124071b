/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Values of a contribution's parameters: checked against their declarations, defaults filled in. A parameter without
 * default that was not stated is absent. Immutable and thread-safe.
 * <p>
 * Values are {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code Path}, {@code Parameters},
 * {@link Selection}, or a {@code List} of these.
 *
 * @since 0.1
 */
public final class Parameters {
	/** No values. */
	public static final Parameters EMPTY = new Parameters(Map.of());

	private final Map<String, Object> values;

	private Parameters(Map<String, ?> values) {
		this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * @param values name to value, in the order of declaration
	 * @return the parameters
	 * @throws IllegalArgumentException when a value is of a type that parameters do not have
	 */
	public static Parameters of(Map<String, ?> values) {
		values.forEach(Parameters::checkType);
		return new Parameters(values);
	}

	private static void checkType(String name, Object value) {
		if (value instanceof List<?> list) {
			list.forEach(item -> checkType(name, item));
		} else if (!(value instanceof Long || value instanceof Double || value instanceof Boolean
				|| value instanceof String || value instanceof Path || value instanceof Parameters
				|| value instanceof Selection)) {
			throw new IllegalArgumentException(
					"parameter " + name + " has a value of type " + (value == null ? null : value.getClass()));
		}
	}

	/**
	 * @return name to value, in the order of declaration, unmodifiable
	 */
	public Map<String, Object> asMap() {
		return values;
	}

	/**
	 * @param name of a parameter
	 * @return true when it has a value
	 */
	public boolean has(String name) {
		return values.containsKey(name);
	}

	/**
	 * @param name of an {@code INTEGER}
	 * @return its value
	 * @throws NoSuchElementException when it has none
	 */
	public long integer(String name) {
		return get(name, Long.class);
	}

	/**
	 * @param name of an {@code INTEGER} that fits 32 bits by its declared bounds
	 * @return its value
	 * @throws NoSuchElementException when it has none
	 * @throws ArithmeticException    when it does not fit
	 */
	public int intValue(String name) {
		return Math.toIntExact(integer(name));
	}

	/**
	 * @param name of an {@code INTEGER}
	 * @return its value, if it has one
	 */
	public OptionalLong optionalInteger(String name) {
		return has(name) ? OptionalLong.of(integer(name)) : OptionalLong.empty();
	}

	/**
	 * @param name of a {@code NUMBER}
	 * @return its value
	 * @throws NoSuchElementException when it has none
	 */
	public double number(String name) {
		return get(name, Double.class);
	}

	/**
	 * @param name of a {@code NUMBER}
	 * @return its value, if it has one
	 */
	public OptionalDouble optionalNumber(String name) {
		return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
	}

	/**
	 * @param name of a {@code BOOLEAN}
	 * @return its value
	 * @throws NoSuchElementException when it has none
	 */
	public boolean bool(String name) {
		return get(name, Boolean.class);
	}

	/**
	 * @param name of a {@code STRING} or {@code CHOICE}
	 * @return its value
	 * @throws NoSuchElementException when it has none
	 */
	public String text(String name) {
		return get(name, String.class);
	}

	/**
	 * @param name of a {@code STRING} or {@code CHOICE}
	 * @return its value, if it has one
	 */
	public Optional<String> optionalText(String name) {
		return has(name) ? Optional.of(text(name)) : Optional.empty();
	}

	/**
	 * @param name of a {@code PATH}
	 * @return its value, absolute
	 * @throws NoSuchElementException when it has none
	 */
	public Path path(String name) {
		return get(name, Path.class);
	}

	/**
	 * @param name of a {@code GROUP}
	 * @return its value, if it has one
	 */
	public Optional<Parameters> group(String name) {
		return has(name) ? Optional.of(get(name, Parameters.class)) : Optional.empty();
	}

	/**
	 * @param name of a {@code CONTRIBUTION}
	 * @return its value, if it has one
	 */
	public Optional<Selection> selection(String name) {
		return has(name) ? Optional.of(get(name, Selection.class)) : Optional.empty();
	}

	/**
	 * @param <T>  type of an item
	 * @param name of a list
	 * @param type type of an item
	 * @return its value; empty when it has none
	 */
	public <T> List<T> list(String name, Class<T> type) {
		return has(name) ? ((List<?>) values.get(name)).stream().map(type::cast).toList() : List.of();
	}

	private <T> T get(String name, Class<T> type) {
		Object value = values.get(name);
		if (value == null) {
			throw new NoSuchElementException("parameter " + name + " has no value");
		}
		return type.cast(value);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Parameters p && p.values.equals(values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/**
	 * @return the values as {@code {name=value, …}}; equal parameters in the same order give equal texts
	 */
	@Override
	public String toString() {
		return values.toString();
	}
}
