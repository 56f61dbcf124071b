/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Declaration of one parameter, as read from a contribution's {@code parameter} element.
 *
 * @param name         key in the experiment file, in kebab case
 * @param type         what a value is
 * @param list         true when the value is a list of such values
 * @param defaultValue text of the default, as it would stand in the file; empty when there is none
 * @param min          smallest value allowed, inclusive; only for {@code INTEGER} and {@code NUMBER}, and for the
 *                     length of lists
 * @param max          largest value allowed, inclusive
 * @param choices      what a {@code CHOICE} may be; empty otherwise
 * @param unit         unit of the value, for people, for example {@code s}; empty when it has none
 * @param required     true when a file must state it
 * @param kind         what kind a {@code CONTRIBUTION} is; empty otherwise
 * @param parameters   what a {@code GROUP} holds; for a {@code CONTRIBUTION} of the experiment itself what may stand
 *                     beside that contribution's own parameters; empty otherwise
 * @param description  one or more sentences for people
 * @since 0.1
 */
public record ParameterDescriptor(String name, ParameterType type, boolean list, Optional<String> defaultValue,
		Optional<Double> min, Optional<Double> max, List<String> choices, String unit, boolean required,
		Optional<ContributionKind> kind, List<ParameterDescriptor> parameters, String description) {

	public ParameterDescriptor {
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(description);
		choices = List.copyOf(choices);
		parameters = List.copyOf(parameters);
		if (type == ParameterType.CHOICE && choices.isEmpty()) {
			throw new IllegalArgumentException("parameter " + name + " is a choice but declares no choices");
		}
		if (type == ParameterType.CONTRIBUTION && kind.isEmpty()) {
			throw new IllegalArgumentException("parameter " + name + " is a contribution but declares no kind");
		}
		if (required && defaultValue.isPresent()) {
			throw new IllegalArgumentException("parameter " + name + " is required and has a default");
		}
	}
}
