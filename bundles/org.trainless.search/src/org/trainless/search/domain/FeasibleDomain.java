/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.SearchSpace;
import org.trainless.api.space.Task;
import org.trainless.search.constraint.Constraint;

/**
 * What a constraint leaves of a space. Every architecture of the space is looked at once when the domain is made; from
 * then on it is known which are feasible, how many, and which neighbours of any architecture are, so that nothing is
 * drawn in vain. That limits it to spaces of at most {@value #LARGEST_SPACE} architectures.
 */
public final class FeasibleDomain implements Domain {
	/** The largest space that is enumerated: seconds of work and some 40 MB at most. */
	public static final int LARGEST_SPACE = 10_000_000;

	private static final int REPORTED_EVERY = 1024;

	private final SearchSpace space;
	private final Neighbourhood neighbourhood;
	private final int[] indices;
	private final BitSet codes;

	private FeasibleDomain(SearchSpace space, Neighbourhood neighbourhood, int[] indices, BitSet codes) {
		this.space = space;
		this.neighbourhood = neighbourhood;
		this.indices = indices;
		this.codes = codes;
	}

	/**
	 * Looks at every architecture of the space.
	 *
	 * @param space        the space
	 * @param task         what the networks are for; some features depend on it
	 * @param constraint   read for the features of the space
	 * @param progress     told how far it is
	 * @param cancellation asked whether to go on
	 * @return the domain, with at least one architecture
	 * @throws ProblemException         when no architecture satisfies the constraint, or the space is too large
	 * @throws CancellationException    when cancelled
	 * @throws IllegalArgumentException when the space is not all combinations of its variables' choices
	 */
	public static FeasibleDomain of(SearchSpace space, Task task, Constraint constraint, Progress progress,
			Cancellation cancellation) throws ProblemException {
		Objects.requireNonNull(task);
		if (space.size() > LARGEST_SPACE) {
			throw new ProblemException(Problem.error("space-too-large",
					String.format(Locale.ROOT,
							"the space has %,d architectures, and a constraint is applied by looking at all of"
									+ " them, which is done for at most %,d",
							space.size(), LARGEST_SPACE),
					"search the whole space, or a smaller one", constraint.position()));
		}
		Neighbourhood neighbourhood = new Neighbourhood(space);
		int size = (int) space.size();
		int[] indices = new int[size];
		BitSet codes = new BitSet(size);
		int count = 0;
		for (int i = 0; i < size; i++) {
			if (i % REPORTED_EVERY == 0) {
				cancellation.check();
				progress.report(i, size, "looking for feasible architectures");
			}
			Architecture architecture = space.at(i);
			if (constraint.holds(space, architecture, task)) {
				indices[count++] = i;
				codes.set((int) neighbourhood.code(architecture));
			}
		}
		progress.report(size, size, "looking for feasible architectures");
		if (count == 0) {
			throw unsatisfiable(space, task, constraint, cancellation);
		}
		return new FeasibleDomain(space, neighbourhood, Arrays.copyOf(indices, count), codes);
	}

	/** Says what the features really are, which is what one wants to know then. */
	private static ProblemException unsatisfiable(SearchSpace space, Task task, Constraint constraint,
			Cancellation cancellation) {
		List<String> names = List.copyOf(constraint.features());
		double[] least = new double[names.size()];
		double[] most = new double[names.size()];
		Arrays.fill(least, Double.POSITIVE_INFINITY);
		Arrays.fill(most, Double.NEGATIVE_INFINITY);
		for (int i = 0; i < space.size(); i++) {
			if (i % REPORTED_EVERY == 0) {
				cancellation.check();
			}
			Architecture architecture = space.at(i);
			for (int n = 0; n < least.length; n++) {
				double value = space.feature(architecture, names.get(n), task);
				least[n] = Math.min(least[n], value);
				most[n] = Math.max(most[n], value);
			}
		}
		String ranges = IntStream.range(0, least.length)
				.mapToObj(n -> names.get(n) + " is " + number(least[n]) + " to " + number(most[n]))
				.collect(Collectors.joining(", "));
		return new ProblemException(Problem.error("unsatisfiable-constraint",
				String.format(Locale.ROOT, "none of the %,d architectures satisfies '%s'", space.size(),
						constraint.text().strip()),
				ranges.isEmpty() ? "loosen the constraint" : "loosen the constraint; in this space " + ranges,
				constraint.position()));
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value)
				: String.valueOf(value);
	}

	@Override
	public SearchSpace space() {
		return space;
	}

	@Override
	public long size() {
		return indices.length;
	}

	@Override
	public boolean contains(Architecture architecture) {
		return isFeasible(neighbourhood.code(architecture));
	}

	private boolean isFeasible(long code) {
		return codes.get((int) code);
	}

	@Override
	public Architecture at(long position) {
		return space.at(indices[Math.toIntExact(position)]);
	}

	@Override
	public Architecture random(RandomGenerator random) {
		// drawn as from a whole space, so that a constraint that excludes nothing changes nothing
		return space.at(indices[(int) random.nextLong(indices.length)]);
	}

	@Override
	public List<Architecture> neighbours(Architecture architecture) {
		return neighbourhood.all(architecture, this::isFeasible);
	}

	@Override
	public Optional<Architecture> mutate(Architecture architecture, Mutation mutation, RandomGenerator random) {
		return neighbourhood.draw(architecture, mutation, random, this::isFeasible);
	}

	@Override
	public String toString() {
		return size() + " of " + space.size() + " architectures";
	}
}
