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
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Input;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.proxy.Pass.Weights;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;

/**
 * SynFlow: ln(1 + Σ|θ ⊙ ∂R/∂θ|) over the weights of convolutions and classifier, with all weights made positive, an
 * image of ones, and R the sum of the logits (Tanaka, Kunin, Yamins and Ganguli, "Pruning neural networks without any
 * data by iteratively conserving synaptic flow", NeurIPS 2020; as a proxy by Abdelfattah et al., "Zero-Cost Proxies for
 * Lightweight NAS", ICLR 2021).
 *
 * @param normalisation what batch normalisation does
 */
record SynFlow(Normalisation normalisation) implements Proxy {
	SynFlow {
		Objects.requireNonNull(normalisation);
	}

	@Override
	public Optional<Pass> pass() {
		return Optional.of(new Pass(Skeleton.NAS201_MODEL, Initialisation.DEFAULT, Weights.ABSOLUTE, normalisation,
				Input.ONES, Precision.DOUBLE, Loss.SUM_OF_LOGITS));
	}

	@Override
	public Set<Observable> observables() {
		return Set.of(Observable.SYNAPTIC_FLOW);
	}

	@Override
	public Observer observe(Subject subject) {
		return new Observer() {
			private double flow = Double.NaN;

			@Override
			public void synapticFlow(double sum) {
				flow = sum;
			}

			@Override
			public Score score() {
				return Score.ofComputed(StrictMath.log1p(flow));
			}
		};
	}
}
