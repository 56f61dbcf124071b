/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.Optional;
import java.util.Set;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.TorchEngine;

/**
 * NASWOT as the study computes it: the network edge by edge, and two matrix products for each hook.
 *
 * @param space       of the cells
 * @param engine      computes
 * @param batch       images
 * @param naswot      whose pass it is
 * @param byClassName true for the study's hooks by class name, which find all ReLUs but the last twice; false for those
 *                    by type, which find them once
 */
record StudyNaswot(SearchSpace space, TorchEngine engine, Minibatch batch, Proxy naswot, boolean byClassName) {
	double evaluate(Architecture cell) {
		Pass pass = naswot.pass().orElseThrow();
		MatrixKernel kernel = new MatrixKernel(batch.size(), byClassName);
		Observer nobody = () -> Score.of(0);
		new ReferenceRunner(engine).run(new PassRequest(pass, Set.of(), space.network(cell, Evaluations.TASK),
				new SeededWeights(Evaluations.SEED.derive("weights").derive(cell.text()), pass.initialisation()),
				Optional.of(batch), nobody, Cancellation.NONE), kernel);
		return kernel.trace();
	}
}
