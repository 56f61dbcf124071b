/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Usage: {@code ProxyBenchmark [cells] [folder of libtorch]}.
 */
public final class ProxyBenchmark {
	/** Leaves the C library's allocator and the pages as they are, as in the study's programs. */
	private static final Map<String, String> PLAIN = Map.of("org.trainless.engine.memory", "system");
	private static final int PART = 10;

	private final NatsTopologySpace space;
	private final Evaluations evaluations;
	private final OtherProcess study;
	private final OtherProcess studyOnAllCores;
	private final Cells cells;
	private final int workers = Runtime.getRuntime().availableProcessors();

	private ProxyBenchmark(NatsTopologySpace space, TorchEngine engine, OtherProcess study,
			OtherProcess studyOnAllCores, int count) {
		this.space = space;
		this.evaluations = new Evaluations(space, engine);
		this.study = study;
		this.studyOnAllCores = studyOnAllCores;
		this.cells = Cells.draw(space, count);
	}

	public static void main(String[] arguments) throws Exception {
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
		Optional<Path> libtorch = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
		NatsTopologySpace space = new NatsTopologySpace();
		try (TorchEngine engine = new TorchEngine(OtherProcess.location(arguments, 1));
				OtherProcess study = new OtherProcess(space, libtorch, 1, PLAIN);
				OtherProcess studyOnAllCores = new OtherProcess(space, libtorch,
						Runtime.getRuntime().availableProcessors(), PLAIN)) {
			System.out.println(engine.start());
			ProxyBenchmark benchmark = new ProxyBenchmark(space, engine, study, studyOnAllCores, count);
			benchmark.oneThread();
			benchmark.allCores(Way.NASWOT, Way.NASWOT_STUDY);
			benchmark.allCores(Way.SYNFLOW, Way.SYNFLOW_STUDY);
			benchmark.wholeSpace();
			Memory.resident().ifPresent(r -> System.out.println("resident memory at the end: " + r));
		}
	}

	private Function<Architecture, Spent> here(Way way) {
		return cell -> Spent.byThread(() -> evaluations.evaluate(way, cell));
	}

	private Function<Architecture, Spent> there(Way way) {
		return cell -> study.evaluate(way, cell);
	}

	private void oneThread() {
		System.out.printf("%nOne thread, %d cells%n", cells.all().size());
		Map<String, Function<Architecture, Spent>> naswot = new LinkedHashMap<>();
		naswot.put("naswot, fast", here(Way.NASWOT));
		naswot.put("naswot, reference, same memory settings", here(Way.NASWOT_REFERENCE));
		naswot.put("naswot, reference, plain memory", there(Way.NASWOT_REFERENCE));
		naswot.put("naswot, study's way, hooks by type", there(Way.NASWOT_STUDY_ONCE));
		naswot.put("naswot, study's way, hooks by class name", there(Way.NASWOT_STUDY));
		Spent fast = alternate(naswot, cells.all());
		double work = cells.all().stream().map(c -> space.representative(c, Equivalence.VALUE_GRAPH_WITH_HOOKS))
				.mapToDouble(c -> ConvolutionWork.giga(space.network(c, Evaluations.TASK)) * Evaluations.IMAGES)
				.average().orElseThrow();
		System.out.printf("  live convolutions %.2f GFLOP a cell: %.0f GFLOP/s by the clock, %.0f by processor time%n",
				work, work / fast.seconds(), work / fast.processor());
		Map<String, Function<Architecture, Spent>> synflow = new LinkedHashMap<>();
		synflow.put("synflow, fast", here(Way.SYNFLOW));
		synflow.put("synflow, reference, same memory settings", here(Way.SYNFLOW_REFERENCE));
		synflow.put("synflow, reference, plain memory", there(Way.SYNFLOW_REFERENCE));
		synflow.put("synflow, study's way without Python", there(Way.SYNFLOW_STUDY));
		alternate(synflow, cells.all());
		fourProxies();
	}

	/** Live ReLUs have classes of their own: where those have another representative, that is a second pass. */
	private void fourProxies() {
		List<Architecture> shared = cells.all().stream()
				.filter(c -> space.representative(c, Equivalence.VALUE_GRAPH_WITH_HOOKS)
						.equals(space.representative(c, Equivalence.LIVE_VALUE_GRAPH)))
				.toList();
		Map<String, Function<Architecture, Spent>> four = new LinkedHashMap<>();
		four.put("naswot, fast", here(Way.NASWOT));
		four.put("four proxies", here(Way.FOUR));
		System.out.printf("%nFour proxies, %d cells of which one pass serves all four%n", shared.size());
		alternate(four, shared);
		System.out.printf("%nFour proxies, %d cells of any kind%n", cells.all().size());
		alternate(four, cells.all());
	}

	/**
	 * Each way on each cell before the next cell, so that what else the machine does meets all ways alike.
	 *
	 * @return what the first way spends on a cell
	 */
	private Spent alternate(Map<String, Function<Architecture, Spent>> ways, List<Architecture> some) {
		for (Architecture cell : cells.warmUp()) {
			ways.values().forEach(w -> w.apply(cell));
		}
		Map<String, Spent> sums = new LinkedHashMap<>();
		for (Architecture cell : some) {
			ways.forEach((name, way) -> sums.merge(name, way.apply(cell), Spent::plus));
		}
		Spent first = sums.values().iterator().next().over(some.size());
		sums.forEach((name, sum) -> print(name, sum.over(some.size()), first));
		return first;
	}

	private static void print(String name, Spent a, Spent first) {
		System.out.printf("%-42s %.4f s a cell, %.4f s of processor time; %.2f and %.2f times the fast one%n", name,
				a.seconds(), a.processor(), a.seconds() / first.seconds(), a.processor() / first.processor());
	}

	/** Workers of one engine thread each against one program that has as many engine threads. */
	private void allCores(Way fast, Way slow) {
		System.out.printf("%nAll cores, %s against %s%n", fast, slow);
		ExecutorService pool = Executors.newFixedThreadPool(workers);
		try {
			together(pool, fast, cells.warmUp());
			cells.warmUp().forEach(c -> studyOnAllCores.evaluate(slow, c));
			Spent ours = Spent.NOTHING;
			Spent theirs = Spent.NOTHING;
			for (int start = 0; start < cells.all().size(); start += PART) {
				List<Architecture> part = cells.all().subList(start, Math.min(start + PART, cells.all().size()));
				ours = ours.plus(together(pool, fast, part));
				for (Architecture cell : part) {
					theirs = theirs.plus(studyOnAllCores.evaluate(slow, cell));
				}
			}
			int count = cells.all().size();
			print(workers + " workers of one thread, fast", ours.over(count), ours.over(count));
			print("study's way, " + workers + " threads", theirs.over(count), ours.over(count));
		} finally {
			pool.shutdown();
		}
	}

	private void wholeSpace() {
		System.out.printf("%nThe whole space, %d workers of one thread%n", workers);
		long all = space.size();
		int classes = space.classCount(Equivalence.VALUE_GRAPH_WITH_HOOKS);
		ExecutorService pool = Executors.newFixedThreadPool(workers);
		try {
			double naswot = together(pool, Way.NASWOT, cells.all()).seconds() / cells.all().size();
			System.out.printf("naswot, each cell by itself: %.4f s a cell, %.1f min for %d%n", naswot,
					naswot * all / 60, all);
			double once = together(pool, Way.NASWOT, cells.classes()).seconds() / cells.classes().size();
			System.out.printf("naswot, one evaluation for each class of cells: %.4f s a class, %.1f min for %d%n", once,
					once * classes / 60, classes);
			double synflow = together(pool, Way.SYNFLOW, cells.all()).seconds() / cells.all().size();
			System.out.printf("synflow, each cell by itself: %.4f s a cell, %.1f min for %d%n", synflow,
					synflow * all / 60, all);
		} finally {
			pool.shutdown();
		}
	}

	/** The most costly first, so that the workers end at about the same time, as they do in a long run. */
	private Spent together(ExecutorService pool, Way way, List<Architecture> part) {
		List<Architecture> order = part.stream()
				.sorted(Comparator
						.comparingDouble((Architecture c) -> -ConvolutionWork.giga(space.network(c, Evaluations.TASK))))
				.toList();
		List<Future<?>> results = new ArrayList<>();
		Spent spent = Spent.byProcess(() -> {
			order.forEach(c -> results.add(pool.submit(() -> evaluations.evaluate(way, c))));
			results.forEach(ProxyBenchmark::await);
		});
		return spent;
	}

	private static void await(Future<?> result) {
		try {
			result.get();
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}
}
