/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.problem.Problem;
import org.trainless.experiment.yaml.NodePath;

/**
 * A field of a form.
 *
 * @param path         the place of the file that it shows
 * @param parameter    declares what may be entered
 * @param shape        how it is built
 * @param present      true when the file states it
 * @param text         what the file states: a value, the items of a list, the id of a contribution; empty when absent
 * @param usual        what holds when the file states nothing; empty when nothing does
 * @param contribution what is chosen, by the file or by default, when that is installed
 * @param children     fields inside: of a group, of a contribution's parameters, the items of a list
 * @param problems     what is wrong with this field itself, not with its children
 */
public record FormField(NodePath path, ParameterDescriptor parameter, Shape shape, boolean present, String text,
		Optional<String> usual, Optional<Contribution> contribution, List<FormField> children, List<Problem> problems) {

	/** How a field is built. */
	public enum Shape {
		/** A single value. */
		VALUE,
		/** A list of single values, shown in one line. */
		LIST,
		/** Fields that belong together. */
		GROUP,
		/** The choice of a contribution, with fields for its parameters. */
		CONTRIBUTION,
		/** A list whose items have fields. */
		ITEMS
	}

	public FormField {
		Objects.requireNonNull(path);
		Objects.requireNonNull(parameter);
		Objects.requireNonNull(shape);
		Objects.requireNonNull(text);
		Objects.requireNonNull(usual);
		Objects.requireNonNull(contribution);
		children = List.copyOf(children);
		problems = List.copyOf(problems);
	}

	/**
	 * @param name key of a field inside
	 * @return that field
	 */
	public Optional<FormField> child(String name) {
		return children.stream().filter(c -> c.path().last().equals(name)).findFirst();
	}

	/**
	 * @return true when two fields are built alike, so that the same widgets can show them
	 * @param other another field
	 */
	public boolean isBuiltLike(FormField other) {
		if (!path.equals(other.path) || !parameter.equals(other.parameter) || shape != other.shape
				|| !contribution.equals(other.contribution) || children.size() != other.children.size()) {
			return false;
		}
		for (int i = 0; i < children.size(); i++) {
			if (!children.get(i).isBuiltLike(other.children.get(i))) {
				return false;
			}
		}
		return true;
	}
}
