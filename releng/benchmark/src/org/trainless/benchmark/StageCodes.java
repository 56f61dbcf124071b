/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;
import org.trainless.api.space.Equivalence;
import org.trainless.proxies.NaswotFactory;

/** Reads the codes of each stage: the number of differing signs over all pairs of images. */
final class StageCodes implements Proxy {
	private final Proxy naswot = new NaswotFactory()
			.create(Parameters.of(Map.of("hooks", "module", "relus", "all", "init", "xavier")));

	@Override
	public Equivalence equivalence() {
		return naswot.equivalence();
	}

	@Override
	public Optional<Pass> pass() {
		return naswot.pass();
	}

	@Override
	public Set<Observable> observables() {
		return naswot.observables();
	}

	@Override
	public Observer observe(Subject subject) {
		return new Observer() {
			private final long[] differing = new long[8];

			@Override
			public void signs(ReluSite site, SignCodes codes) {
				for (int distance : codes.distances()) {
					differing[site.stage()] += distance;
				}
			}

			@Override
			public Score score() {
				double sum = 0;
				for (long stage : differing) {
					sum += Math.log1p(stage);
				}
				return Score.of(sum);
			}
		};
	}
}
