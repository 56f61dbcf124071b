/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.Objects;
import java.util.Optional;

import org.trainless.core.engine.EngineService;
import org.trainless.engine.ProxyEvaluator;

/** Evaluations in this process. */
public final class OwnEvaluations implements Evaluations {
	private final EngineService engine;

	/**
	 * @param engine computes
	 */
	public OwnEvaluations(EngineService engine) {
		this.engine = Objects.requireNonNull(engine);
	}

	@Override
	public Evaluation under(Conditions conditions) {
		return new ProxyEvaluator(conditions.space(), conditions.task(),
				conditions.proxies().stream().map(ScoringProxy::proxy).toList(), conditions.minibatch(),
				conditions.seed(), engine.runners())::evaluate;
	}

	@Override
	public Optional<String> engine() {
		return engine.engine().isStarted() ? Optional.of(engine.engine().start().identity()) : Optional.empty();
	}
}
