/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.pass;

import java.util.Objects;
import java.util.Set;

import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Loss;
import org.trainless.api.space.MacroNetwork;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

/**
 * Runs any pass, edge by edge, with one tensor operation after the other, as the definitions say. Slow and plain on
 * purpose: faster runners are held to what it reports.
 */
public final class ReferenceRunner implements PassRunner {
	private final TorchEngine engine;

	/**
	 * @param engine computes; started on the first run
	 */
	public ReferenceRunner(TorchEngine engine) {
		this.engine = Objects.requireNonNull(engine);
	}

	@Override
	public String name() {
		return "reference";
	}

	@Override
	public boolean usesEngine() {
		return true;
	}

	@Override
	public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
		return pass.input() != Pass.Input.NONE;
	}

	@Override
	public void prepare() {
		engine.start();
	}

	@Override
	public void run(PassRequest request) {
		run(request, PreActivations.signs(request));
	}

	/**
	 * Runs a network and hands its pre-activations as tensors to a listener.
	 *
	 * @param request        what to run
	 * @param preActivations who sees the pre-activations, before any of the request's observables
	 */
	public void run(PassRequest request, PreActivations preActivations) {
		try (Tensors tensors = new Tensors(engine, request.pass().precision(), request.pass().loss() != Loss.NONE);
				ReferenceNetwork network = new ReferenceNetwork(tensors, request, preActivations)) {
			network.run();
		}
	}
}
