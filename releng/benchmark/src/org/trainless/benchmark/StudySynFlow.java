/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.MacroNetwork.Block;
import org.trainless.api.space.MacroNetwork.Kind;
import org.trainless.api.space.Operation;
import org.trainless.api.space.SearchSpace;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * SynFlow as the study computes it, by zero-cost-nas: all five operations are built on each edge of each cell, drawn,
 * made positive, and summed up with gradients of zero where the cell does not use them; the network is differentiated
 * in 64 bits on one image. Python's own share, which is most of what the study waits for, is not in it.
 *
 * @param space   of the cells
 * @param engine  computes
 * @param synflow whose pass it is
 */
record StudySynFlow(SearchSpace space, TorchEngine engine, Proxy synflow) {
	double evaluate(Architecture cell) {
		Pass pass = synflow.pass().orElseThrow();
		MacroNetwork network = space.network(cell, Evaluations.TASK);
		SeededWeights weights = new SeededWeights(Evaluations.SEED.derive("weights").derive(cell.text()),
				pass.initialisation());
		double[] flow = new double[1];
		Observer sum = new Observer() {
			@Override
			public void synapticFlow(double value) {
				flow[0] = value;
			}

			@Override
			public Score score() {
				return Score.of(flow[0]);
			}
		};
		List<PtNDArray> built = new ArrayList<>();
		try (Tensors tensors = new Tensors(engine, Precision.DOUBLE, false)) {
			for (Layer layer : unused(network)) {
				built.add(build(tensors, layer, weights));
			}
			new ReferenceRunner(engine).run(new PassRequest(pass, synflow.observables(), network, weights,
					Optional.empty(), sum, Cancellation.NONE));
			for (PtNDArray weight : built) {
				flow[0] += withoutGradient(tensors, weight);
			}
		} finally {
			built.forEach(PtNDArray::close);
		}
		return flow[0];
	}

	/** The convolutions that the cells do not use; the others are built by the runner. */
	private static List<Layer> unused(MacroNetwork network) {
		Cell cell = (Cell) network.cell();
		List<Layer> layers = new ArrayList<>();
		for (int b = 0; b < network.blocks().size(); b++) {
			Block block = network.blocks().get(b);
			for (int e = 0; block.kind() == Kind.CELL && e < cell.operations().size(); e++) {
				for (Operation operation : List.of(Operation.CONV_1X1, Operation.CONV_3X3)) {
					if (operation != cell.operations().get(e)) {
						layers.add(new Layer("unused" + b + "." + e + operation, block.channels(), block.channels(),
								operation == Operation.CONV_3X3 ? 3 : 1, true, false, false));
					}
				}
			}
		}
		return layers;
	}

	private static PtNDArray build(Tensors tensors, Layer layer, SeededWeights weights) {
		LayerWeights drawn = weights.of(layer);
		try (PtNDArray weight = tensors.create(drawn.weights(), layer.outputs(), layer.inputs(), layer.kernel(),
				layer.kernel())) {
			return JniUtils.abs(weight);
		}
	}

	private static double withoutGradient(Tensors tensors, PtNDArray weight) {
		try (PtNDArray gradient = tensors.zerosLike(weight);
				PtNDArray product = JniUtils.mul(weight, gradient);
				PtNDArray absolute = JniUtils.abs(product);
				PtNDArray sum = JniUtils.sum(absolute)) {
			return tensors.read(sum)[0];
		}
	}
}
