/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.yaml;

import java.util.Objects;
import java.util.Set;

/**
 * A text, number, truth value, or nothing.
 *
 * @param value    what is meant: without quotes, escapes and folding
 * @param style    how it is written
 * @param raw      what is written: exactly the characters at its location
 * @param location where it stands
 */
public record Scalar(String value, ScalarStyle style, String raw, Location location) implements Node {
	private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

	public Scalar {
		Objects.requireNonNull(value);
		Objects.requireNonNull(style);
		Objects.requireNonNull(raw);
		Objects.requireNonNull(location);
	}

	/**
	 * @param text     without quotes, as it is meant
	 * @param location where it comes from
	 * @return a scalar that stands in no file
	 */
	public static Scalar plain(String text, Location location) {
		return new Scalar(text, ScalarStyle.PLAIN, text, location);
	}

	/**
	 * @return true when it stands for no value: nothing is written, or {@code ~} or {@code null} without quotes
	 */
	public boolean isNull() {
		return style == ScalarStyle.PLAIN && NULL.contains(value);
	}

	@Override
	public String kind() {
		return isNull() ? "empty" : "a single value";
	}
}
