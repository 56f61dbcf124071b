/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.trainless;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trainless.api.proxy.LayerSite;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.score.Score;

/**
 * The gradient norm of Abdelfattah et al. (ICLR 2021). Two architectures share a score only when they are the same: a
 * dead convolution changes nothing, but nobody has proven more, so the default equivalence stays.
 */
final class GradNorm implements Proxy {
	/** What is summed over the layers. */
	enum Norm {
		/** Sum of absolute values. */
		L1,
		/** Square root of the sum of squares. */
		L2
	}

	private static final Pass PASS = new Pass(Pass.Skeleton.NAS201_MODEL, Pass.Initialisation.DEFAULT,
			Pass.Weights.AS_DRAWN, Pass.Normalisation.BATCH, Pass.Input.MINIBATCH, Pass.Precision.SINGLE,
			Pass.Loss.CROSS_ENTROPY);

	private final Norm norm;

	/**
	 * @param norm what is summed over the layers
	 */
	GradNorm(Norm norm) {
		this.norm = Objects.requireNonNull(norm);
	}

	@Override
	public Optional<Pass> pass() {
		return Optional.of(PASS);
	}

	@Override
	public Set<Observable> observables() {
		return Set.of(Observable.GRADIENTS);
	}

	@Override
	public Observer observe(Subject subject) {
		return new Observer() {
			private double sum;

			@Override
			public void gradients(LayerSite layer, double[] weights, double[] gradients) {
				sum += norm(gradients);
			}

			@Override
			public Score score() {
				return Score.ofComputed(sum);
			}
		};
	}

	private double norm(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += norm == Norm.L1 ? Math.abs(value) : value * value;
		}
		return norm == Norm.L1 ? sum : Math.sqrt(sum);
	}
}
