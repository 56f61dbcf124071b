/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/**
 * What something took.
 *
 * @param seconds   by the clock
 * @param processor seconds of processor time; what it costs when others use the machine too
 */
record Spent(double seconds, double processor) {
	static final Spent NOTHING = new Spent(0, 0);

	/** Of the calling thread alone. */
	static Spent byThread(Runnable work) {
		long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		long begin = System.nanoTime();
		work.run();
		return new Spent((System.nanoTime() - begin) / 1e9,
				(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9);
	}

	/** Of all threads, compiler and garbage collector included. */
	static Spent byProcess(Runnable work) {
		long processor = processTime();
		long begin = System.nanoTime();
		work.run();
		return new Spent((System.nanoTime() - begin) / 1e9, (processTime() - processor) / 1e9);
	}

	private static long processTime() {
		OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
		return system instanceof com.sun.management.OperatingSystemMXBean known ? known.getProcessCpuTime() : 0;
	}

	Spent plus(Spent other) {
		return new Spent(seconds + other.seconds, processor + other.processor);
	}

	Spent over(int cells) {
		return new Spent(seconds / cells, processor / cells);
	}
}
