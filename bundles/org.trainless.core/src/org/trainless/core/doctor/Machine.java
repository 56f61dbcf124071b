/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the machine offers. Java itself says little of the processor; Linux says it in files, and where there are none
 * it is left out.
 */
final class Machine {
	private static final String TOPIC = "machine";
	private static final Set<String> SIMD = new TreeSet<>(
			List.of("sse4_2", "avx", "avx2", "fma", "avx512f", "avx512bw", "avx512_vnni", "asimd", "neon", "sve"));
	private static final long KILO = 1024;
	private static final long LEAST_MEMORY = 2L << 30;

	private final Path processor;
	private final Path memory;

	/**
	 * @param processor what Linux says of the processor
	 * @param memory    what Linux says of the memory
	 */
	Machine(Path processor, Path memory) {
		this.processor = processor;
		this.memory = memory;
	}

	static Machine local() {
		return new Machine(Path.of("/proc/cpuinfo"), Path.of("/proc/meminfo"));
	}

	List<Finding> look() {
		List<Finding> findings = new ArrayList<>();
		findings.add(Finding.good(TOPIC, "system", System.getProperty("os.name") + " "
				+ System.getProperty("os.version") + ", " + System.getProperty("os.arch")));
		findings.add(Finding.good(TOPIC, "cores", Runtime.getRuntime().availableProcessors()
				+ line(processor, "model name").map(m -> ", " + m).orElse("")));
		findings.add(simd(System.getProperty("os.arch", "")));
		memory().ifPresent(findings::add);
		findings.add(java());
		return findings;
	}

	Finding simd(String architecture) {
		Optional<String> flags = line(processor, "flags").or(() -> line(processor, "Features"));
		if (flags.isEmpty()) {
			return architecture.equals("aarch64") ? Finding.good(TOPIC, "SIMD", "NEON, as every aarch64")
					: Finding.note(TOPIC, "SIMD", "this system does not say",
							"look at 'vectors' of the engine, which says what Java makes of the processor");
		}
		Set<String> found = new TreeSet<>(Arrays.asList(flags.get().toLowerCase(Locale.ROOT).split("\\s+")));
		found.retainAll(SIMD);
		String text = found.isEmpty() ? "none" : String.join(" ", found);
		boolean fast = found.contains("avx2") || found.contains("asimd") || found.contains("neon");
		return fast ? Finding.good(TOPIC, "SIMD", text)
				: Finding.note(TOPIC, "SIMD", text,
						"use a machine with AVX2 or NEON: without, evaluations are several times slower");
	}

	private Optional<Finding> memory() {
		Optional<Long> total = bytes("MemTotal");
		Optional<Long> available = bytes("MemAvailable");
		if (total.isEmpty() || available.isEmpty()) {
			return Optional.empty();
		}
		String text = gigabytes(total.get()) + ", " + gigabytes(available.get()) + " available";
		return Optional.of(available.get() >= LEAST_MEMORY ? Finding.good(TOPIC, "memory", text)
				: Finding.note(TOPIC, "memory", text,
						"a worker takes about 0.5 GB, and 0.05 GB more for each job with 128 images; lower --jobs or free memory"));
	}

	private Optional<Long> bytes(String key) {
		return line(memory, key).filter(l -> l.matches("\\d{1,15} kB"))
				.map(l -> Long.parseLong(l.substring(0, l.indexOf(' '))) * KILO);
	}

	private static Finding java() {
		String text = Runtime.version() + " of " + System.getProperty("java.vendor") + ", heap up to "
				+ gigabytes(Runtime.getRuntime().maxMemory());
		return Finding.good(TOPIC, "Java", text);
	}

	private static String gigabytes(long bytes) {
		return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
	}

	private static Optional<String> line(Path file, String key) {
		try {
			return Files.readAllLines(file).stream().filter(l -> l.contains(":"))
					.filter(l -> l.substring(0, l.indexOf(':')).strip().equals(key))
					.map(l -> l.substring(l.indexOf(':') + 1).strip()).findFirst();
		} catch (IOException e) {
			return Optional.empty();
		}
	}
}
