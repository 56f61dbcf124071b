/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.run.Cancellation;
import org.trainless.core.testing.Installation;
import org.trainless.store.ScoreStore;

class DoctorTest {
	@TempDir
	private Path folder;
	private final Map<String, String> variables = new HashMap<>();
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
	}

	private List<Finding> examine(Optional<Path> store, Path... files) {
		Doctor doctor = new Doctor(installation.contributions, installation.engine, installation.files,
				installation.runs, name -> Optional.ofNullable(variables.get(name)));
		return doctor.examine(List.of(files), folder.resolve("runs"), store, Cancellation.NONE);
	}

	private static Finding only(List<Finding> findings, String name) {
		List<Finding> found = findings.stream().filter(f -> f.name().equals(name)).toList();
		assertEquals(1, found.size(), name + " in " + findings);
		return found.get(0);
	}

	private static void assertBroken(Finding finding, String part) {
		assertEquals(Finding.State.BROKEN, finding.state(), finding.toString());
		assertTrue(finding.value().contains(part), finding.toString());
		assertFalse(finding.remedy().isEmpty(), finding.toString());
	}

	@Test
	void itNamesTheMachineAndThePathOfEachProxy() {
		List<Finding> findings = examine(Optional.empty());
		assertTrue(only(findings, "cores").value().startsWith("" + Runtime.getRuntime().availableProcessors()));
		assertTrue(only(findings, "Java").value().startsWith(Runtime.version().toString()));
		assertEquals("fast path 'fast signs'", only(findings, "proxy naswot").value());
		assertTrue(only(findings, "proxy synflow_bn").value().startsWith("reference path"));
		assertBroken(only(findings, "proxy test-impossible"), "IllegalArgumentException");
		assertEquals(Finding.State.GOOD, only(findings, "run folder").state());
		assertFalse(Files.exists(folder.resolve("runs")));
	}

	@Test
	void whatVariablesNameIsOpened() throws Exception {
		variables.put("CIFAR10", folder.resolve("nowhere").toString());
		variables.put("NATS_TSS_CSV", Files.writeString(folder.resolve("t.csv"), "arch,other\na,1\n").toString());
		List<Finding> findings = examine(Optional.empty());
		assertBroken(only(findings, "CIFAR10"), "nowhere");
		assertBroken(only(findings, "NATS_TSS_CSV"), "c10_test200");
		assertEquals(Finding.State.NOTE, only(findings, "NATS_TSS").state(), "no file asks for it");

		Path table = installation.table(folder.resolve("t.csv"), 0);
		Files.writeString(table, Files.readString(table).replace("arch,valid", "arch,c10_test200"));
		assertEquals(Finding.State.GOOD, only(examine(Optional.empty()), "NATS_TSS_CSV").state());
		List<String> lines = Files.readAllLines(table);
		Files.write(table, lines.subList(0, lines.size() / 2));
		Finding cut = only(examine(Optional.empty()), "NATS_TSS_CSV");
		assertEquals(Finding.State.NOTE, cut.state());
		assertTrue(cut.value().contains("32 of 64 architectures"), cut.value());
	}

	@Test
	void whatFilesNameIsLookedAt() throws Exception {
		Path file = Files.writeString(folder.resolve("a.nas.yaml"),
				"""
						format: 1
						name: a
						space: nats-tss
						dataset: { id: cifar10, path: "${CIFAR10}" }
						searches:
						  - { name: s, strategy: { id: random, evaluations: 3 }, proxy: { id: table, path: "${MINE}", score: x } }
						""");
		List<Finding> findings = examine(Optional.empty(), file);
		assertBroken(only(findings, "CIFAR10"), "not set");
		assertBroken(only(findings, "MINE"), "not set");
		assertTrue(findings.stream()
				.anyMatch(f -> f.name().equals(file.toString()) && f.value().startsWith("line 4, column ")));
		Files.writeString(file, Files.readString(file).replaceAll("\\{ id: cifar10.*", "noise")
				.replaceAll("\\{ id: table.*", "params }"));
		assertEquals("can be run", only(examine(Optional.empty(), file), file.toString()).value());
		assertBroken(
				only(examine(Optional.empty(), folder.resolve("none.yaml")), folder.resolve("none.yaml").toString()),
				"");
	}

	@Test
	void theStoreIsChecked() throws Exception {
		Path store = folder.resolve("scores.sqlite");
		assertTrue(only(examine(Optional.of(store)), "score store").value().contains("free"));
		ScoreStore.open(store, p -> {
			throw new AssertionError(p.toLine());
		}).close();
		assertTrue(only(examine(Optional.of(store)), "score store").value().endsWith(": 0 scores"));
		Files.writeString(store, "something else ".repeat(100));
		assertBroken(only(examine(Optional.of(store)), "score store"), "not a score store");
		assertBroken(only(examine(Optional.of(store.resolve("below"))), "score store"), "not a folder");
	}

	@Test
	void instructionsAreReadFromLinux() throws IOException {
		Path processor = Files.writeString(folder.resolve("cpuinfo"),
				"model name\t: A: B\nflags\t\t: fpu sse4_2 avx avx2 fma avx512f\n");
		Path memory = Files.writeString(folder.resolve("meminfo"), "MemTotal: 8388608 kB\nMemAvailable: 1048576 kB\n");
		List<Finding> findings = new Machine(processor, memory).look();
		assertEquals("avx avx2 avx512f fma sse4_2", only(findings, "SIMD").value());
		assertEquals(Finding.State.GOOD, only(findings, "SIMD").state());
		assertTrue(only(findings, "cores").value().endsWith(", A: B"));
		assertEquals("8.0 GB, 1.0 GB available", only(findings, "memory").value());
		assertEquals(Finding.State.NOTE, only(findings, "memory").state());
		Files.writeString(processor, "flags : fpu sse4_2\n");
		assertEquals(Finding.State.NOTE, new Machine(processor, memory).simd("amd64").state());
		Path nothing = folder.resolve("nothing");
		assertEquals(Finding.State.GOOD, new Machine(nothing, nothing).simd("aarch64").state());
		assertEquals(Finding.State.NOTE, new Machine(nothing, nothing).simd("amd64").state());
	}
}
