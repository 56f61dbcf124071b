/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.benchmark.Evaluations.Way;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Whole evaluations of random cells, the ways to compute them in turn on each cell. Only one process works at a time:
 * this one, which has the engine's settings, or one that has the settings that the study's programs run with.
 * <p>
 * Usage: {@code ProxyBenchmark <all or study> <cells> [folder of libtorch]}.
 */
public final class ProxyBenchmark {
	/** Leaves the C library's allocator and the pages as they are, as in the study's programs. */
	private static final Map<String, String> PLAIN = Map.of("org.trainless.engine.memory", "system");
	private static final int PART = 4;
	private static final String NASWOT = "naswot";
	private static final String SYNFLOW = "synflow";
	private static final String FOUR = "four proxies";
	private static final String JAVA_NASWOT = "naswot, study's way in Java, by class name";
	private static final String JAVA_SYNFLOW = "synflow, study's way in Java";
	private static final String PYTHON_NASWOT = "naswot, study's Python, by class name";
	private static final String PYTHON_SYNFLOW = "synflow, study's Python";

	private final NatsTopologySpace space;
	private final Evaluations evaluations;
	private final Cells cells;
	private final Targets targets = new Targets();
	private final int workers = Runtime.getRuntime().availableProcessors();

	private ProxyBenchmark(NatsTopologySpace space, TorchEngine engine, int count) {
		this.space = space;
		this.evaluations = new Evaluations(space, engine);
		this.cells = Cells.draw(space, count);
	}

	public static void main(String[] arguments) throws Exception {
		boolean all = arguments[0].equals("all");
		Optional<Path> libtorch = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
		int cores = Runtime.getRuntime().availableProcessors();
		NatsTopologySpace space = new NatsTopologySpace();
		try (TorchEngine engine = new TorchEngine(OtherProcess.location(arguments, 2))) {
			System.out.println(engine.start());
			ProxyBenchmark benchmark = new ProxyBenchmark(space, engine, Integer.parseInt(arguments[1]));
			// null where there is no Python; closing nothing is allowed
			try (OtherProcess java = new OtherProcess(space, libtorch, 1, PLAIN);
					PythonProcess python = PythonProcess.start(1).orElse(null)) {
				benchmark.oneThread(java, Optional.ofNullable(python), all);
			}
			try (OtherProcess java = new OtherProcess(space, libtorch, cores, PLAIN);
					PythonProcess python = PythonProcess.start(cores).orElse(null)) {
				benchmark.allCores(java, Optional.ofNullable(python));
			}
			if (all) {
				benchmark.fourProxies();
				benchmark.wholeSpace();
				Overhead.measure(space, benchmark.targets);
			}
			benchmark.targets.print();
			Memory.resident().ifPresent(r -> System.out.println("resident memory at the end: " + r + " kB"));
		}
	}

	private Function<Architecture, Spent> here(Way way) {
		return cell -> Spent.byThread(() -> evaluations.evaluate(way, cell));
	}

	private void oneThread(OtherProcess java, Optional<PythonProcess> python, boolean all) {
		System.out.printf("%nOne thread, %d cells; %s%n", cells.all().size(), python.map(p -> "Python " + p.version())
				.orElse("no Python with PyTorch, so without the study's own way"));
		Alternation naswot = new Alternation().add(NASWOT, here(Way.NASWOT));
		Alternation synflow = new Alternation().add(SYNFLOW, here(Way.SYNFLOW));
		if (all || python.isEmpty()) {
			naswot.add("naswot, reference, same memory settings", here(Way.NASWOT_REFERENCE))
					.add("naswot, reference, plain memory", c -> java.evaluate(Way.NASWOT_REFERENCE, c))
					.add("naswot, study's way in Java, by type", c -> java.evaluate(Way.NASWOT_STUDY_ONCE, c))
					.add(JAVA_NASWOT, c -> java.evaluate(Way.NASWOT_STUDY, c));
			synflow.add("synflow, reference, same memory settings", here(Way.SYNFLOW_REFERENCE))
					.add("synflow, reference, plain memory", c -> java.evaluate(Way.SYNFLOW_REFERENCE, c))
					.add(JAVA_SYNFLOW, c -> java.evaluate(Way.SYNFLOW_STUDY, c));
		}
		python.ifPresent(p -> {
			naswot.add("naswot, study's Python, by type", c -> p.evaluate(PythonProcess.Way.NASWOT_BY_TYPE, c))
					.add(PYTHON_NASWOT, c -> p.evaluate(PythonProcess.Way.NASWOT_BY_CLASS_NAME, c));
			synflow.add(PYTHON_SYNFLOW, c -> p.evaluate(PythonProcess.Way.SYNFLOW, c));
		});
		naswot.run(cells.warmUp(), cells.all(), 1).print();
		Spent fast = naswot.mean(NASWOT);
		double work = cells.all().stream().map(c -> space.representative(c, Equivalence.VALUE_GRAPH_WITH_HOOKS))
				.mapToDouble(c -> ConvolutionWork.giga(space.network(c, Evaluations.TASK)) * Evaluations.IMAGES)
				.average().orElseThrow();
		System.out.printf("  live convolutions %.2f GFLOP a cell: %.0f GFLOP/s by the clock, %.0f by processor time%n",
				work, work / fast.seconds(), work / fast.processor());
		synflow.run(cells.warmUp(), cells.all(), 1).print();
		targets.add("naswot, one thread: times " + study(python), "6", "10",
				naswot.ratio(python.isPresent() ? PYTHON_NASWOT : JAVA_NASWOT));
		targets.add("synflow, one thread: times " + study(python), "6", "12",
				synflow.ratio(python.isPresent() ? PYTHON_SYNFLOW : JAVA_SYNFLOW));
		targets.add("convolutions, GFLOP/s of a core", "40", "70", String
				.format("%.0f by the clock, %.0f by processor time", work / fast.seconds(), work / fast.processor()));
	}

	private static String study(Optional<PythonProcess> python) {
		return python.isPresent() ? "the study's Python" : "the study's way, without Python";
	}

	/** Workers of one thread each against one program whose tensors are computed by as many threads. */
	private void allCores(OtherProcess java, Optional<PythonProcess> python) {
		System.out.printf("%nAll cores, %d cells: %d workers of one thread against the study with %d threads%n",
				cells.all().size(), workers, workers);
		try (Workers pool = new Workers(workers)) {
			Alternation naswot = new Alternation().addTogether(NASWOT, part -> together(pool, Way.NASWOT, part));
			Alternation synflow = new Alternation().addTogether(SYNFLOW, part -> together(pool, Way.SYNFLOW, part));
			python.ifPresentOrElse(p -> {
				naswot.add(PYTHON_NASWOT, c -> p.evaluate(PythonProcess.Way.NASWOT_BY_CLASS_NAME, c));
				synflow.add(PYTHON_SYNFLOW, c -> p.evaluate(PythonProcess.Way.SYNFLOW, c));
			}, () -> {
				naswot.add(JAVA_NASWOT, c -> java.evaluate(Way.NASWOT_STUDY, c));
				synflow.add(JAVA_SYNFLOW, c -> java.evaluate(Way.SYNFLOW_STUDY, c));
			});
			naswot.run(cells.warmUp(), cells.all(), PART).print();
			synflow.run(cells.warmUp(), cells.all(), PART).print();
			targets.add("naswot, all cores: times " + study(python), "6", "10",
					naswot.ratio(python.isPresent() ? PYTHON_NASWOT : JAVA_NASWOT));
			targets.add("synflow, all cores: times " + study(python), "15", "30",
					synflow.ratio(python.isPresent() ? PYTHON_SYNFLOW : JAVA_SYNFLOW));
		}
	}

	/** Live ReLUs have classes of their own: where those have another representative, that is a second pass. */
	private void fourProxies() {
		List<Architecture> shared = cells.all().stream()
				.filter(c -> space.representative(c, Equivalence.VALUE_GRAPH_WITH_HOOKS)
						.equals(space.representative(c, Equivalence.LIVE_VALUE_GRAPH)))
				.toList();
		System.out.printf("%nFour proxies, %d cells of which one pass serves all four%n", shared.size());
		Alternation one = four(shared);
		System.out.printf("%nFour proxies, %d cells of any kind%n", cells.all().size());
		Alternation any = four(cells.all());
		targets.add("four proxies of one pass: times naswot alone", "1.3", "1.1", one.ratio(FOUR));
		targets.add("  the same, also where one of them needs a second pass", "", "", any.ratio(FOUR));
	}

	private Alternation four(List<Architecture> some) {
		return new Alternation().add(NASWOT, here(Way.NASWOT)).add(FOUR, here(Way.FOUR)).run(cells.warmUp(), some, 1)
				.print();
	}

	private void wholeSpace() {
		System.out.printf("%nThe whole space, %d workers of one thread%n", workers);
		try (Workers pool = new Workers(workers)) {
			long all = space.size();
			int classes = space.classCount(Equivalence.VALUE_GRAPH_WITH_HOOKS);
			minutes("naswot, each cell by itself", together(pool, Way.NASWOT, cells.all()), cells.all().size(), all);
			String naswot = minutes("naswot, one evaluation for each class of cells",
					together(pool, Way.NASWOT, cells.classes()), cells.classes().size(), classes);
			String synflow = minutes("synflow, each cell by itself", together(pool, Way.SYNFLOW, cells.all()),
					cells.all().size(), all);
			targets.add("all cells by naswot, all cores", "30 min", "12 min", naswot);
			targets.add("all cells by synflow, all cores", "5 min", "2 min", synflow);
		}
	}

	private static String minutes(String what, Spent spent, int measured, long all) {
		double clock = spent.seconds() / measured * all / 60;
		System.out.printf("%s: %.4f s each by the clock, %.1f min for %d%n", what, spent.seconds() / measured, clock,
				all);
		return String.format("%.1f min by the clock, %.1f min of processor time (estimated from %d)", clock,
				spent.processor() / measured * all / 60, measured);
	}

	/** The most costly first, so that the workers end at about the same time, as they do in a long run. */
	private Spent together(Workers pool, Way way, List<Architecture> part) {
		List<Architecture> order = part.stream()
				.sorted(Comparator
						.comparingDouble((Architecture c) -> -ConvolutionWork.giga(space.network(c, Evaluations.TASK))))
				.toList();
		return Spent.byProcess(() -> pool.run(order, c -> evaluations.evaluate(way, c)));
	}

	/** Threads that evaluate. */
	private record Workers(ExecutorService pool) implements AutoCloseable {
		Workers(int count) {
			this(Executors.newFixedThreadPool(count));
		}

		void run(List<Architecture> cells, Consumer<Architecture> evaluation) {
			List<Future<?>> results = new ArrayList<>();
			cells.forEach(c -> results.add(pool.submit(() -> evaluation.accept(c))));
			for (Future<?> result : results) {
				try {
					result.get();
				} catch (InterruptedException | ExecutionException e) {
					throw new IllegalStateException(e);
				}
			}
		}

		@Override
		public void close() {
			pool.shutdown();
		}
	}
}
