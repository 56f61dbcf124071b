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
	private static final String MOST = "-Xmx";
	private static final int MEGA = 1 << 20;
	/** What is in use at once, and what is forgotten in some tenths of a second, for each evaluation. */
	private static final int NEW_MEGABYTES_PER_CORE = 32;
	private static final int LEAST_NEW_MEGABYTES = 64;
	/** The part of a machine's memory that Java takes when nobody says how much, and the part of that for the new. */
	private static final int PART = 4;

	private WorkerHeap() {
	}

	/**
	 * @return options of the Java runtime
	 */
	static List<String> options() {
		// the start script says it once; who says it again means it
		boolean asked = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(a -> a.startsWith(MOST)).count() > 1;
		return options(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(), asked,
				ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
	}

	/**
	 * @param cores  that evaluate
	 * @param most   bytes that this process may take
	 * @param asked  true when the user wants that of workers, too
	 * @param memory bytes of the machine
	 * @return options of the Java runtime
	 */
	static List<String> options(int cores, long most, boolean asked, long memory) {
		long megabytes = (asked ? most : Math.max(most, memory / PART)) / MEGA;
		long fresh = Math.max(LEAST_NEW_MEGABYTES, (long) cores * NEW_MEGABYTES_PER_CORE);
		fresh = Math.max(1, Math.min(fresh, megabytes / PART));
		// the new must fit into what the heap begins with, or they would never get their room
		return List.of("-Xms" + 2 * fresh + "m", "-XX:NewSize=" + fresh + "m", "-XX:MaxNewSize=" + fresh + "m",
				MOST + megabytes + "m");
	}
}
