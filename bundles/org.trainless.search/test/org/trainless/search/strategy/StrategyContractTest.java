/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.search.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.param.Parameters;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Domain;
import org.trainless.api.strategy.Proposal;
import org.trainless.api.strategy.Strategy;
import org.trainless.api.strategy.StrategyFactory;
import org.trainless.search.domain.WholeDomain;
import org.trainless.search.testing.Declared;
import org.trainless.search.testing.Domains;
import org.trainless.search.testing.GridSpace;
import org.trainless.search.testing.Landscape;
import org.trainless.search.testing.Played;

/** What holds for every strategy. */
abstract class StrategyContractTest {
	/** Its id in plugin.xml. */
	abstract String id();

	/** Parameters that a short search takes. */
	abstract Map<String, ?> stated();

	/** False for a strategy without chance. */
	boolean isRandom() {
		return true;
	}

	final Parameters parameters() {
		return Declared.parameters(id(), stated());
	}

	final Strategy strategy(Domain domain, long seed) {
		return strategy(parameters(), domain, seed);
	}

	final Strategy strategy(Parameters parameters, Domain domain, long seed) {
		try {
			return Declared.factory(id()).create(parameters, domain, new Seed(seed).generator());
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private static List<Domain> domains() {
		return List.of(Domains.constrained(GridSpace.of(3, 4, 5, 6), "sum >= 3 and not even"),
				new WholeDomain(GridSpace.SMALL),
				Domains.cells("skip_connect <= 1 and none == 0 and avg_pool_3x3 <= 1"),
				Domains.cells("skip_connect == 6"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, Integer.MAX_VALUE })
	void keepsTheRulesOfAskingAndTelling(int batch) {
		for (Domain domain : domains()) {
			Played played = Played.of(strategy(domain, 1), batch, Landscape.rugged(1));
			assertTrue(!played.evaluations().isEmpty(), () -> "nothing was proposed in " + domain);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void visitsOnlyWhatIsFeasible(int batch) {
		for (Domain domain : domains()) {
			for (long seed = 1; seed <= 5; seed++) {
				Played.of(strategy(domain, seed), batch, Landscape.rugged(seed)).evaluations().forEach(
						e -> assertTrue(domain.contains(e.proposal().architecture()), () -> domain + ": " + e));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7 })
	void dependsOnSeedAndAnswersAlone(int batch) {
		for (Domain domain : domains()) {
			Played first = Played.of(strategy(domain, 1), batch, Landscape.coarse(1));
			assertEquals(first, Played.of(strategy(domain, 1), batch, Landscape.coarse(1)), domain::toString);
		}
	}

	@Test
	void takesItsChanceFromTheGeneratorThatItGets() {
		Domain domain = domains().get(0);
		Set<List<?>> courses = new HashSet<>();
		for (long seed = 1; seed <= 5; seed++) {
			courses.add(Played.of(strategy(domain, seed), 1, Landscape.rugged(1)).architectures());
		}
		assertEquals(isRandom() ? 5 : 1, courses.size());
	}

	@Test
	void takesNothingFromTheGeneratorBeforeItIsAsked() throws ProblemException {
		RandomGenerator random = new Seed(1).generator();
		Declared.factory(id()).create(parameters(), domains().get(0), random);
		assertEquals(new Seed(1).generator().nextLong(), random.nextLong());
	}

	@Test
	void makesNoMoreEvaluationsThanItsFactorySays() {
		StrategyFactory factory = Declared.factory(id());
		for (Domain domain : domains()) {
			long most = factory.maximumEvaluations(parameters(), domain).orElseThrow();
			Played played = Played.of(strategy(domain, 1), 1, Landscape.rugged(1));
			assertTrue(played.evaluations().size() <= most,
					() -> played.evaluations().size() + " > " + most + " in " + domain);
			if (domain.size() > 1) {
				assertEquals(most, played.evaluations().size(), () -> played.reason() + " in " + domain);
			}
		}
	}

	@Test
	void namesTheObjectivesThatItProposesBy() {
		Set<String> roles = new HashSet<>(Declared.factory(id()).objectives(parameters()).keySet());
		roles.add(Proposal.OBJECTIVE);
		Set<String> proposed = new HashSet<>();
		Played.of(strategy(domains().get(0), 1), 1, Landscape.rugged(1)).evaluations()
				.forEach(e -> proposed.add(e.proposal().objective()));
		assertEquals(roles, proposed);
	}

	@Test
	void livesWithScoresThatAreNone() {
		for (Domain domain : domains()) {
			Played hopeless = Played.of(strategy(domain, 1), 2, a -> Double.NEGATIVE_INFINITY);
			assertTrue(hopeless.evaluations().stream().allMatch(e -> e.fitness() == Double.NEGATIVE_INFINITY));
			Played.of(strategy(domain, 1), 2, a -> Double.NaN);
		}
	}

	@Test
	void endsByItselfInADomainOfOne() {
		Played played = Played.of(strategy(Domains.cells("skip_connect == 6"), 1), 3, Landscape.rugged(1));
		assertNotEquals("", played.reason());
		assertEquals(1, new HashSet<>(played.architectures()).size());
	}
}
