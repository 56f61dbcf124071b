/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;

/** Which architectures of a space are meant, in which order. */
public sealed interface ArchitectureSet {

	/** All, by index. */
	record All() implements ArchitectureSet {
	}

	/**
	 * Distinct ones, drawn uniformly, in the order drawn.
	 *
	 * @param count how many, at least 1
	 */
	record Sample(int count) implements ArchitectureSet {
		public Sample {
			if (count < 1) {
				throw new IllegalArgumentException("a sample of " + count);
			}
		}
	}

	/**
	 * These, in this order, repeated ones too.
	 *
	 * @param architectures of the space
	 */
	record Listed(List<Architecture> architectures) implements ArchitectureSet {
		public Listed {
			architectures = List.copyOf(architectures);
		}
	}

	/**
	 * @param space the space
	 * @param seed  of the sample, if it is one
	 * @return indices of the architectures, in their order
	 * @throws ProblemException when the space has fewer than the sample asks for
	 */
	default List<Long> indices(SearchSpace space, Seed seed) throws ProblemException {
		return switch (this) {
		case All all -> java.util.stream.LongStream.range(0, space.size()).boxed().toList();
		case Listed listed -> listed.architectures().stream().map(space::indexOf).toList();
		case Sample sample -> draw(sample.count(), space.size(), seed.derive("sample").generator());
		};
	}

	private static List<Long> draw(int count, long size, RandomGenerator random) throws ProblemException {
		if (count > size) {
			throw new ProblemException(Problem.error("sample-too-large",
					"A sample of " + count + " cannot be drawn from a space of " + size + " architectures",
					"ask for at most " + size));
		}
		// Floyd's algorithm (Bentley, "A sample of brilliance", CACM 30, 1987): as many draws as items, none twice
		Set<Long> drawn = new LinkedHashSet<>();
		for (long last = size - count; last < size; last++) {
			long candidate = random.nextLong(last + 1);
			if (!drawn.add(candidate)) {
				drawn.add(last);
			}
		}
		List<Long> order = new ArrayList<>(drawn);
		java.util.Collections.shuffle(order, java.util.Random.from(random));
		return List.copyOf(order);
	}
}
