/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.osgi.framework.Bundle;
import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Proxy;
import org.trainless.core.registry.BrokenContribution;
import org.trainless.core.registry.Contributions;
import org.trainless.core.registry.InstalledContributions;

/**
 * The registry over the bundles that are really installed, a third-party one with broken contributions among them. The
 * order of the methods matters: that nothing of the sample is loaded can only be seen before something is.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledContributionsTest {
	private static final String SAMPLE = "org.trainless.sample";

	private static Bundle sample() {
		Bundle bundle = Platform.getBundle(SAMPLE);
		assertNotNull(bundle, SAMPLE + " is not installed");
		return bundle;
	}

	@Test
	@Order(1)
	void listingLoadsNoClass() {
		assertNotEquals(Bundle.ACTIVE, sample().getState(),
				"the sample is activated by its first class and by nothing else");
		Contributions contributions = Services.get(Contributions.class);
		for (ContributionKind kind : ContributionKind.values()) {
			for (Contribution contribution : contributions.all(kind)) {
				assertFalse(contribution.toString().isEmpty());
			}
		}
		assertTrue(contributions.find(ContributionKind.PROXY, "sample-grad-norm").isPresent());
		assertTrue(contributions.find(ContributionKind.STRATEGY, "sample-annealing").isPresent());
		assertNotEquals(Bundle.ACTIVE, sample().getState(), "listing has loaded a class of the sample");
	}

	@Test
	@Order(2)
	void theFirstUseLoadsIt() throws ProblemException {
		Proxy proxy = Services.get(Contributions.class).proxy(gradNorm());
		assertEquals(Set.of(Observable.GRADIENTS), proxy.observables());
		assertEquals(Bundle.ACTIVE, sample().getState());
	}

	@Test
	@Order(3)
	void aBrokenDeclarationIsOneLogEntryThatNamesItsBundleAndTheRestIsThere() {
		List<IStatus> logged = new ArrayList<>();
		ILogListener listener = (status, plugin) -> logged.add(status);
		Platform.addLogListener(listener);
		Contributions contributions;
		try {
			contributions = new InstalledContributions(RegistryFactory.getRegistry());
		} finally {
			Platform.removeLogListener(listener);
		}
		assertEquals(List.of("sample-bad-parameter"),
				contributions.broken().stream().map(b -> b.id().orElseThrow()).toList());
		List<IStatus> ours = logged.stream().filter(s -> s.getMessage().contains("is left out")).toList();
		assertEquals(1, ours.size(), logged.toString());
		IStatus entry = ours.get(0);
		assertEquals(IStatus.ERROR, entry.getSeverity());
		for (String part : List.of(SAMPLE, "sample-bad-parameter", "com.example.trainless.GradNormFactory", "l3")) {
			assertTrue(entry.getMessage().contains(part), entry.getMessage());
		}
		Set<String> proxies = new HashSet<>(
				contributions.all(ContributionKind.PROXY).stream().map(Contribution::id).toList());
		assertTrue(proxies.containsAll(List.of("naswot", "synflow", "sample-grad-norm", "sample-throwing")),
				proxies.toString());
		assertFalse(proxies.contains("sample-bad-parameter"));
	}

	@Test
	@Order(4)
	void whatCannotBeCreatedNamesIdClassAndBundle() {
		Contributions contributions = Services.get(Contributions.class);
		Map<String, String> classes = Map.of("sample-missing-class", "com.example.trainless.NoSuchFactory",
				"sample-throwing", "com.example.trainless.ThrowingFactory", "sample-wrong-type",
				"com.example.trainless.AnnealingFactory");
		classes.forEach((id, className) -> {
			ProblemException e = assertThrows(ProblemException.class,
					() -> contributions.proxy(new Selection(ContributionKind.PROXY, id, Parameters.EMPTY)));
			assertEquals("contribution-failed", e.problems().get(0).code());
			for (String part : List.of(id, className, SAMPLE)) {
				assertTrue(e.getMessage().contains(part), e.getMessage());
			}
		});
		ProblemException throwing = assertThrows(ProblemException.class,
				() -> contributions.proxy(new Selection(ContributionKind.PROXY, "sample-throwing", Parameters.EMPTY)));
		assertTrue(throwing.getMessage().contains("broken on purpose"), throwing.getMessage());
	}

	@Test
	@Order(5)
	void everyBuiltInContributionCanBeLoaded() throws ProblemException {
		Contributions contributions = Services.get(Contributions.class);
		for (BrokenContribution broken : contributions.broken()) {
			assertEquals(SAMPLE, broken.contributor(), broken.toLine());
		}
		for (Contribution space : contributions.all(ContributionKind.SEARCH_SPACE)) {
			assertTrue(contributions.searchSpace(space.id()).size() > 0);
		}
		for (Contribution strategy : contributions.all(ContributionKind.STRATEGY)) {
			assertNotNull(contributions.strategyFactory(strategy.id()));
		}
		for (Contribution exporter : contributions.all(ContributionKind.EXPORTER)) {
			assertFalse(contributions.exporter(exporter.id()).fileName().isBlank());
		}
		assertTrue(contributions.origin(ContributionKind.PROXY, "naswot").startsWith("org.trainless.proxies "));
	}

	private static Selection gradNorm() {
		return new Selection(ContributionKind.PROXY, "sample-grad-norm", Parameters.of(Map.of("norm", "l2")));
	}
}
