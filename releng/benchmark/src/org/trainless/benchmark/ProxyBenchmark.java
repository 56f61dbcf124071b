/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
 * Whole evaluations of random cells, the ways to compute them in turn on each cell, on 128 images of 3×32×32. On one
 * thread both the time on the clock and the thread's processor time are taken: the latter is what the work costs when
 * others use the machine too.
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
				? EngineLocation.installed(Path.of(arguments[1]),
						Path.of(System.getProperty("java.io.tmpdir"), "trainless"))
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
		List<Proxy> four = List.of(naswot("module", "all"), naswot("class-name", "all"), naswot("module", "live"),
				new StageCodes());
		List<Proxy> synflow = List.of(synflow());
		double work = cells.stream().mapToDouble(c -> ConvolutionWork.giga(space.network(c, TASK)) * IMAGES).average()
				.orElseThrow();

		double[][] n = alternate(
				List.of(way(naswot, fast), way(naswot, reference), this::studyKernel, way(four, fast)));
		print("naswot fast", n, 0);
		print("naswot reference", n, 1);
		print("naswot by the study's matrix products", n, 2);
		print("four proxies of one pass", n, 3);
		System.out.printf("  live convolutions %.2f GFLOP a cell: %.0f GFLOP/s by the clock, %.0f by processor time%n",
				work, work / n[0][0], work / n[1][0]);
		double[][] s = alternate(List.of(way(synflow, fast), way(synflow, reference)));
		print("synflow fast", s, 0);
		print("synflow reference", s, 1);
		int workers = Runtime.getRuntime().availableProcessors();
		double nw = together(way(naswot, fast), workers);
		System.out.printf("naswot, %d workers: %.4f s a cell, %.0f GFLOP/s per worker, %.1f min for 15,625 cells%n",
				workers, nw, work / nw / workers, nw * 15625 / 60);
		double sw = together(way(synflow, fast), workers);
		System.out.printf("synflow, %d workers: %.4f s a cell, %.1f min for 15,625 cells%n", workers, sw,
				sw * 15625 / 60);
		resident().ifPresent(r -> System.out.println("resident memory at the end: " + r));
	}

	/** What Linux says of the process, elsewhere nothing. */
	private static Optional<String> resident() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return Optional.empty();
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter(l -> l.startsWith("VmRSS")).map(l -> l.substring(6).strip()).findFirst();
		}
	}

	private static void print(String name, double[][] seconds, int way) {
		System.out.printf("%s, one thread: %.4f s a cell, %.4f s of processor time; %.2f and %.2f times the fast one%n",
				name, seconds[0][way], seconds[1][way], seconds[0][way] / seconds[0][0],
				seconds[1][way] / seconds[1][0]);
	}

	/**
	 * Each way on each cell before the next cell, so that what else the machine does meets all ways alike.
	 *
	 * @return seconds a cell for each way: by the clock, of processor time
	 */
	private double[][] alternate(List<ToDoubleFunction<Architecture>> ways) {
		for (Architecture cell : warmUp) {
			ways.forEach(w -> w.applyAsDouble(cell));
		}
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		double[][] seconds = new double[2][ways.size()];
		for (Architecture cell : cells) {
			for (int w = 0; w < ways.size(); w++) {
				long begin = System.nanoTime();
				long processor = threads.getCurrentThreadCpuTime();
				ways.get(w).applyAsDouble(cell);
				seconds[0][w] += (System.nanoTime() - begin) / 1e9 / cells.size();
				seconds[1][w] += (threads.getCurrentThreadCpuTime() - processor) / 1e9 / cells.size();
			}
		}
		return seconds;
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
