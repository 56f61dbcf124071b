/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.Domain.Mutation;
import org.trainless.api.space.Variable;
import org.trainless.search.testing.ChiSquare;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.GridSpace;

class DomainDistributionTest {
	private static final int DRAWS = 40_000;

	static Stream<Domain> domains() {
		return Stream.of(new WholeDomain(GridSpace.SMALL),
				Domains.constrained(GridSpace.SMALL, "not (sum == 3) and mean < 1.5"), Domains.cells(),
				Domains.cells("skip_connect <= 1"), Domains.cells("skip_connect == 1 and nor_conv_3x3 == 4"));
	}

	@ParameterizedTest
	@MethodSource("domains")
	void sampleIsUniform(Domain domain) {
		RandomGenerator random = new Seed(1).generator();
		List<Architecture> drawn = new ArrayList<>();
		for (int i = 0; i < Math.max(DRAWS, 10 * domain.size()); i++) {
			drawn.add(domain.random(random));
		}
		ChiSquare.assertUniform(Domains.all(domain), drawn);
	}

	/** Neighbours by their definition: one variable differs. */
	private static List<Architecture> neighbours(Domain domain, Architecture of) {
		int[] at = domain.space().encode(of);
		List<Variable> variables = domain.space().variables();
		List<Architecture> found = new ArrayList<>();
		for (int v = 0; v < at.length; v++) {
			for (int c = 0; c < variables.get(v).choices().size(); c++) {
				int[] changed = at.clone();
				changed[v] = c;
				Architecture neighbour = domain.space().decode(changed);
				if (c != at[v] && domain.contains(neighbour)) {
					found.add(neighbour);
				}
			}
		}
		return found;
	}

	@ParameterizedTest
	@MethodSource("domains")
	void neighboursAreThoseOfTheDefinition(Domain domain) {
		for (long i = 0; i < domain.space().size(); i += 7) {
			Architecture architecture = domain.space().at(i);
			assertEquals(neighbours(domain, architecture), domain.neighbours(architecture), architecture.text());
		}
	}

	/**
	 * The definition, in the long way: probability of each change as if all were feasible, then restricted and scaled.
	 */
	private static Map<Architecture, Double> distribution(Domain domain, Architecture of, Mutation mutation) {
		int[] at = domain.space().encode(of);
		List<Variable> variables = domain.space().variables();
		long groups = variables.stream().map(Variable::group).distinct().count();
		Map<Architecture, Double> weights = new LinkedHashMap<>();
		for (Architecture neighbour : domain.neighbours(of)) {
			int[] changed = domain.space().encode(neighbour);
			int v = 0;
			while (changed[v] == at[v]) {
				v++;
			}
			String group = variables.get(v).group();
			long peers = variables.stream().filter(w -> w.group().equals(group)).count();
			double ofVariable = mutation == Mutation.EDGE ? 1.0 / variables.size() : 1.0 / (groups * peers);
			weights.put(neighbour, ofVariable / (variables.get(v).choices().size() - 1));
		}
		double sum = weights.values().stream().mapToDouble(w -> w).sum();
		weights.replaceAll((neighbour, weight) -> weight / sum);
		return weights;
	}

	@ParameterizedTest
	@MethodSource("domains")
	void mutationIsTheConditionalDistribution(Domain domain) {
		RandomGenerator random = new Seed(2).generator();
		RandomGenerator parents = new Seed(3).generator();
		for (int p = 0; p < 6; p++) {
			Architecture parent = domain.random(parents);
			for (Mutation mutation : Mutation.values()) {
				List<Architecture> drawn = new ArrayList<>();
				for (int i = 0; i < DRAWS; i++) {
					drawn.add(domain.mutate(parent, mutation, random).orElseThrow());
				}
				ChiSquare.assertFits(distribution(domain, parent, mutation), drawn);
			}
		}
	}

	@Test
	void edgeMutationOfACellIsUniformOverItsFeasibleNeighbours() {
		for (Domain domain : List.of(Domains.cells(), Domains.cells("skip_connect <= 1"))) {
			// one skip: at most one more is allowed to appear in its place, nowhere else
			Architecture parent = Domains.NATS.decode(new int[] { 1, 3, 0, 2, 4, 3 });
			List<Architecture> neighbours = domain.neighbours(parent);
			assertEquals(domain.size() == Domains.NATS.size() ? 24 : 19, neighbours.size());
			distribution(domain, parent, Mutation.EDGE).values()
					.forEach(p -> assertEquals(1.0 / neighbours.size(), p, 1e-12));
			RandomGenerator random = new Seed(4).generator();
			List<Architecture> drawn = new ArrayList<>();
			for (int i = 0; i < DRAWS; i++) {
				drawn.add(domain.mutate(parent, Mutation.EDGE, random).orElseThrow());
			}
			ChiSquare.assertUniform(neighbours, drawn);
		}
	}

	@Test
	void nodeMutationOfACellTakesEachNodeAsOften() {
		Domain domain = Domains.cells();
		Architecture parent = domain.at(4711);
		RandomGenerator random = new Seed(5).generator();
		List<Integer> changed = new ArrayList<>();
		for (int i = 0; i < DRAWS; i++) {
			int[] before = Domains.NATS.encode(parent);
			int[] after = Domains.NATS.encode(domain.mutate(parent, Mutation.NODE, random).orElseThrow());
			int v = 0;
			while (before[v] == after[v]) {
				v++;
			}
			changed.add(v);
		}
		double third = 1.0 / 3;
		ChiSquare.assertFits(Map.of(0, third, 1, third / 2, 2, third / 2, 3, third / 3, 4, third / 3, 5, third / 3),
				changed);
	}

	@ParameterizedTest
	@EnumSource(Mutation.class)
	void withoutFeasibleNeighbourThereIsNoMutation(Mutation mutation) {
		Domain domain = Domains.cells("skip_connect == 6");
		assertEquals(Optional.empty(), domain.mutate(domain.at(0), mutation, new Seed(1).generator()));
	}

	@ParameterizedTest
	@EnumSource(Mutation.class)
	void theOnlyFeasibleNeighbourIsDrawnAtOnce(Mutation mutation) {
		Domain domain = Domains.cells("skip_connect == 6 or skip_connect == 5 and nor_conv_3x3 == 1");
		Architecture skips = Domains.NATS.decode(new int[] { 1, 1, 1, 1, 1, 1 });
		Architecture parent = Domains.NATS.decode(new int[] { 1, 1, 1, 1, 1, 3 });
		assertEquals(List.of(skips), domain.neighbours(parent));
		assertEquals(Optional.of(skips), domain.mutate(parent, mutation, new Seed(1).generator()));
	}

	@Test
	void aConstraintThatExcludesNothingChangesNothing() {
		Domain whole = Domains.cells();
		Domain vacuous = Domains.cells("skip_connect <= 6");
		RandomGenerator one = new Seed(6).generator();
		RandomGenerator other = new Seed(6).generator();
		for (int i = 0; i < 1000; i++) {
			Architecture architecture = whole.random(one);
			assertEquals(architecture, vacuous.random(other));
			for (Mutation mutation : Mutation.values()) {
				assertEquals(whole.mutate(architecture, mutation, one), vacuous.mutate(architecture, mutation, other));
			}
		}
	}

	@Test
	void everyMutationIsFeasible() {
		Domain domain = Domains.cells("skip_connect <= 1 and connected and params < 5e5");
		RandomGenerator random = new Seed(7).generator();
		List<Architecture> starts = new ArrayList<>(Domains.all(domain));
		Collections.shuffle(starts, new Random(1));
		for (Architecture architecture : starts.subList(0, 500)) {
			for (Mutation mutation : Mutation.values()) {
				domain.mutate(architecture, mutation, random).ifPresent(m -> assertTrue(domain.contains(m)));
			}
		}
	}
}
