/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

import org.trainless.api.dataset.Minibatch;
import org.trainless.api.param.Parameters;
import org.trainless.api.proxy.Observer;
import org.trainless.api.proxy.Pass;
import org.trainless.api.proxy.Proxy;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Seed;
import org.trainless.api.score.Score;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.ImageShape;
import org.trainless.api.space.Task;
import org.trainless.engine.PassRunners;
import org.trainless.engine.ProxyEvaluator;
import org.trainless.engine.network.SeededWeights;
import org.trainless.engine.pass.PassRequest;
import org.trainless.engine.pass.ReferenceRunner;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.proxies.NaswotFactory;
import org.trainless.proxies.SynFlowFactory;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Whole evaluations of random cells, the ways to compute them in turn on each cell, on 128 images of 3×32×32.
 * <p>
 * Usage: {@code ProxyBenchmark [cells] [folder of libtorch]}.
 */
public final class ProxyBenchmark {
	private static final int IMAGES = 128;
	private static final int WARM_UP = 15;
	private static final Task TASK = Task.CIFAR10;

	private final NatsTopologySpace space = new NatsTopologySpace();
	private final TorchEngine engine;
	private final Minibatch batch = noise();
	private final List<Architecture> warmUp;
	private final List<Architecture> cells;

	private ProxyBenchmark(TorchEngine engine, int count) {
		this.engine = engine;
		this.warmUp = draw(WARM_UP, 1);
		this.cells = draw(count, 2);
	}

	public static void main(String[] arguments) throws Exception {
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
		EngineLocation location = arguments.length > 1
				? EngineLocation.installed(Path.of(arguments[1]), Path.of(System.getProperty("java.io.tmpdir"), "trainless"))
				: EngineLocation.CLASS_PATH;
		try (TorchEngine engine = new TorchEngine(location)) {
			System.out.println(engine.start());
			new ProxyBenchmark(engine, count).run();
		}
	}

	private List<Architecture> draw(int count, long seed) {
		RandomGenerator random = new Seed(seed).generator();
		return random.longs(count, 0, space.size()).mapToObj(space::at)
				.<Architecture>map(a -> space.representative(a, Equivalence.VALUE_GRAPH_WITH_HOOKS)).toList();
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
		ProxyEvaluator evaluator = new ProxyEvaluator(space, TASK, proxies, () -> batch, new Seed(4), runners);
		return cell -> {
			try {
				return evaluator.evaluate(cell, Cancellation.NONE).get(0).score().value();
			} catch (Exception e) {
				throw new IllegalStateException(cell.text(), e);
			}
		};
	}

	/** The study's way: the reference network, and two matrix products for each ReLU that is hooked. */
	private double studyKernel(Architecture cell) {
		Pass pass = naswot("module", "all").pass().orElseThrow();
		MatrixKernel kernel = new MatrixKernel(IMAGES);
		Observer nobody = () -> Score.of(0);
		new ReferenceRunner(engine).run(new PassRequest(pass, Set.of(), space.network(cell, TASK),
				new SeededWeights(new Seed(4).derive("weights").derive(cell.text()), pass.initialisation()),
				Optional.of(batch), nobody, Cancellation.NONE), kernel);
		return kernel.trace();
	}

	private void run() throws Exception {
		PassRunners fast = PassRunners.fastest(engine);
		PassRunners reference = PassRunners.reference(engine);
		List<Proxy> naswot = List.of(naswot("module", "all"));
		List<Proxy> both = List.of(naswot("module", "all"), naswot("class-name", "all"));
		List<Proxy> synflow = List.of(synflow());
		double work = cells.stream().mapToDouble(c -> ConvolutionWork.giga(space.network(c, TASK)) * IMAGES).average()
				.orElseThrow();

		double[] n = alternate(List.of(way(naswot, fast), way(naswot, reference), this::studyKernel, way(both, fast)));
		System.out.printf("naswot, one thread, seconds a cell: fast %.4f, reference %.4f (%.1f x), "
				+ "the study's matrix products %.4f (%.1f x); two proxies of one pass %.4f (%.2f x one)%n", n[0], n[1],
				n[1] / n[0], n[2], n[2] / n[0], n[3], n[3] / n[0]);
		System.out.printf("  live convolutions %.2f GFLOP a cell: %.0f GFLOP/s%n", work, work / n[0]);
		double[] s = alternate(List.of(way(synflow, fast), way(synflow, reference)));
		System.out.printf("synflow, one thread, seconds a cell: fast %.4f, reference %.4f (%.1f x)%n", s[0], s[1],
				s[1] / s[0]);
		int workers = Runtime.getRuntime().availableProcessors();
		double nw = together(way(naswot, fast), workers);
		System.out.printf("naswot, %d workers: %.4f s a cell, %.0f GFLOP/s per worker, %.1f min for 15,625 cells%n", workers,
				nw, work / nw / workers, nw * 15625 / 60);
		double sw = together(way(synflow, fast), workers);
		System.out.printf("synflow, %d workers: %.4f s a cell, %.1f min for 15,625 cells%n", workers, sw,
				sw * 15625 / 60);
	}

	/** Each way on each cell before the next cell, so that what else the machine does meets all ways alike. */
	private double[] alternate(List<ToDoubleFunction<Architecture>> ways) {
		for (Architecture cell : warmUp) {
			ways.forEach(w -> w.applyAsDouble(cell));
		}
		double[] seconds = new double[ways.size()];
		for (Architecture cell : cells) {
			for (int w = 0; w < seconds.length; w++) {
				long begin = System.nanoTime();
				ways.get(w).applyAsDouble(cell);
				seconds[w] += (System.nanoTime() - begin) / 1e9;
			}
		}
		return Arrays.stream(seconds).map(t -> t / cells.size()).toArray();
	}

	private double together(ToDoubleFunction<Architecture> way, int workers) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(workers);
		try {
			for (List<Architecture> part : List.of(warmUp, cells)) {
				long begin = System.nanoTime();
				List<Future<?>> results = new ArrayList<>();
				part.forEach(c -> results.add(pool.submit(() -> way.applyAsDouble(c))));
				for (Future<?> result : results) {
					result.get();
				}
				if (part == cells) {
					return (System.nanoTime() - begin) / 1e9 / cells.size();
				}
			}
			throw new IllegalStateException("no cells");
		} finally {
			pool.shutdown();
		}
	}
}
