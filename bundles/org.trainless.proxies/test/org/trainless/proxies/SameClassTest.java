/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Cell;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.Task;
import org.trainless.engine.network.Layer;
import org.trainless.engine.network.NetworkLayers;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.network.WeightSource;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Cells that share a score, each computed edge by edge with the weights of the one that stands for them.
 */
class SameClassTest {
	private static final int CELLS = 30;
	private static final NatsTopologySpace SPACE = new NatsTopologySpace();

	private static TorchEngine engine;

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@ParameterizedTest
	@EnumSource
	void cellsOfOneClassAgreeWithMappedWeights(Relus relus) {
		Naswot proxy = new Naswot(Hooks.MODULE, relus, Initialisation.XAVIER_NORMAL);
		Minibatch images = Formula.images(12, Task.CIFAR10.input());
		RandomGenerator random = new Seed(1).generator();
		int finite = 0;
		for (int found = 0; found < CELLS;) {
			Cell cell = SPACE.at(random.nextLong(SPACE.size()));
			Cell representative = SPACE.representative(cell, proxy.equivalence());
			if (representative.equals(cell)) {
				continue;
			}
			found++;
			WeightSource weights = new SeededWeights(new Seed(2).derive(representative.text()),
					Initialisation.XAVIER_NORMAL);
			Score expected = score(proxy, representative, images, weights);
			Score actual = score(proxy, cell, images, mapped(weights, cell, representative, proxy));
			assertEquals(expected.reason(), actual.reason(), cell.text());
			if (expected.isFinite()) {
				finite++;
				assertEquals(expected.value(), actual.value(), 1e-6 * Math.abs(expected.value()), cell.text());
			}
		}
		assertTrue(finite > CELLS / 2, finite + " finite scores");
	}

	private static Score score(Naswot proxy, Cell cell, Minibatch images, WeightSource weights) {
		Pass pass = proxy.pass().orElseThrow();
		Observer observer = proxy.observe(new Subject(SPACE, cell, Task.CIFAR10));
		new ReferenceRunner(engine).run(new PassRequest(pass, proxy.observables(), SPACE.network(cell, Task.CIFAR10),
				weights, Optional.of(images), observer, Cancellation.NONE));
		return observer.score();
	}

	/** The weights that the corresponding convolution has; what corresponds to none gets any. */
	private static WeightSource mapped(WeightSource weights, Cell cell, Cell representative, Naswot proxy) {
		MacroNetwork network = SPACE.network(representative, Task.CIFAR10);
		NetworkLayers layers = new NetworkLayers(network, proxy.pass().orElseThrow().skeleton());
		Map<String, Layer> corresponding = new HashMap<>();
		SPACE.correspondingConvolutions(cell, proxy.equivalence()).forEach((from, to) -> {
			for (int block = 0; block < network.blocks().size(); block++) {
				if (network.blocks().get(block).kind() == MacroNetwork.Kind.CELL) {
					corresponding.put(NetworkLayers.edge(block, cell, from),
							layers.get(NetworkLayers.edge(block, representative, to)));
				}
			}
		});
		assertEquals(corresponding.size(), corresponding.values().stream().distinct().count(), "two share weights");
		return layer -> weights.of(corresponding.getOrDefault(layer.name(), layer));
	}
}
