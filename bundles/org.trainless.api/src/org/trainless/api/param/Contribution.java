/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.param;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a plug-in says of a thing that it contributes. Answered from declarations alone: reading it loads no class of
 * the plug-in.
 *
 * @param kind        what it is
 * @param id          identifier in experiment files, in kebab case or with underscores as the field writes it
 * @param name        name for people
 * @param description what it does, one or more sentences
 * @param reference   the paper or source, with an address if it has one; may be empty
 * @param deprecated  true when it should not be used any more
 * @param replacedBy  id of what to use instead of a deprecated one
 * @param aliases     further ids under which files may name it
 * @param parameters  its parameters in the order of declaration
 * @param requires    what it needs, for example {@code gradients}, {@code labels}, {@code benchmark}
 * @param properties  further attributes of its kind, for example {@code version} of a proxy
 * @param contributor symbolic name of the bundle
 * @since 0.1
 */
public record Contribution(ContributionKind kind, String id, String name, String description, String reference,
		boolean deprecated, Optional<String> replacedBy, Set<String> aliases, List<ParameterDescriptor> parameters,
		Set<String> requires, Map<String, String> properties, String contributor) {

	public Contribution {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
		Objects.requireNonNull(reference);
		Objects.requireNonNull(replacedBy);
		Objects.requireNonNull(contributor);
		aliases = Set.copyOf(aliases);
		parameters = List.copyOf(parameters);
		requires = Set.copyOf(requires);
		properties = Map.copyOf(properties);
	}

	/**
	 * @param name key of a parameter
	 * @return its declaration, if it is declared
	 */
	public Optional<ParameterDescriptor> parameter(String name) {
		return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
	}
}
