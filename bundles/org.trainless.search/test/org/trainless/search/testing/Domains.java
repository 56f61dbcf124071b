/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.testing;

import java.util.List;
import java.util.stream.LongStream;

import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.search.constraint.Constraint;
import org.trainless.search.domain.FeasibleDomain;
import org.trainless.search.domain.WholeDomain;
import org.trainless.spaces.NatsTopologySpace;

/** Domains for tests. */
public final class Domains {
	/** The real space. */
	public static final SearchSpace NATS = new NatsTopologySpace();

	private Domains() {
	}

	/**
	 * @return all cells of the real space
	 */
	public static Domain cells() {
		return new WholeDomain(NATS);
	}

	/**
	 * @param constraint on the cells
	 * @return what it leaves
	 */
	public static Domain cells(String constraint) {
		return constrained(NATS, constraint);
	}

	/**
	 * @param space      any
	 * @param constraint on its architectures
	 * @return what it leaves
	 */
	public static Domain constrained(SearchSpace space, String constraint) {
		try {
			return FeasibleDomain.of(space, Task.CIFAR10, Constraint.parse(constraint, space.features()), Progress.NONE,
					Cancellation.NONE);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	/**
	 * @param domain any that is not large
	 * @return its architectures in order
	 */
	public static List<Architecture> all(Domain domain) {
		return LongStream.range(0, domain.size()).mapToObj(domain::at).toList();
	}
}
