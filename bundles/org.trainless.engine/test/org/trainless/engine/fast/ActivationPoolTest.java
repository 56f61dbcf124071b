/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.engine.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trainless.api.proxy.Pass.Precision;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.Tensors;
import org.trainless.engine.torch.TorchEngine;

import ai.djl.pytorch.engine.PtNDArray;

class ActivationPoolTest {
	private static final Plane LARGE = new Plane(2, 8, 8, 4);
	private static final Plane SMALL = LARGE.reduced(8);

	private static TorchEngine engine;

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@Test
	void memoryThatIsGivenBackServesAgainAndSmallerPlanesToo() {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				ActivationPool pool = new ActivationPool(tensors)) {
			Activation first = pool.take(LARGE);
			first.memory.put(1, 7);
			first.close();
			first.close();
			try (Activation again = pool.take(SMALL); Activation other = pool.take(SMALL)) {
				assertEquals(7, again.memory.get(1));
				other.memory.put(1, 8);
				assertEquals(7, again.memory.get(1), "two open activations share memory");
				assertEquals(SMALL.size(), other.memory.capacity(), "was made for the small plane");
				assertTrue(again.memory.capacity() >= LARGE.size());
			}
		}
	}

	@Test
	void matrixIsOfTheSameMemory() {
		try (Tensors tensors = new Tensors(engine, Precision.SINGLE, false);
				ActivationPool pool = new ActivationPool(tensors)) {
			pool.take(LARGE).close();
			try (Activation small = pool.take(SMALL); PtNDArray matrix = small.matrix()) {
				assertEquals(SMALL.channels(), matrix.getShape().get(0));
				assertEquals(SMALL.channel(), matrix.getShape().get(1));
				small.memory.put(SMALL.channel(), 5);
				assertEquals(5, matrix.getFloat(1, 0));
			}
		}
	}
}
