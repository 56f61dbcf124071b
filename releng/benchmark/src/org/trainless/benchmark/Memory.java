/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.trainless.api.space.Architecture;
import org.trainless.benchmark.Evaluations.Way;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.spaces.NatsTopologySpace;

/**
 * Resident memory of two workers over many evaluations of random cells, which must not grow.
 * <p>
 * Usage: {@code Memory [evaluations] [folder of libtorch]}.
 */
public final class Memory {
	private static final int WORKERS = 2;
	private static final int STEP = 250;

	private Memory() {
	}

	public static void main(String[] arguments) throws Exception {
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
		NatsTopologySpace space = new NatsTopologySpace();
		List<Architecture> cells = Cells.draw(space, count).all();
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
				System.out.printf("%d cells by naswot and by synflow: %s%n", Math.min(start + STEP, count),
						resident().orElse("this system does not say"));
			}
		} finally {
			pool.shutdown();
		}
	}

	/** What Linux says of this process, elsewhere nothing. */
	static Optional<String> resident() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return Optional.empty();
		}
		try (Stream<String> lines = Files.lines(status)) {
			List<String> sizes = lines.filter(l -> l.startsWith("VmRSS") || l.startsWith("VmHWM"))
					.map(l -> l.replaceAll("\\s+", " ")).sorted().toList();
			return Optional.of(String.join(", ", sizes.reversed()));
		}
	}
}
