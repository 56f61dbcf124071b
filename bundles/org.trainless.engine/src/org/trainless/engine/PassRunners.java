/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.fast.FlowRunner;
import org.trainless.engine.fast.SignsRunner;
import org.trainless.engine.fast.VectorModule;
import org.trainless.engine.pass.PassRunner;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.pass.WeightsRunner;
import org.trainless.engine.torch.TorchEngine;

/**
 * Chooses for each pass who runs it.
 *
 * @param version what scores depend on, for people too: two lists of runners with equal versions give equal scores, bit
 *                for bit
 * @param inOrder the first that serves a pass runs it
 */
public record PassRunners(String version, List<PassRunner> inOrder) {
	public PassRunners {
		Objects.requireNonNull(version);
		inOrder = List.copyOf(inOrder);
	}

	/**
	 * @param engine computes
	 * @return the fastest that this machine allows in this process
	 */
	public static PassRunners fastest(TorchEngine engine) {
		return fastest(engine, VectorModule.isLoaded());
	}

	/**
	 * What evaluates in processes of this same Java that are started for that. It is not what runs a pass in this one.
	 *
	 * @param engine computes
	 * @return the fastest that this machine allows there
	 */
	public static PassRunners inWorkers(TorchEngine engine) {
		return fastest(engine, VectorModule.isInstalled());
	}

	/**
	 * What would evaluate if Java and this machine had all that is of use. For people who ask what they miss.
	 *
	 * @param engine computes
	 * @return the fastest that there is
	 */
	public static PassRunners byVectors(TorchEngine engine) {
		return fastest(engine, true);
	}

	private static PassRunners fastest(TorchEngine engine, boolean vectors) {
		List<PassRunner> inOrder = new ArrayList<>();
		inOrder.add(new WeightsRunner());
		if (vectors) {
			inOrder.add(new SignsRunner());
			inOrder.add(new FlowRunner());
		}
		inOrder.add(new ReferenceRunner(engine));
		return new PassRunners(passes() + (vectors ? " by vectors" : ""), inOrder);
	}

	/**
	 * @param engine computes
	 * @return the edge-by-edge reference for everything
	 */
	public static PassRunners reference(TorchEngine engine) {
		return new PassRunners("reference " + passes(), List.of(new WeightsRunner(), new ReferenceRunner(engine)));
	}

	private static String passes() {
		return "passes " + ProxyEvaluator.VERSION;
	}

	/**
	 * @param pass        conditions
	 * @param observables what is to be reported
	 * @param network     what is run
	 * @return who runs it
	 * @throws IllegalArgumentException when nobody can
	 */
	public PassRunner choose(Pass pass, Set<Observable> observables, MacroNetwork network) {
		return inOrder.stream().filter(r -> r.serves(pass, observables, network)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No pass " + pass + " can show " + observables + "."));
	}
}
