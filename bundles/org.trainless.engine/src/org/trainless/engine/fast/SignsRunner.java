/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import java.util.Objects;
import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Input;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.Pass.Skeleton;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

/**
 * Shows the signs of xautodl's TinyNetwork on a minibatch, for NASWOT and its kin.
 */
public final class SignsRunner implements PassRunner {
	private final TorchEngine engine;

	/**
	 * @param engine computes; started on the first run
	 */
	public SignsRunner(TorchEngine engine) {
		this.engine = Objects.requireNonNull(engine);
	}

	@Override
	public String name() {
		return "fast signs";
	}

	@Override
	public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
		if (pass.skeleton() != Skeleton.TINY_NETWORK || pass.normalisation() != Normalisation.BATCH
				|| pass.input() != Input.MINIBATCH || pass.precision() != Precision.SINGLE || pass.loss() != Loss.NONE
				|| !observables.equals(Set.of(Observable.SIGNS))) {
			return false;
		}
		for (Plane plane : SignsNetwork.planes(network, 1)) {
			if (plane.units() == 0 || plane.width() % Winograd.TILE != 0 || plane.height() % Winograd.TILE != 0) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void prepare() {
		engine.start();
	}

	@Override
	public void run(PassRequest request) {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				SignsNetwork network = new SignsNetwork(tensors, request)) {
			network.run();
		}
	}
}
