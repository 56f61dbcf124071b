/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.NetworkLayers;

/**
 * Shows the initial weights without running the network, and so without starting the engine.
 */
public final class WeightsRunner implements PassRunner {
	@Override
	public String name() {
		return "weights";
	}

	@Override
	public boolean usesEngine() {
		return false;
	}

	@Override
	public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
		return pass.input() == Pass.Input.NONE && Set.of(Observable.WEIGHTS).containsAll(observables);
	}

	@Override
	public void run(PassRequest request) {
		for (Layer layer : new NetworkLayers(request.network(), request.pass().skeleton()).all()) {
			request.cancellation().check();
			if (request.wants(Observable.WEIGHTS)) {
				request.observer().weights(layer.site(), widen(request.weightsOf(layer).weights()));
			}
		}
	}

	static double[] widen(float[] values) {
		double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			result[i] = values[i];
		}
		return result;
	}
}
