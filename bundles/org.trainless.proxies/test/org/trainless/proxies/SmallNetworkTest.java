/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.dataset.Minibatch;
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
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.Task;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.LayerWeights;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.network.WeightSource;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PreActivations;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

/**
 * Definitions of the proxies, worked out by plain counting and by finite differences on a small network.
 */
class SmallNetworkTest {
	private static final TestSpace SMALL = new TestSpace(2, 1, 2);
	private static final ImageShape IMAGE = new ImageShape(3, 4, 4);
	private static final Task TASK = new Task(IMAGE, 3);
	private static final String MIXED = "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
	private static final String WITH_ZERO_NODE = "|none~0|+|skip_connect~0|nor_conv_3x3~1|+|nor_conv_1x1~0|nor_conv_1x1~1|avg_pool_3x3~2|";

	private static TorchEngine engine;
	private static ReferenceRunner reference;

	/** Keeps what it is shown. */
	private static final class Recorder implements Observer {
		final Map<String, double[]> gradients = new HashMap<>();
		double[] logits;
		double flow;
		HammingKernel kernel;

		@Override
		public void signs(ReluSite site, SignCodes signs) {
			if (kernel == null) {
				kernel = new HammingKernel(signs.images());
			}
			kernel.add(signs, site.modules());
		}

		@Override
		public void logits(int images, int classes, double[] values) {
			logits = values.clone();
		}

		@Override
		public void gradients(LayerSite layer, double[] weights, double[] values) {
			gradients.put(layer.name(), values.clone());
		}

		@Override
		public void synapticFlow(double sum) {
			flow = sum;
		}

		@Override
		public Score score() {
			throw new AssertionError("not asked for");
		}
	}

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
		reference = new ReferenceRunner(engine);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Minibatch images(int count) {
		float[] pixels = new float[count * IMAGE.size()];
		for (int j = 0; j < pixels.length; j++) {
			pixels[j] = (float) (2 * Formula.uniform(j + 1000) - 1);
		}
		int[] labels = new int[count];
		for (int i = 0; i < count; i++) {
			labels[i] = i % TASK.classes();
		}
		return new Minibatch(IMAGE, pixels, labels);
	}

	private static PassRequest request(Pass pass, Set<Observable> observables, MacroNetwork network,
			WeightSource weights, Observer observer) {
		return new PassRequest(pass, observables, network, weights, Optional.of(images(6)), observer,
				Cancellation.NONE);
	}

	private static Recorder run(Pass pass, Set<Observable> observables, MacroNetwork network, WeightSource weights) {
		Recorder recorder = new Recorder();
		reference.run(request(pass, observables, network, weights, recorder));
		return recorder;
	}

	@ParameterizedTest
	@ValueSource(strings = { MIXED, WITH_ZERO_NODE })
	void naswotsKernelCountsAgreeingUnits(String cell) {
		MacroNetwork network = SMALL.network(TestSpace.cell(cell), TASK);
		Pass pass = new Pass(Skeleton.TINY_NETWORK, Initialisation.XAVIER_NORMAL, Weights.AS_DRAWN, Normalisation.BATCH,
				Input.MINIBATCH, Precision.SINGLE, Loss.NONE);
		WeightSource weights = new SeededWeights(new Seed(1), Initialisation.XAVIER_NORMAL);
		Recorder packed = run(pass, Set.of(Observable.SIGNS), network, weights);

		long[][] naive = new long[6][6];
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false)) {
			PreActivations count = (site, x) -> {
				double[] values = tensors.read(x);
				int units = values.length / 6;
				for (int i = 0; i < 6; i++) {
					for (int j = 0; j < 6; j++) {
						for (int u = 0; u < units; u++) {
							if (values[i * units + u] > 0 == values[j * units + u] > 0) {
								naive[i][j]++;
							}
						}
					}
				}
			};
			reference.run(request(pass, Set.of(), network, weights, new Recorder()), count);
		}
		boolean different = false;
		for (int i = 0; i < 6; i++) {
			for (int j = 0; j < 6; j++) {
				assertEquals(naive[i][j], packed.kernel.get(i, j));
				different |= naive[i][j] != naive[0][0];
			}
		}
		assertTrue(different, "the images cannot be told apart");
	}

	@ParameterizedTest
	@ValueSource(strings = { MIXED, WITH_ZERO_NODE })
	void synapticFlowIsTheSumOfWeightsTimesDifferences(String cell) {
		MacroNetwork network = SMALL.network(TestSpace.cell(cell), TASK);
		for (Normalisation bn : List.of(Normalisation.IDENTITY, Normalisation.REDUCTIONS)) {
			Pass pass = new SynFlow(bn).pass().orElseThrow();
			WeightSource drawn = new SeededWeights(new Seed(2), Initialisation.DEFAULT);
			double flow = run(pass, Set.of(Observable.SYNAPTIC_FLOW), network, drawn).flow;
			double expected = 0;
			for (Layer layer : new NetworkLayers(network, pass.skeleton()).all()) {
				LayerWeights weights = drawn.of(layer).absolute();
				for (int i = 0; i < layer.size(); i++) {
					expected += Math.abs(weights.weights()[i] * difference(pass, network, drawn, layer, i));
				}
			}
			assertEquals(1, flow / expected, bn == Normalisation.IDENTITY ? 1e-5 : 2e-3, bn.toString());
		}
	}

	/** ∂R/∂θ by a central difference. */
	private static double difference(Pass pass, MacroNetwork network, WeightSource drawn, Layer layer, int position) {
		float at = Math.abs(drawn.of(layer).weights()[position]);
		float above = at + 0x1p-10f;
		// weights are positive in this pass: a step below zero would be reflected
		float below = Math.max(0, at - 0x1p-10f);
		double rise = loss(pass, network, changed(drawn, layer, position, above))
				- loss(pass, network, changed(drawn, layer, position, below));
		return rise / ((double) above - below);
	}

	private static WeightSource changed(WeightSource drawn, Layer layer, int position, float value) {
		return asked -> {
			LayerWeights weights = drawn.of(asked);
			if (asked.equals(layer)) {
				weights.weights()[position] = value;
			}
			return weights;
		};
	}

	private static double loss(Pass pass, MacroNetwork network, WeightSource weights) {
		Pass forward = new Pass(pass.skeleton(), pass.initialisation(), pass.weights(), pass.normalisation(),
				pass.input(), pass.precision(), Loss.NONE);
		double[] logits = run(forward, Set.of(Observable.LOGITS), network, weights).logits;
		if (pass.loss() == Loss.SUM_OF_LOGITS) {
			double sum = 0;
			for (double logit : logits) {
				sum += logit;
			}
			return sum;
		}
		int[] labels = images(6).labels();
		double loss = 0;
		for (int i = 0; i < labels.length; i++) {
			double exponentials = 0;
			for (int c = 0; c < TASK.classes(); c++) {
				exponentials += Math.exp(logits[i * TASK.classes() + c]);
			}
			loss += Math.log(exponentials) - logits[i * TASK.classes() + labels[i]];
		}
		return loss / labels.length;
	}

	@Test
	void gradientsOfTheCrossEntropyAreItsDifferences() {
		MacroNetwork network = SMALL.network(TestSpace.cell(MIXED), TASK);
		Pass pass = new Pass(Skeleton.TINY_NETWORK, Initialisation.XAVIER_NORMAL, Weights.AS_DRAWN, Normalisation.BATCH,
				Input.MINIBATCH, Precision.DOUBLE, Loss.CROSS_ENTROPY);
		WeightSource drawn = new SeededWeights(new Seed(4), Initialisation.XAVIER_NORMAL);
		Map<String, double[]> gradients = run(pass, Set.of(Observable.GRADIENTS), network, drawn).gradients;
		List<Layer> layers = new NetworkLayers(network, pass.skeleton()).all();
		assertEquals(layers.size(), gradients.size());
		int near = 0;
		int asked = 0;
		for (Layer layer : layers) {
			for (int i = 0; i < layer.size(); i += 5) {
				float at = drawn.of(layer).weights()[i];
				float step = 0x1p-16f;
				double rise = loss(pass, network, changed(drawn, layer, i, at + step))
						- loss(pass, network, changed(drawn, layer, i, at - step));
				double expected = rise / ((double) (at + step) - (at - step));
				asked++;
				if (Math.abs(expected - gradients.get(layer.name())[i]) <= 1e-4 * Math.max(1, Math.abs(expected))) {
					near++;
				}
			}
		}
		// a step over the kink of a ReLU spoils a difference now and then
		assertTrue(asked > 50 && near >= 0.95 * asked, near + " of " + asked);
	}
}
