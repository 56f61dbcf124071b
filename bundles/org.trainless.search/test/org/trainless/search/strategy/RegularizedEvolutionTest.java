/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Domain;
import org.trainless.api.space.Domain.Mutation;
import org.trainless.api.space.Task;
import org.trainless.api.strategy.Evaluation;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Step;
import org.trainless.search.domain.WholeDomain;
import org.trainless.search.testing.ChiSquare;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.GridSpace;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

class RegularizedEvolutionTest extends StrategyContractTest {
	private static final Selection PROXY = new Selection(ContributionKind.PROXY, "params", Parameters.EMPTY);

	@Override
	String id() {
		return "regularized-evolution";
	}

	@Override
	Map<String, ?> stated() {
		return Map.of("population", 8L, "sample", 3L, "evaluations", 60L);
	}

	/** The same contract with the initial population chosen by a proxy. */
	@Nested
	class WarmedUp extends StrategyContractTest {
		@Override
		String id() {
			return "regularized-evolution";
		}

		@Override
		Map<String, ?> stated() {
			return Map.of("population", 1L, "sample", 1L, "evaluations", 30L, "mutation", "node", "warmup",
					Declared.group(id(), "warmup", Map.of("proxy", PROXY, "count", 1L)));
		}
	}

	private static RegularizedEvolution evolution(EvolutionSettings settings, Domain domain, long seed) {
		return new RegularizedEvolution(settings, domain, new Seed(seed).generator());
	}

	private static EvolutionSettings settings(int population, int sample, long evaluations) {
		return new EvolutionSettings(population, sample, evaluations, Mutation.EDGE, Optional.empty());
	}

	@Test
	void theInitialPopulationIsUniformOverTheFeasibleSet() {
		for (Domain domain : List.of(new WholeDomain(GridSpace.SMALL), Domains.cells("skip_connect == 5"),
				Domains.cells("skip_connect <= 1"))) {
			List<Architecture> members = new ArrayList<>();
			for (int seed = 0; members.size() < 10 * domain.size() + 10_000; seed++) {
				members.addAll(Played.of(evolution(settings(50, 10, 50), domain, seed), 1, a -> 0).architectures());
			}
			ChiSquare.assertUniform(Domains.all(domain), members);
		}
	}

	/** Follows a search step by step with a second, plain account of its population. */
	@ParameterizedTest
	@CsvSource({ "10,3,300,1", "10,10,300,1", "1,1,50,1", "10,3,300,4", "10,3,300,100" })
	void thePopulationKeepsItsSizeAndLosesItsOldest(int size, int sample, int evaluations, int batch) {
		Domain domain = Domains.cells("skip_connect <= 1");
		ToDoubleFunction<Architecture> landscape = Landscape.rugged(3);
		RegularizedEvolution evolution = evolution(settings(size, sample, evaluations), domain, 1);
		Deque<Proposal> open = new ArrayDeque<>();
		Deque<Evaluation> expected = new ArrayDeque<>();
		int told = 0;
		while (true) {
			Step step = null;
			while (open.size() < batch && (step = evolution.ask()) instanceof Step.Propose(Proposal proposal)) {
				open.add(proposal);
				if (proposal.id() >= size) {
					assertTrue(
							expected.stream()
									.anyMatch(m -> domain.neighbours(m.proposal().architecture())
											.contains(proposal.architecture())),
							() -> proposal + " is no child of a member");
				}
			}
			if (step instanceof Step.Done) {
				break;
			}
			Proposal proposal = open.remove();
			Evaluation evaluation = Evaluation.of(proposal,
					Landscape.score(landscape.applyAsDouble(proposal.architecture())), true);
			evolution.tell(evaluation);
			expected.add(evaluation);
			if (expected.size() > size) {
				expected.remove();
			}
			told++;
			assertEquals(Math.min(told, size), evolution.members().size());
			assertEquals(List.copyOf(expected), evolution.members());
		}
		assertEquals(evaluations, told);
	}

	@Test
	void theInitialPopulationMayBeOutstandingAtOnce() {
		RegularizedEvolution evolution = evolution(settings(10, 3, 20), Domains.cells(), 1);
		List<Proposal> open = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			open.add(assertInstanceOf(Step.Propose.class, evolution.ask()).proposal());
		}
		assertEquals(new Step.Wait(), evolution.ask());
		for (int i = 0; i < 9; i++) {
			evolution.tell(Evaluation.of(open.get(i), Landscape.score(i), true));
			assertEquals(new Step.Wait(), evolution.ask(), "a tournament needs the whole population");
		}
		evolution.tell(Evaluation.of(open.get(9), Landscape.score(9), true));
		assertInstanceOf(Step.Propose.class, evolution.ask());
	}

	@ParameterizedTest
	@EnumSource(Mutation.class)
	void childrenAreDistributedAsTheMutationSays(Mutation mutation) {
		// one member: every child is a mutation of the one before
		List<Architecture> chain = Played
				.of(evolution(new EvolutionSettings(1, 1, 20_001, mutation, Optional.empty()), Domains.cells(), 1), 1,
						Landscape.rugged(1))
				.architectures();
		List<Integer> changed = new ArrayList<>();
		for (int i = 1; i < chain.size(); i++) {
			int[] parent = Domains.NATS.encode(chain.get(i - 1));
			int[] child = Domains.NATS.encode(chain.get(i));
			List<Integer> differing = new ArrayList<>();
			for (int v = 0; v < parent.length; v++) {
				if (parent[v] != child[v]) {
					differing.add(v * 4 + Math.floorMod(child[v] - parent[v], 5) - 1);
				}
			}
			assertEquals(1, differing.size());
			changed.addAll(differing);
		}
		double[] node = { 1.0 / 3, 1.0 / 6, 1.0 / 6, 1.0 / 9, 1.0 / 9, 1.0 / 9 };
		Map<Integer, Double> expected = new HashMap<>();
		for (int change = 0; change < 24; change++) {
			expected.put(change, (mutation == Mutation.EDGE ? 1.0 / 6 : node[change / 4]) / 4);
		}
		ChiSquare.assertFits(expected, changed);
	}

	@Test
	void selectionFindsWhatChanceDoesNot() {
		// a smooth landscape: convolutions of 3×3
		ToDoubleFunction<Architecture> smooth = a -> Domains.NATS.feature(a, "nor_conv_3x3", Task.CIFAR10);
		Played played = Played.of(evolution(settings(20, 5, 400), Domains.cells(), 1), 1, smooth);
		assertEquals(6, played.architectures().stream().mapToDouble(smooth).max().orElseThrow());
		assertTrue(played.architectures().subList(0, 20).stream().mapToDouble(smooth).max().orElseThrow() < 6);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void endsWithAMessageWhenThereIsNoFeasibleNeighbour(int batch) {
		Domain domain = Domains.cells("skip_connect == 6");
		Played played = Played.of(evolution(settings(5, 2, 100), domain, 1), batch, a -> 1);
		assertEquals(5, played.architectures().size(), "the initial population counts its repeats");
		assertEquals("no neighbour of " + domain.at(0).text() + " is feasible", played.reason());
	}

	@Test
	void repeatsCount() {
		Domain domain = Domains.constrained(GridSpace.SMALL, "x0 == 0 and x_last == 0");
		Played played = Played.of(evolution(settings(3, 2, 50), domain, 1), 1, a -> 1);
		assertEquals(50, played.architectures().size());
		assertEquals("50 evaluations made", played.reason());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 16 })
	void theWarmUpChoosesTheInitialPopulation(int batch) {
		Domain domain = Domains.cells("skip_connect <= 1");
		ToDoubleFunction<Architecture> landscape = Landscape.coarse(5);
		EvolutionSettings settings = new EvolutionSettings(10, 3, 40, Mutation.EDGE,
				Optional.of(new EvolutionSettings.WarmUp(PROXY, 200)));
		Played played = Played.of(evolution(settings, domain, 1), batch, landscape);
		List<Architecture> scored = played.architectures("warmup");
		assertEquals(200, scored.size());
		assertEquals(200, new HashSet<>(scored).size());
		assertEquals(40, played.architectures().size());
		List<Architecture> best = scored.stream().sorted(Comparator.comparingDouble(a -> -landscape.applyAsDouble(a)))
				.limit(10).sorted(Comparator.comparing(scored::indexOf)).toList();
		assertEquals(best, played.architectures().subList(0, 10));
		assertNotEquals(best.get(0), played.architectures().get(10));
	}

	@Test
	void warmUpDrawsAreUniform() {
		Domain domain = Domains.cells("skip_connect == 5");
		List<Architecture> drawn = new ArrayList<>();
		for (int seed = 0; seed < 2000; seed++) {
			drawn.addAll(Played
					.of(evolution(new EvolutionSettings(1, 1, 1, Mutation.EDGE,
							Optional.of(new EvolutionSettings.WarmUp(PROXY, 2))), domain, seed), 1, a -> 0)
					.architectures("warmup"));
		}
		ChiSquare.assertUniform(Domains.all(domain), drawn);
	}

	@Test
	void namesItsWarmUpProxy() {
		Parameters group = Declared.group(id(), "warmup", Map.of("proxy", PROXY));
		Parameters parameters = Declared.parameters(id(), Map.of("warmup", group));
		assertEquals(Map.of("warmup", PROXY), Declared.factory(id()).objectives(parameters));
		assertEquals(1200, Declared.factory(id()).maximumEvaluations(parameters, Domains.cells()).orElseThrow());
		assertEquals(Map.of(), Declared.factory(id()).objectives(parameters()));
	}

	private Problem refused(Map<String, Object> stated, Domain domain) {
		return assertThrows(ProblemException.class,
				() -> Declared.factory(id()).create(Declared.parameters(id(), stated), domain, new Seed(1).generator()))
				.problems().get(0);
	}

	@Test
	void refusesParametersThatDoNotFitTogether() {
		assertTrue(refused(Map.of("population", 5L, "sample", 6L), Domains.cells()).message().contains("1 to 5"));
		assertTrue(refused(Map.of("population", 50L, "evaluations", 49L), Domains.cells()).message()
				.contains("49 evaluations"));
		Parameters small = Declared.group(id(), "warmup", Map.of("proxy", PROXY, "count", 49L));
		assertTrue(refused(Map.of("warmup", small), Domains.cells()).message().contains("warm-up of 49"));
		Parameters large = Declared.group(id(), "warmup", Map.of("proxy", PROXY));
		Problem problem = refused(Map.of("warmup", large), Domains.cells("skip_connect == 5"));
		assertTrue(problem.message().contains("1000") && problem.message().contains("24"), problem::toLine);
		assertEquals("strategy-parameters", problem.code());
		assertThrows(IllegalArgumentException.class, () -> settings(0, 1, 10));
		assertThrows(IllegalArgumentException.class, () -> settings(10, 0, 10));
		assertThrows(IllegalArgumentException.class, () -> new EvolutionSettings.WarmUp(PROXY, 0));
	}

	@Test
	void theDefaultsAreTheStudysSizes() {
		EvolutionSettings defaults = EvolutionSettings.of(Declared.parameters(id(), Map.of()));
		assertEquals(new EvolutionSettings(50, 10, 200, Mutation.EDGE, Optional.empty()), defaults);
	}
}
