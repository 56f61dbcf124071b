/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.NaswotFactory;
import org.trainless.proxies.SynFlowFactory;
import org.trainless.spaces.NatsTopologySpace;

/**
 * The ways to evaluate a cell, on 128 images of 3×32×32.
 */
final class Evaluations {
	/** Ways, under the names by which processes tell each other. */
	enum Way {
		NASWOT, NASWOT_REFERENCE, NASWOT_STUDY, NASWOT_STUDY_ONCE, FOUR, SYNFLOW, SYNFLOW_REFERENCE, SYNFLOW_STUDY
	}

	static final Task TASK = Task.CIFAR10;
	static final int IMAGES = 128;
	static final Seed SEED = new Seed(4);

	private final NatsTopologySpace space;
	private final Minibatch batch = noise();
	private final Map<Way, ToDoubleFunction<Architecture>> ways = new EnumMap<>(Way.class);

	Evaluations(NatsTopologySpace space, TorchEngine engine) {
		this.space = space;
		PassRunners fast = PassRunners.fastest(engine);
		PassRunners reference = PassRunners.reference(engine);
		List<Proxy> naswot = List.of(naswot("module", "all"));
		List<Proxy> synflow = List.of(synflow());
		ways.put(Way.NASWOT, way(naswot, fast));
		ways.put(Way.NASWOT_REFERENCE, way(naswot, reference));
		ways.put(Way.NASWOT_STUDY, new StudyNaswot(space, engine, batch, naswot.get(0), true)::evaluate);
		ways.put(Way.NASWOT_STUDY_ONCE, new StudyNaswot(space, engine, batch, naswot.get(0), false)::evaluate);
		ways.put(Way.FOUR, way(
				List.of(naswot.get(0), naswot("class-name", "all"), naswot("module", "live"), new StageCodes()), fast));
		ways.put(Way.SYNFLOW, way(synflow, fast));
		ways.put(Way.SYNFLOW_REFERENCE, way(synflow, reference));
		ways.put(Way.SYNFLOW_STUDY, new StudySynFlow(space, engine, synflow.get(0))::evaluate);
	}

	/** Evaluates a cell, and gives something that depends on all that was computed. */
	double evaluate(Way way, Architecture cell) {
		return ways.get(way).applyAsDouble(cell);
	}

	private static Minibatch noise() {
		RandomGenerator random = new Seed(3).generator();
		ImageShape shape = TASK.input();
		float[] pixels = new float[IMAGES * shape.size()];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (float) random.nextGaussian();
		}
		return new Minibatch(shape, pixels, new int[IMAGES]);
	}

	private static Proxy naswot(String hooks, String relus) {
		return new NaswotFactory().create(Parameters.of(Map.of("hooks", hooks, "relus", relus, "init", "xavier")));
	}

	private static Proxy synflow() {
		return new SynFlowFactory().create(Parameters.of(Map.of("bn", "identity")));
	}

	private ToDoubleFunction<Architecture> way(List<Proxy> proxies, PassRunners runners) {
		ProxyEvaluator evaluator = new ProxyEvaluator(space, TASK, proxies, () -> batch, SEED, runners);
		return cell -> {
			try {
				return evaluator.evaluate(cell, Cancellation.NONE).get(0).score().value();
			} catch (Exception e) {
				throw new IllegalStateException(cell.text(), e);
			}
		};
	}
}
