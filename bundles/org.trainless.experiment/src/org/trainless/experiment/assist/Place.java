/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.experiment.ExperimentFormat;
import org.trainless.experiment.yaml.NodePath;

/**
 * What is declared for a place of an experiment file.
 *
 * @param path         the place
 * @param parameter    declares the value there; empty for the whole file
 * @param item         true when the place is an item of the list that the parameter declares
 * @param id           true when the value is the id of the contribution that the parameter declares
 * @param contribution what is chosen there, when that is installed
 * @param keys         what may stand there as keys, besides {@code id}
 */
public record Place(NodePath path, Optional<ParameterDescriptor> parameter, boolean item, boolean id,
		Optional<Contribution> contribution, List<ParameterDescriptor> keys) {
	public Place {
		Objects.requireNonNull(path);
		Objects.requireNonNull(parameter);
		Objects.requireNonNull(contribution);
		keys = List.copyOf(keys);
	}

	/**
	 * @return true when the value is a list and not one of its items
	 */
	public boolean isList() {
		return !item && parameter.isPresent() && parameter.get().list();
	}

	/**
	 * @return the kind of the contribution that is chosen there, if one is
	 */
	public Optional<ContributionKind> kind() {
		return parameter.filter(p -> p.type() == ParameterType.CONTRIBUTION).flatMap(ParameterDescriptor::kind);
	}

	/**
	 * @return true when one of the keys is {@code id}
	 */
	public boolean hasId() {
		return kind().isPresent() && !id && !isList();
	}

	/**
	 * @return names of all keys that may stand there
	 */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		if (hasId()) {
			names.add(ExperimentFormat.ID);
		}
		keys.forEach(k -> names.add(k.name()));
		return names;
	}
}
