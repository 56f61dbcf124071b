/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerHeapTest {
	private static final long GIGA = 1L << 30;

	/** A Java runtime that tells how its heap is divided. */
	static final class Tells {
		/** @param arguments none */
		public static void main(String[] arguments) {
			long fresh = 0;
			for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
				if (pool.getName().contains("Eden")) {
					fresh += pool.getUsage().getCommitted();
				} else if (pool.getName().contains("Survivor")) {
					fresh += 2 * pool.getUsage().getCommitted();
				}
			}
			System.out.print((fresh >> 20) + " of " + (Runtime.getRuntime().maxMemory() + fresh / 4 >> 20));
		}
	}

	/** Java itself is asked, which overrules and warns of what does not go together. */
	@ParameterizedTest
	@CsvSource({ "2, 64", "4, 128", "8, 256", "256, 1024" })
	void moreCoresHaveMoreRoomForTheNewAsFarAsThereIs(int cores, int megabytes) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms128m", "-Xmx2g",
						"-XX:+UseParallelGC", "-XX:-UseAdaptiveSizePolicy", "-XX:NewSize=64m", "-XX:MaxNewSize=64m",
						"-XX:SurvivorRatio=2", "-XX:InitialTenuringThreshold=15"));
		command.addAll(WorkerHeap.options(cores, 2 * GIGA, false, 16 * GIGA));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tells.class.getName()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(megabytes + " of 4096", told);
	}

	@Test
	void aSmallMachineKeepsWhatThisProcessMayTake() {
		assertEquals(List.of("-Xms128m", "-XX:NewSize=64m", "-XX:MaxNewSize=64m", "-Xmx2048m"),
				WorkerHeap.options(2, 2 * GIGA, false, 4 * GIGA));
	}

	@Test
	void whoSaysHowMuchIsNotOverruled() {
		assertEquals("-Xmx12288m", WorkerHeap.options(4, 12 * GIGA, true, 16 * GIGA).get(3));
		assertEquals(List.of("-Xms150m", "-XX:NewSize=75m", "-XX:MaxNewSize=75m", "-Xmx300m"),
				WorkerHeap.options(4, 300L << 20, true, 16 * GIGA));
	}
}
