/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.MacroNetwork;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.ProxyScore;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.PassRunner;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;

class ProxyEvaluatorTest {
	private static final TestSpace SPACE = new TestSpace(4, 1, 2);
	private static final Architecture CELL = TestSpace
			.cell("|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|none~1|nor_conv_3x3~2|");

	private static Proxy naswot(String hooks) {
		return new NaswotFactory().create(Parameters.of(Map.of("hooks", hooks, "relus", "all", "init", "xavier")));
	}

	private static Minibatch images() {
		return Formula.images(8);
	}

	/** Counts the runs. */
	private record Counting(PassRunner runner, AtomicInteger runs) implements PassRunner {
		@Override
		public String name() {
			return "counting";
		}

		@Override
		public boolean usesEngine() {
			return runner.usesEngine();
		}

		@Override
		public boolean serves(Pass pass, Set<Observable> observables, MacroNetwork network) {
			return runner.serves(pass, observables, network);
		}

		@Override
		public void run(PassRequest request) {
			runs.incrementAndGet();
			runner.run(request);
		}
	}

	@Test
	void proxiesOfOnePassShareOneRun() throws Exception {
		try (TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH)) {
			AtomicInteger runs = new AtomicInteger();
			AtomicInteger batches = new AtomicInteger();
			PassRunners runners = new PassRunners("counted", List.of(new Counting(new ReferenceRunner(engine), runs)));
			List<Proxy> proxies = List.of(naswot("module"), new ParamsFactory().create(Parameters.EMPTY),
					naswot("class-name"), new SynFlowFactory().create(Parameters.of(Map.of("bn", "identity"))));
			ProxyEvaluator evaluator = new ProxyEvaluator(SPACE, Task.CIFAR10, proxies, () -> {
				batches.incrementAndGet();
				return images();
			}, new Seed(1), runners);
			List<ProxyScore> together = evaluator.evaluate(CELL, Cancellation.NONE);
			assertEquals(2, runs.get());
			evaluator.evaluate(SPACE.at(1462), Cancellation.NONE);
			assertEquals(1, batches.get());
			for (int p = 0; p < proxies.size(); p++) {
				ProxyEvaluator alone = new ProxyEvaluator(SPACE, Task.CIFAR10, List.of(proxies.get(p)),
						ProxyEvaluatorTest::images, new Seed(1), runners);
				assertEquals(alone.evaluate(CELL, Cancellation.NONE).get(0).score(), together.get(p).score());
				assertTrue(together.get(p).seconds() > 0 && together.get(p).seconds() < 60);
			}
			assertTrue(together.get(2).score().value() > together.get(0).score().value());
		}
	}

	/** One that wants to see what only the reference shows must not take the others there: their last digits differ. */
	@Test
	void whoRunsAProxyDoesNotDependOnItsNeighbours() throws Exception {
		try (TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH)) {
			TestSpace space = new TestSpace(16, 1, 3);
			Proxy signs = naswot("module");
			Proxy both = new Proxy() {
				@Override
				public Equivalence equivalence() {
					return signs.equivalence();
				}

				@Override
				public Optional<Pass> pass() {
					return signs.pass();
				}

				@Override
				public Set<Observable> observables() {
					return Set.of(Observable.SIGNS, Observable.LOGITS);
				}

				@Override
				public Observer observe(Subject subject) {
					return signs.observe(subject);
				}
			};
			ProxyEvaluator evaluator = new ProxyEvaluator(space, Task.CIFAR10, List.of(both, signs),
					ProxyEvaluatorTest::images, new Seed(1), PassRunners.fastest(engine));
			List<ProxyScore> scores = evaluator.evaluate(CELL, Cancellation.NONE);
			assertEquals("reference", scores.get(0).runner());
			assertEquals("fast signs", scores.get(1).runner());
		}
	}

	@Test
	void whatNeedsNoPassDoesNotStartTheEngine() throws Exception {
		try (TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH)) {
			List<Proxy> proxies = List.of(new ParamsFactory().create(Parameters.EMPTY),
					new FlopsFactory().create(Parameters.EMPTY), new L2NormFactory().create(Parameters.EMPTY));
			ProxyEvaluator evaluator = new ProxyEvaluator(SPACE, Task.CIFAR10, proxies, () -> {
				throw new AssertionError("no minibatch is needed");
			}, new Seed(1), PassRunners.fastest(engine));
			assertFalse(evaluator.needsMinibatch());
			List<ProxyScore> scores = evaluator.evaluate(CELL, Cancellation.NONE);
			assertEquals(3, scores.get(0).score().value());
			assertEquals(3e6, scores.get(1).score().value());
			assertTrue(scores.get(2).score().value() > 1);
			assertFalse(engine.isStarted());
		}
	}

	@Test
	void weightsDependOnSeedAndCellAlone() throws Exception {
		try (TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH)) {
			List<Proxy> proxies = List.of(naswot("module"));
			ProxyEvaluator one = new ProxyEvaluator(SPACE, Task.CIFAR10, proxies, ProxyEvaluatorTest::images,
					new Seed(1), PassRunners.reference(engine));
			ProxyEvaluator other = new ProxyEvaluator(SPACE, Task.CIFAR10, proxies, ProxyEvaluatorTest::images,
					new Seed(2), PassRunners.reference(engine));
			double first = one.evaluate(CELL, Cancellation.NONE).get(0).score().value();
			one.evaluate(SPACE.at(7), Cancellation.NONE);
			assertEquals(first, one.evaluate(CELL, Cancellation.NONE).get(0).score().value(), 0);
			assertTrue(first != other.evaluate(CELL, Cancellation.NONE).get(0).score().value());
		}
	}

	@Test
	void cancellationIsAnsweredBetweenBlocks() {
		try (TorchEngine engine = new TorchEngine(EngineLocation.CLASS_PATH)) {
			for (PassRunners runners : List.of(PassRunners.reference(engine), PassRunners.fastest(engine))) {
				AtomicInteger asked = new AtomicInteger();
				ProxyEvaluator evaluator = new ProxyEvaluator(TestSpace.NATS, Task.CIFAR10, List.of(naswot("module")),
						ProxyEvaluatorTest::images, new Seed(1), runners);
				assertThrows(CancellationException.class,
						() -> evaluator.evaluate(CELL, () -> asked.incrementAndGet() > 4));
				assertEquals(5, asked.get());
			}
		}
	}
}
