/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.trainless.api.space.Architecture;
import org.trainless.benchmark.Evaluations.Way;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Resident memory of two workers over many evaluations of random cells. Fails when it grows once everything that is
 * used again and again is there, or is more than two workers may take.
 * <p>
 * Usage: {@code Memory [evaluations] [folder of libtorch]}.
 */
public final class Memory {
	private static final int WORKERS = 2;
	private static final int STEP = 250;
	/** By then all code is compiled, and every cell of the largest size has been there. */
	private static final int WARM = 500;
	private static final double MOST_GROWTH = 1.05;
	private static final long MOST_KILOBYTES = 1_200_000;
	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private Memory() {
	}

	public static void main(String[] arguments) throws Exception {
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
		NatsTopologySpace space = new NatsTopologySpace();
		List<Architecture> cells = Cells.draw(space, count).all();
		List<Long> kilobytes = new ArrayList<>();
		ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
		try (TorchEngine engine = new TorchEngine(OtherProcess.location(arguments, 1))) {
			System.out.println(engine.start());
			Evaluations evaluations = new Evaluations(space, engine);
			for (int start = 0; start < count; start += STEP) {
				List<Future<?>> results = new ArrayList<>();
				for (Architecture cell : cells.subList(start, Math.min(start + STEP, count))) {
					results.add(pool.submit(
							() -> evaluations.evaluate(Way.NASWOT, cell) + evaluations.evaluate(Way.SYNFLOW, cell)));
				}
				for (Future<?> result : results) {
					result.get();
				}
				int evaluated = Math.min(start + STEP, count);
				Optional<Long> now = resident();
				System.out.printf("%d cells by naswot and by synflow: %s%n", evaluated,
						now.map(k -> k + " kB resident").orElse("this system does not say"));
				if (evaluated >= WARM) {
					now.ifPresent(kilobytes::add);
				}
			}
		} finally {
			pool.shutdown();
		}
		judge(kilobytes);
	}

	private static void judge(List<Long> kilobytes) {
		if (kilobytes.size() < 2) {
			System.out.println("too few evaluations to say whether memory grows");
			return;
		}
		long most = Collections.max(kilobytes);
		double growth = kilobytes.get(kilobytes.size() - 1) / (double) kilobytes.get(0);
		boolean good = growth <= MOST_GROWTH && most <= MOST_KILOBYTES;
		System.out.printf("%s: %.1f %% more at the end than after %d cells (at most %.0f %%), %d kB at most (%d)%n",
				good ? "good" : "TOO MUCH", (growth - 1) * 100, WARM, (MOST_GROWTH - 1) * 100, most, MOST_KILOBYTES);
		if (!good) {
			System.exit(1);
		}
	}

	/** What Linux says of this process, elsewhere nothing. */
	static Optional<Long> resident() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return Optional.empty();
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.map(RESIDENT::matcher).filter(Matcher::matches).map(m -> Long.valueOf(m.group(1))).findFirst();
		}
	}
}
