/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.api.proxy;

import java.util.Optional;
import java.util.Set;

import org.trainless.api.space.Equivalence;

/**
 * A zero-cost proxy: scores an architecture without training it. Made by a {@link ProxyFactory} with its parameters;
 * immutable and thread-safe.
 * <p>
 * Example: a proxy that sums the absolute weights declares the pass it wants, observes {@link Observable#WEIGHTS}, and
 * returns an {@link Observer} that adds them up.
 *
 * @since 0.1
 */
public interface Proxy {
	/**
	 * @return when two architectures have the same score; {@link Equivalence#IDENTITY} is always right
	 */
	default Equivalence equivalence() {
		return Equivalence.IDENTITY;
	}

	/**
	 * @return the pass that it needs; empty when it looks at the architecture alone, then the engine is never started
	 */
	Optional<Pass> pass();

	/**
	 * @return what it observes of the pass
	 */
	Set<Observable> observables();

	/**
	 * Begins the evaluation of one architecture.
	 *
	 * @param subject what is scored
	 * @return a new observer
	 */
	Observer observe(Subject subject);
}
