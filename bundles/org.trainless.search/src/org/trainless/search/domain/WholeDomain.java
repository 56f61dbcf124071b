/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.SearchSpace;

/** A space without constraint, of any size. */
public final class WholeDomain implements Domain {
	private final SearchSpace space;
	private final Neighbourhood neighbourhood;

	/**
	 * @param space the space
	 * @throws IllegalArgumentException when it is not all combinations of its variables' choices
	 */
	public WholeDomain(SearchSpace space) {
		this.space = Objects.requireNonNull(space);
		this.neighbourhood = new Neighbourhood(space);
	}

	@Override
	public SearchSpace space() {
		return space;
	}

	@Override
	public long size() {
		return space.size();
	}

	@Override
	public boolean contains(Architecture architecture) {
		return true;
	}

	@Override
	public Architecture at(long position) {
		return space.at(position);
	}

	@Override
	public Architecture random(RandomGenerator random) {
		return space.at(random.nextLong(space.size()));
	}

	@Override
	public List<Architecture> neighbours(Architecture architecture) {
		return neighbourhood.all(architecture, code -> true);
	}

	@Override
	public Optional<Architecture> mutate(Architecture architecture, Mutation mutation, RandomGenerator random) {
		return neighbourhood.draw(architecture, mutation, random, code -> true);
	}

	@Override
	public String toString() {
		return "all " + size() + " architectures";
	}
}
