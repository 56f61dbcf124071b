/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.scoring;

import java.util.Optional;

import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;

/**
 * What evaluations roughly cost: an order of magnitude, for the word before a run. Seconds of one core of a usual
 * machine.
 */
public final class RoughCost {
	private static final double LOOK = 1e-3;
	private static final double ONE_IMAGE = 0.15;
	private static final double FORWARD_128 = 0.3;
	private static final double BACKWARD_128 = 1.5;

	private RoughCost() {
	}

	/**
	 * @param proxy what scores
	 * @param batch images in a minibatch
	 * @return seconds of one evaluation
	 */
	public static double seconds(Proxy proxy, int batch) {
		Optional<Pass> pass = proxy.pass();
		if (pass.isEmpty() || pass.get().input() == Pass.Input.NONE) {
			return LOOK;
		}
		if (pass.get().input() == Pass.Input.ONES) {
			return ONE_IMAGE;
		}
		return (pass.get().loss() == Pass.Loss.NONE ? FORWARD_128 : BACKWARD_128) * batch / 128;
	}
}
