/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * How much memory the Java runtime of a worker takes. What activations need grows with jobs and batch, and a worker is
 * started before anybody knows these: so it may take what there is, and takes what it needs. What is in use only while
 * an architecture is evaluated stays among the new, where it costs nothing to forget, as the start scripts say it.
 */
final class WorkerHeap {
	private static final int MEGA = 1 << 20;
	/** What is in use at once, and what is forgotten in some tenths of a second, for each evaluation. */
	private static final int NEW_MEGABYTES_PER_CORE = 32;
	private static final int LEAST_NEW_MEGABYTES = 64;
	/** The part of a machine's memory that Java takes when nobody says how much. */
	private static final int PART = 4;

	private WorkerHeap() {
	}

	/**
	 * @return options of the Java runtime
	 */
	static List<String> options() {
		return options(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(),
				ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
	}

	/**
	 * @param cores  that evaluate
	 * @param most   bytes that this process may take
	 * @param memory bytes of the machine
	 * @return options of the Java runtime
	 */
	static List<String> options(int cores, long most, long memory) {
		int fresh = Math.max(LEAST_NEW_MEGABYTES, cores * NEW_MEGABYTES_PER_CORE);
		return List.of("-XX:NewSize=" + fresh + "m", "-XX:MaxNewSize=" + fresh + "m",
				"-Xmx" + Math.max(most, memory / PART) / MEGA + "m");
	}
}
