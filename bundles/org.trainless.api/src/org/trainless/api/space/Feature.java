/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.Objects;

/**
 * Something that can be said of every architecture of a space as a number. Constraints, plots and tables use it by
 * name.
 *
 * @param name        identifier in constraints, for example {@code skip_connect}
 * @param type        what the number is
 * @param unit        unit, for people; may be empty
 * @param description one sentence
 * @since 0.1
 */
public record Feature(String name, Type type, String unit, String description) {

	/** What a feature's number is. */
	public enum Type {
		/** A whole number, at least 0. */
		COUNT,
		/** 0 for no, 1 for yes. */
		FLAG,
		/** Any finite number. */
		REAL
	}

	public Feature {
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(description);
	}
}
