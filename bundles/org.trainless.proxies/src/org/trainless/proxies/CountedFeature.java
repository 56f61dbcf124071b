/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;

/**
 * A whole number that the search space knows of an architecture without any pass.
 *
 * @param feature name of the space's feature
 * @param unit    how many of what is counted one unit of the feature is
 */
record CountedFeature(String feature, double unit) implements Proxy {
	CountedFeature {
		Objects.requireNonNull(feature);
	}

	@Override
	public Optional<Pass> pass() {
		return Optional.empty();
	}

	@Override
	public Set<Observable> observables() {
		return Set.of();
	}

	@Override
	public Observer observe(Subject subject) {
		return () -> Score
				.ofComputed(Math.rint(subject.space().feature(subject.architecture(), feature, subject.task()) * unit));
	}
}
