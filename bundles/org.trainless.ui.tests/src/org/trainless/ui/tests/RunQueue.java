/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a thread could have run, but had no processor: what Linux keeps of each thread. Elsewhere it never waits.
 */
final class RunQueue implements AutoCloseable {
	private static final long PACE_NANOS = 50_000_000;
	private static final double NANOS = 1e9;
	private static final Path THREAD = Path.of("/proc/thread-self");

	private final Path statistics;
	/** Nanoseconds waited until then, by the clock's nanoseconds. */
	private final TreeMap<Long, Long> waited = new TreeMap<>();
	private final Thread sampler;

	private RunQueue(Path statistics) {
		this.statistics = statistics;
		sample();
		this.sampler = Thread.ofPlatform().daemon().name("run queue").start(() -> {
			while (!Thread.currentThread().isInterrupted()) {
				LockSupport.parkNanos(PACE_NANOS);
				sample();
			}
		});
	}

	static RunQueue ofThisThread() {
		try {
			return new RunQueue(THREAD.resolveSibling(Files.readSymbolicLink(THREAD)).resolve("schedstat"));
		} catch (IOException | UnsupportedOperationException e) {
			return new RunQueue(THREAD.resolve("nothing"));
		}
	}

	private synchronized long sample() {
		long now = System.nanoTime();
		waited.put(now, read());
		return now;
	}

	private long read() {
		try {
			return Long.parseLong(Files.readString(statistics).trim().split(" ")[1]);
		} catch (IOException e) {
			return 0;
		}
	}

	/** @return how long the thread waited within that many seconds before now, to the next sample */
	synchronized double secondsOfTheLast(double seconds) {
		long now = sample();
		Map.Entry<Long, Long> before = waited.floorEntry(now - (long) (Math.min(seconds, 3600) * NANOS));
		return (waited.get(now) - (before == null ? waited.firstEntry() : before).getValue()) / NANOS;
	}

	@Override
	public void close() {
		sampler.interrupt();
	}
}
