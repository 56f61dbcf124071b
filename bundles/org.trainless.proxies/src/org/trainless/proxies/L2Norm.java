/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import java.util.Optional;
import java.util.Set;

import org.trainless.api.proxy.LayerSite;
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
 * Σ over convolutions and classifier ‖θ‖₂ of the initial weights (Abdelfattah et al., "Zero-Cost Proxies for
 * Lightweight NAS", ICLR 2021).
 * <p>
 * Over the layers that the architecture names, dead ones included, as NAS-Bench-Suite-Zero computes it. zero-cost-nas
 * itself would sum over all operations of each edge, named or not, which gives every architecture the same score.
 */
record L2Norm() implements Proxy {
	@Override
	public Optional<Pass> pass() {
		return Optional.of(new Pass(Skeleton.TINY_NETWORK, Initialisation.DEFAULT, Weights.AS_DRAWN,
				Normalisation.BATCH, Input.NONE, Precision.SINGLE, Loss.NONE));
	}

	@Override
	public Set<Observable> observables() {
		return Set.of(Observable.WEIGHTS);
	}

	@Override
	public Observer observe(Subject subject) {
		return new Observer() {
			private double sum;

			@Override
			public void weights(LayerSite layer, double[] weights) {
				double squares = 0;
				for (double weight : weights) {
					squares += weight * weight;
				}
				sum += Math.sqrt(squares);
			}

			@Override
			public Score score() {
				return Score.ofComputed(sum);
			}
		};
	}
}
