/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Observable;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.proxy.ReluSite;
import org.trainless.api.proxy.SignCodes;
import org.trainless.api.proxy.Subject;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.ImageShape;
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

	/**
	 * Share of the signs that are positive: unlike the kernel's diagonal, it depends on the signs of a single image.
	 */
	private record Positive() implements Proxy {
		@Override
		public Equivalence equivalence() {
			return NASWOT.get(0).equivalence();
		}

		@Override
		public Optional<Pass> pass() {
			return NASWOT.get(0).pass();
		}

		@Override
		public Set<Observable> observables() {
			return Set.of(Observable.SIGNS);
		}

		@Override
		public Observer observe(Subject subject) {
			return new Observer() {
				private long units;
				private long positive;

				@Override
				public void signs(ReluSite site, SignCodes codes) {
					units += site.modules() * (long) codes.images() * codes.units();
					positive += site.modules() * LongStream.of(codes.words()).map(Long::bitCount).sum();
				}

				@Override
				public Score score() {
					return Score.of((double) positive / units);
				}
			};
		}
	}

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

	/** What fills up the last block of images must not be seen. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 21, 128 })
	void signsOfBatchesOfAnySizeAgree(int images) throws Exception {
		assertAgreement(SHORT, Task.CIFAR10, NASWOT, images, cells(SHORT, 6, images), "fast signs", 1e-6);
	}

	/** Of one image the kernel tells only how many units there are. */
	@Test
	void signsOfASingleImageAgree() throws Exception {
		// one or two of its signs are flipped by rounding
		assertAgreement(SHORT, Task.CIFAR10, List.of(new Positive()), 1, cells(SHORT, 20, 7), "fast signs", 1e-5);
	}

	@ParameterizedTest
	@CsvSource({ "48, 48", "16, 32", "48, 16" })
	void signsOfImagesOfOtherSizesAgree(int height, int width) throws Exception {
		Task task = new Task(new ImageShape(3, height, width), 7);
		assertAgreement(SHORT, task, NASWOT, 21, cells(SHORT, 6, 8), "fast signs", 1e-6);
	}

	@Test
	void signsOfWholeNetworksOfSmallImagesAgree() throws Exception {
		assertAgreement(TestSpace.NATS, Task.IMAGENET16_120, NASWOT, 21, cells(TestSpace.NATS, 6, 9), "fast signs",
				1e-6);
	}

	@Test
	void signsOfWholeNetworksAgree() throws Exception {
		assertAgreement(TestSpace.NATS, Task.CIFAR10, NASWOT, 32, cells(TestSpace.NATS, 12, 2), "fast signs", 1e-6);
	}

	@Test
	void flowOfManyCellsAgrees() throws Exception {
		assertAgreement(SHORT, Task.CIFAR10, SYNFLOW, 1, cells(SHORT, 500, 3), "forward flow", 1e-12);
	}

	@Test
	void flowOfWholeNetworksAgrees() throws Exception {
		assertAgreement(TestSpace.NATS, Task.CIFAR10, SYNFLOW, 1, cells(TestSpace.NATS, 100, 4), "forward flow", 1e-12);
	}

	@Test
	void flowOfSmallImagesAgrees() throws Exception {
		assertAgreement(SHORT, Task.IMAGENET16_120, SYNFLOW, 1, cells(SHORT, 100, 10), "forward flow", 1e-12);
		assertAgreement(TestSpace.NATS, Task.IMAGENET16_120, SYNFLOW, 1, cells(TestSpace.NATS, 20, 11), "forward flow",
				1e-12);
	}

	/** Also images that end at two pixels, where every pixel has the border beside it. */
	@ParameterizedTest
	@CsvSource({ "8, 8", "20, 12", "8, 64", "48, 48" })
	void flowOfImagesOfOtherSizesAgrees(int height, int width) throws Exception {
		Task task = new Task(new ImageShape(3, height, width), 7);
		assertAgreement(SHORT, task, SYNFLOW, 1, cells(SHORT, 20, 12), "forward flow", 1e-12);
	}

	/** Tiles of 4×4 pixels, groups of 8 channels: what does not consist of them the fast way cannot compute. */
	@ParameterizedTest
	@CsvSource({ "16, 20, 32", "16, 32, 24", "12, 32, 32", "16, 8, 8", "16, 6, 6" })
	void signsThatAreNotServedAreTheReferences(int channels, int height, int width) throws Exception {
		Task task = new Task(new ImageShape(3, height, width), 10);
		TestSpace space = new TestSpace(channels, 1, 3);
		assertReference(space, task, NASWOT, 5, cells(space, 3, 13));
	}

	/** What is halved unevenly, and what ends at one pixel, where no pixel has a neighbour. */
	@ParameterizedTest
	@CsvSource({ "6, 6", "6, 8", "8, 6", "4, 4", "4, 16", "16, 4" })
	void flowThatIsNotServedIsTheReferences(int height, int width) throws Exception {
		Task task = new Task(new ImageShape(3, height, width), 10);
		assertReference(SHORT, task, SYNFLOW, 1, cells(SHORT, 5, 14));
	}

	private static void assertReference(TestSpace space, Task task, List<Proxy> proxies, int images,
			List<Architecture> cells) throws Exception {
		ProxyEvaluator fastest = evaluator(space, task, proxies, images, PassRunners.fastest(engine));
		ProxyEvaluator reference = evaluator(space, task, proxies, images, PassRunners.reference(engine));
		for (Architecture cell : cells) {
			List<ProxyScore> actual = fastest.evaluate(cell, Cancellation.NONE);
			List<ProxyScore> expected = reference.evaluate(cell, Cancellation.NONE);
			for (int p = 0; p < proxies.size(); p++) {
				assertEquals("reference", actual.get(p).runner());
				assertEquals(expected.get(p).score(), actual.get(p).score(), cell.text());
			}
		}
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

	/**
	 * Memory is used again by whoever comes next: nothing must show of other images, and of others at the same time.
	 */
	@Test
	void manyAtOnceOfManyShapesAreEqualBitForBit() throws Exception {
		List<Proxy> proxies = List.of(NASWOT.get(0), SYNFLOW.get(0));
		List<Task> tasks = List.of(Task.CIFAR10, Task.IMAGENET16_120, new Task(new ImageShape(1, 48, 16), 2));
		List<Architecture> cells = cells(SHORT, 12, 15);
		PassRunners shared = PassRunners.fastest(engine);
		List<ProxyEvaluator> evaluators = new ArrayList<>();
		List<String> expected = new ArrayList<>();
		for (Task task : tasks) {
			int images = 5 + 16 * evaluators.size();
			evaluators.add(evaluator(SHORT, task, proxies, images, shared));
			for (Architecture cell : cells) {
				// nobody was there before
				expected.add(evaluator(SHORT, task, proxies, images, PassRunners.fastest(engine))
						.evaluate(cell, Cancellation.NONE).stream().map(FastPathTest::text).toList().toString());
			}
		}
		List<Integer> order = new ArrayList<>(IntStream.range(0, expected.size()).boxed().toList());
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 3; round++) {
				Collections.shuffle(order, new Random(round));
				Map<Integer, Future<List<ProxyScore>>> results = new LinkedHashMap<>();
				for (int i : order) {
					results.put(i, pool.submit(() -> evaluators.get(i / cells.size())
							.evaluate(cells.get(i % cells.size()), Cancellation.NONE)));
				}
				for (int i : order) {
					assertEquals(expected.get(i),
							results.get(i).get().stream().map(FastPathTest::text).toList().toString());
				}
			}
		} finally {
			pool.shutdown();
		}
	}

	private static String text(ProxyScore score) {
		assertNotEquals("reference", score.runner());
		return Double.toHexString(score.score().value());
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
