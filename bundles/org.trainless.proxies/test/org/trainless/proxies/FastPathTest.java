/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.ProxyScore;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;

/**
 * The fast runners against the reference, over random cells of every kind, and against themselves.
 */
class FastPathTest {
	private static final List<Proxy> NASWOT = List.of(new Naswot(Hooks.MODULE, Relus.ALL, Initialisation.XAVIER_NORMAL),
			new Naswot(Hooks.CLASS_NAME, Relus.ALL, Initialisation.XAVIER_NORMAL),
			new Naswot(Hooks.MODULE, Relus.LIVE, Initialisation.XAVIER_NORMAL));
	private static final List<Proxy> SYNFLOW = List.of(new SynFlow(Normalisation.IDENTITY));
	/** One cell in each stage: all kinds of cells meet all kinds of neighbours in less time. */
	private static final TestSpace SHORT = new TestSpace(16, 1, 3);

	private static TorchEngine engine;

	@BeforeAll
	static void start() {
		engine = new TorchEngine(EngineLocation.CLASS_PATH);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static ProxyEvaluator evaluator(TestSpace space, Task task, List<Proxy> proxies, int images,
			PassRunners runners) {
		Minibatch batch = Formula.images(images, task.input());
		return new ProxyEvaluator(space, task, proxies, () -> batch, new Seed(3), runners);
	}

	private static List<Architecture> cells(TestSpace space, int count, long seed) {
		RandomGenerator random = new Seed(seed).generator();
		return random.longs(count, 0, space.size()).mapToObj(space::at).toList();
	}

	private static void assertAgreement(TestSpace space, Task task, List<Proxy> proxies, int images,
			List<Architecture> cells, String runner, double relative) throws Exception {
		ProxyEvaluator fast = evaluator(space, task, proxies, images, PassRunners.fastest(engine));
		ProxyEvaluator reference = evaluator(space, task, proxies, images, PassRunners.reference(engine));
		double worst = 0;
		int nonFinite = 0;
		for (Architecture cell : cells) {
			List<ProxyScore> actual = fast.evaluate(cell, Cancellation.NONE);
			List<ProxyScore> expected = reference.evaluate(cell, Cancellation.NONE);
			for (int p = 0; p < proxies.size(); p++) {
				assertEquals(runner, actual.get(p).runner());
				assertEquals("reference", expected.get(p).runner());
				Score score = actual.get(p).score();
				Score oracle = expected.get(p).score();
				assertEquals(oracle.reason(), score.reason(), cell.text());
				if (oracle.isFinite()) {
					double difference = Math.abs(score.value() - oracle.value())
							/ Math.max(1, Math.abs(oracle.value()));
					assertTrue(difference <= relative,
							cell.text() + ": " + score.value() + " instead of " + oracle.value());
					worst = Math.max(worst, difference);
				} else {
					nonFinite++;
				}
			}
		}
		System.out.printf("%s: %d cells, %d scores not finite, worst relative difference %.1e%n", runner, cells.size(),
				nonFinite, worst);
	}

	@Test
	void signsOfManyCellsAgree() throws Exception {
		assertAgreement(SHORT, Task.CIFAR10, NASWOT, 16, cells(SHORT, 500, 1), "fast signs", 1e-6);
	}

	@Test
	void signsOfSmallImagesAgree() throws Exception {
		// few units: one sign that rounding flips weighs more
		assertAgreement(SHORT, Task.IMAGENET16_120, NASWOT, 16, cells(SHORT, 40, 6), "fast signs", 5e-6);
	}

	@Test
	void signsOfWholeNetworksAgree() throws Exception {
		assertAgreement(TestSpace.NATS, Task.CIFAR10, NASWOT, 32, cells(TestSpace.NATS, 12, 2), "fast signs", 1e-6);
	}

	@Test
	void flowOfManyCellsAgrees() throws Exception {
		assertAgreement(SHORT, Task.CIFAR10, SYNFLOW, 1, cells(SHORT, 400, 3), "forward flow", 1e-12);
	}

	@Test
	void flowOfWholeNetworksAgrees() throws Exception {
		assertAgreement(TestSpace.NATS, Task.CIFAR10, SYNFLOW, 1, cells(TestSpace.NATS, 100, 4), "forward flow", 1e-12);
	}

	/** Cold and hot code, one worker and two, and any order must give the same bits. */
	@Test
	void scoresAreEqualBitForBit() throws Exception {
		List<Proxy> proxies = List.of(NASWOT.get(0), NASWOT.get(2), SYNFLOW.get(0),
				new SynFlow(Normalisation.REDUCTIONS));
		List<Architecture> cells = cells(SHORT, 40, 5);
		ProxyEvaluator evaluator = evaluator(SHORT, Task.CIFAR10, proxies, 16, PassRunners.fastest(engine));
		double[] first = scores(evaluator, cells, 1);
		double[] second = scores(evaluator(SHORT, Task.CIFAR10, proxies, 16, PassRunners.fastest(engine)), cells, 1);
		double[] together = scores(evaluator, cells, 2);
		assertArrayEquals(first, second, 0);
		assertArrayEquals(first, together, 0);
	}

	private static double[] scores(ProxyEvaluator evaluator, List<Architecture> cells, int workers) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(workers);
		try {
			List<Future<List<ProxyScore>>> results = new ArrayList<>();
			for (Architecture cell : cells) {
				results.add(pool.submit(() -> evaluator.evaluate(cell, Cancellation.NONE)));
			}
			List<Double> values = new ArrayList<>();
			for (Future<List<ProxyScore>> result : results) {
				result.get().forEach(s -> values.add(s.score().value()));
			}
			return values.stream().mapToDouble(Double::doubleValue).toArray();
		} finally {
			pool.shutdown();
		}
	}
}
