/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.Objects;
import java.util.Optional;

import org.trainless.api.param.Contribution;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.space.MacroNetwork;
import org.trainless.core.registry.Contributions;
import org.trainless.engine.PassRunners;

/**
 * A proxy that is in use.
 *
 * @param selection    how it was chosen
 * @param contribution what its plug-in says of it
 * @param proxy        the proxy
 */
public record ScoringProxy(Selection selection, Contribution contribution, Proxy proxy) {
	public ScoringProxy {
		Objects.requireNonNull(selection);
		Objects.requireNonNull(contribution);
		Objects.requireNonNull(proxy);
	}

	/**
	 * @param contributions where it is
	 * @param selection     which one
	 * @return the proxy
	 * @throws ProblemException when it cannot be created
	 */
	public static ScoringProxy of(Contributions contributions, Selection selection) throws ProblemException {
		return new ScoringProxy(selection, contributions.require(ContributionKind.PROXY, selection.id()),
				contributions.proxy(selection));
	}

	/**
	 * @param runners who runs passes
	 * @param network of any architecture
	 * @throws ProblemException when nobody can run the pass that the proxy asks for
	 */
	public void check(PassRunners runners, MacroNetwork network) throws ProblemException {
		if (proxy.pass().isPresent()) {
			try {
				runners.choose(proxy.pass().get(), proxy.observables(), network);
			} catch (IllegalArgumentException e) {
				throw new ProblemException(Problem.error(
						"unsupported-pass", "the proxy '" + contribution.id() + "' of bundle "
								+ contribution.contributor() + " asks for what the engine cannot do: " + e.getMessage(),
						"choose another proxy"), e);
			}
		}
	}

	/**
	 * Does what need be done only once before the first evaluation.
	 *
	 * @param runners who runs passes
	 * @param network of any architecture
	 */
	public void prepare(PassRunners runners, MacroNetwork network) {
		proxy.pass().ifPresent(pass -> runners.choose(pass, proxy.observables(), network).prepare());
	}

	/**
	 * @return id, version and parameters, equal where scores are of one scale if the images are the same; empty when a
	 *         parameter names what cannot be read
	 */
	public Optional<String> scale() {
		return CanonicalParameters.of(selection.parameters())
				.map(p -> contribution.id() + " " + contribution.properties().get("version") + " " + p);
	}

	/**
	 * @return true when a greater score marks a better architecture
	 */
	public boolean higherIsBetter() {
		return !"false".equals(contribution.properties().get("higherIsBetter"));
	}
}
