/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trainless.api.dataset.Minibatch;
import org.trainless.api.proxy.Pass.Initialisation;
import org.trainless.api.proxy.Pass.Normalisation;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.Naswot.Hooks;
import org.trainless.proxies.Naswot.Relus;
import org.trainless.testdata.TestData;

/**
 * Scores on CIFAR-10 against published ones, by rank: what the conventions of a proxy come to over many cells.
 */
class AgreementTest {
	private static final Seed SEED = new Seed(1);
	private static final int CELLS = 200;
	private static final int WORKERS = 2;

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
	void naswotAgreesWithTheStudy() throws Exception {
		List<Map<String, String>> all = rows(TestData.path("nats-tss/nats-tss.csv"));
		assertEquals(15625, all.size());
		List<Map<String, String>> drawn = draw(all, CELLS);
		double[] published = column(drawn, "naswot_seed_c10");
		double[] scores = score(new Naswot(Hooks.MODULE, Relus.ALL, Initialisation.XAVIER_NORMAL), drawn);

		double rho = RankCorrelation.spearman(scores, published);
		double difference = IntStream.range(0, CELLS)
				.filter(i -> Double.isFinite(scores[i]) && Double.isFinite(published[i]))
				.mapToDouble(i -> scores[i] - published[i]).average().orElseThrow();
		int[] valid = IntStream.range(0, CELLS)
				.filter(i -> drawn.get(i).get("dead_ops").equals("0") && drawn.get(i).get("connected").equals("1"))
				.toArray();
		double[][] counts = List.of("n_none", "n_skip", "n_conv1x1", "n_conv3x3").stream()
				.map(c -> at(column(drawn, c), valid)).toArray(double[][]::new);
		double partial = RankCorrelation.partialSpearman(at(scores, valid), at(published, valid), counts);
		System.out.printf(
				"naswot, %d cells of all: Spearman %.4f; %d valid ones: partial Spearman %.4f; mean difference %.2f%n",
				CELLS, rho, valid.length, partial, difference);

		assertTrue(rho >= 0.985, "Spearman " + rho);
		assertTrue(partial >= 0.90, "partial Spearman " + partial);
		assertTrue(difference >= 0 && difference <= 12, "mean difference " + difference);
	}

	@Test
	void synflowAgreesWithSuiteZero() throws Exception {
		List<Map<String, String>> drawn = draw(rows(TestData.path("proxies/suite-zero-c10-even.csv")), CELLS);
		double[] scores = score(new SynFlow(Normalisation.IDENTITY), drawn);
		double rho = RankCorrelation.spearman(scores, column(drawn, "synflow"));
		System.out.printf("synflow, %d valid cells: Spearman %.5f%n", CELLS, rho);
		assertTrue(rho >= 0.998, "Spearman " + rho);
	}

	@Test
	void l2NormAgreesWithSuiteZero() throws Exception {
		List<Map<String, String>> drawn = draw(rows(TestData.path("proxies/suite-zero-c10-even.csv")), CELLS);
		double[] scores = score(new L2Norm(), drawn);
		double[] published = column(drawn, "l2_norm");
		double rho = RankCorrelation.spearman(scores, published);
		double worst = IntStream.range(0, CELLS).mapToDouble(i -> Math.abs(scores[i] / published[i] - 1)).max()
				.orElse(0);
		System.out.printf("l2_norm, %d valid cells: Spearman %.4f, worst relative difference %.4f%n", CELLS, rho,
				worst);
		assertTrue(rho >= 0.94, "Spearman " + rho);
		assertTrue(worst <= 0.03, "relative difference " + worst);
	}

	private double[] score(Proxy proxy, List<Map<String, String>> cells) throws Exception {
		ProxyEvaluator evaluator = new ProxyEvaluator(TestSpace.NATS, Task.CIFAR10, List.of(proxy), this::images, SEED,
				PassRunners.fastest(engine));
		double[] scores = new double[cells.size()];
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			List<Future<?>> done = new ArrayList<>();
			for (int i = 0; i < scores.length; i++) {
				int cell = i;
				done.add(workers.submit(() -> {
					scores[cell] = evaluator.evaluate(TestSpace.cell(cells.get(cell).get("arch")), Cancellation.NONE)
							.get(0).score().value();
					return null;
				}));
			}
			for (Future<?> future : done) {
				future.get();
			}
		} finally {
			workers.shutdown();
		}
		return scores;
	}

	/** A batch of 128 as the study draws and normalises it. */
	private Minibatch images() {
		double[] mean = { 125.3, 123.0, 113.9 };
		double[] deviation = { 63.0, 62.1, 66.7 };
		ImageShape shape = new ImageShape(3, 32, 32);
		int record = 1 + shape.size();
		byte[] file;
		try {
			file = Files.readAllBytes(TestData.path("cifar10/data_batch_1.bin"));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
		int[] chosen = SEED.derive("minibatch").generator().ints(0, file.length / record).distinct().limit(128)
				.toArray();
		float[] pixels = new float[chosen.length * shape.size()];
		int[] labels = new int[chosen.length];
		for (int i = 0; i < chosen.length; i++) {
			labels[i] = file[chosen[i] * record];
			for (int p = 0; p < shape.size(); p++) {
				int value = file[chosen[i] * record + 1 + p] & 0xff;
				int channel = p / (shape.height() * shape.width());
				pixels[i * shape.size() + p] = (float) ((value - mean[channel]) / deviation[channel]);
			}
		}
		return new Minibatch(shape, pixels, labels);
	}

	private static List<Map<String, String>> draw(List<Map<String, String>> rows, int count) {
		RandomGenerator random = SEED.derive("cells").generator();
		return random.ints(0, rows.size()).distinct().limit(count).mapToObj(rows::get).toList();
	}

	private static double[] column(List<Map<String, String>> rows, String name) {
		return rows.stream().map(r -> r.get(name))
				.mapToDouble(v -> v.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(v)).toArray();
	}

	private static double[] at(double[] values, int[] positions) {
		return IntStream.of(positions).mapToDouble(i -> values[i]).toArray();
	}

	private static List<Map<String, String>> rows(Path csv) throws IOException {
		List<String> lines = Files.readAllLines(csv);
		String[] names = lines.get(0).split(",");
		return lines.stream().skip(1).map(line -> {
			String[] values = line.split(",", -1);
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < names.length; i++) {
				row.put(names[i], values[i]);
			}
			return row;
		}).toList();
	}
}
