/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

import org.trainless.api.space.Architecture;

/**
 * Ways to evaluate cells that take turns, each on the same cells before the next ones, so that what else the machine
 * does meets all alike. Only one works at a time. The first is what the others are compared with.
 * <p>
 * Where the system says how busy the processors are, cells during which others used the machine are told apart: by the
 * clock only the rest says something, more so of ways of several threads, which wait for each other.
 */
final class Alternation {
	/** Share of one processor that others may use while the machine counts as idle. */
	private static final double IDLE = 0.1;
	/** Those that spend most of their time in native code. */
	private static final int SHORT_WARM_UP = 3;
	/** Of the counters of Linux. */
	private static final double TICKS_PER_SECOND = 100;

	/** One way among others, for cells that are evaluated in one go. */
	interface Way extends Function<List<Architecture>, Spent> {
	}

	private record Turn(Map<String, Spent> spent, int cells, boolean idle) {
	}

	private final Map<String, Way> ways = new LinkedHashMap<>();
	private final List<Turn> turns = new ArrayList<>();

	/** Adds a way that evaluates one cell after the other. */
	Alternation add(String name, Function<Architecture, Spent> way) {
		return addTogether(name, part -> part.stream().map(way).reduce(Spent.NOTHING, Spent::plus));
	}

	/** Adds a way that evaluates several cells at once. */
	Alternation addTogether(String name, Way way) {
		ways.put(name, way);
		return this;
	}

	/**
	 * @param warmUp to have the code compiled
	 * @param cells  evaluated
	 * @param part   how many in one turn
	 */
	Alternation run(List<Architecture> warmUp, List<Architecture> cells, int part) {
		ways.values().forEach(w -> w.apply(w == ways.get(first()) ? warmUp : warmUp.subList(0, SHORT_WARM_UP)));
		for (int start = 0; start < cells.size(); start += part) {
			List<Architecture> some = cells.subList(start, Math.min(start + part, cells.size()));
			Map<String, Spent> spent = new LinkedHashMap<>();
			OptionalDouble busy = busySeconds();
			long begin = System.nanoTime();
			ways.forEach((name, way) -> spent.put(name, way.apply(some)));
			double seconds = (System.nanoTime() - begin) / 1e9;
			double ours = spent.values().stream().mapToDouble(Spent::processor).sum();
			OptionalDouble after = busySeconds();
			boolean idle = busy.isPresent() && after.isPresent()
					&& after.getAsDouble() - busy.getAsDouble() - ours < IDLE * seconds;
			turns.add(new Turn(spent, some.size(), idle));
		}
		return this;
	}

	/** Processor time that the whole machine has spent on anything. */
	private static OptionalDouble busySeconds() {
		Path file = Path.of("/proc/stat");
		if (!Files.exists(file)) {
			return OptionalDouble.empty();
		}
		try (Stream<String> lines = Files.lines(file)) {
			String[] words = lines.findFirst().orElseThrow().split("\\s+");
			double ticks = 0;
			// after the name: user, nice, system, idle, waiting, interrupts
			for (int field : new int[] { 1, 2, 3, 6, 7, 8 }) {
				ticks += Double.parseDouble(words[field]);
			}
			return OptionalDouble.of(ticks / TICKS_PER_SECOND);
		} catch (IOException e) {
			return OptionalDouble.empty();
		}
	}

	/** @return what a way spends on a cell */
	Spent mean(String way) {
		return mean(way, turns);
	}

	private static Spent mean(String way, List<Turn> some) {
		return some.stream().map(t -> t.spent().get(way)).reduce(Spent.NOTHING, Spent::plus)
				.over(some.stream().mapToInt(Turn::cells).sum());
	}

	private List<Turn> idle() {
		return turns.stream().filter(Turn::idle).toList();
	}

	private String first() {
		return ways.keySet().iterator().next();
	}

	/** @return by the clock and by processor time, how many times the first way's time a way takes, for people */
	String ratio(String way) {
		Spent ours = mean(first());
		Spent theirs = mean(way);
		String text = String.format("%.2f by the clock, %.2f by processor time", theirs.seconds() / ours.seconds(),
				theirs.processor() / ours.processor());
		List<Turn> quiet = idle();
		if (quiet.isEmpty()) {
			return text + "; the machine was never idle";
		}
		return text + String.format("; %.2f by the clock in the %d of %d turns in which the machine was idle",
				mean(way, quiet).seconds() / mean(first(), quiet).seconds(), quiet.size(), turns.size());
	}

	/** Prints what each way spends on a cell. */
	Alternation print() {
		Spent first = mean(first());
		for (String way : ways.keySet()) {
			Spent a = mean(way);
			System.out.printf("%-46s %.4f s a cell, %.4f s of processor time; %.2f and %.2f times the first%n", way,
					a.seconds(), a.processor(), a.seconds() / first.seconds(), a.processor() / first.processor());
		}
		System.out.printf("  the machine was otherwise idle in %d of %d turns%n", idle().size(), turns.size());
		return this;
	}
}
