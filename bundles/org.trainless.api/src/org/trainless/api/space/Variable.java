/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.space;

import java.util.List;
import java.util.Objects;

/**
 * One decision that makes up an architecture, for example the operation of an edge.
 *
 * @param name    what is decided, for people, for example {@code 0→1}
 * @param group   variables that a mutation by group draws together, for example the node that edges lead to
 * @param choices what it may be; at least two
 * @since 0.1
 */
public record Variable(String name, String group, List<String> choices) {
	public Variable {
		Objects.requireNonNull(name);
		Objects.requireNonNull(group);
		choices = List.copyOf(choices);
		if (choices.size() < 2) {
			throw new IllegalArgumentException("variable " + name + " leaves nothing to choose");
		}
	}
}
