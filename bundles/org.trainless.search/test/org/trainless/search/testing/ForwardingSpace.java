/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import java.util.List;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Feature;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.api.space.Variable;

/** Another space, to change a part of it. */
public abstract class ForwardingSpace implements SearchSpace {
	private final SearchSpace space;

	/**
	 * @param space the other space
	 */
	protected ForwardingSpace(SearchSpace space) {
		this.space = space;
	}

	@Override
	public List<Variable> variables() {
		return space.variables();
	}

	@Override
	public int[] encode(Architecture architecture) {
		return space.encode(architecture);
	}

	@Override
	public Architecture decode(int[] choices) {
		return space.decode(choices);
	}

	@Override
	public long size() {
		return space.size();
	}

	@Override
	public Architecture at(long index) {
		return space.at(index);
	}

	@Override
	public long indexOf(Architecture architecture) {
		return space.indexOf(architecture);
	}

	@Override
	public Architecture parse(String text) throws ProblemException {
		return space.parse(text);
	}

	@Override
	public List<Feature> features() {
		return space.features();
	}

	@Override
	public double feature(Architecture architecture, String feature, Task task) {
		return space.feature(architecture, feature, task);
	}

	@Override
	public Architecture representative(Architecture architecture, Equivalence equivalence) {
		return space.representative(architecture, equivalence);
	}

	@Override
	public MacroNetwork network(Architecture architecture, Task task) {
		return space.network(architecture, task);
	}
}
