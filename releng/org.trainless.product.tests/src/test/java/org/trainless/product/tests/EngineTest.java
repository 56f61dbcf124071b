/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What computes in the built product, and what does not. */
class EngineTest {
	private static final String PATH = "PYTORCH_LIBRARY_PATH";

	@TempDir
	private Path folder;

	/** A libtorch of another version is told by the text in it; so is one that is nothing but that text. */
	private Path otherLibtorch() throws IOException {
		Path libraries = Files.createDirectory(folder.resolve("libtorch"));
		Files.writeString(libraries.resolve("libtorch_cpu.so"), "\0002.6.0\000");
		return libraries;
	}

	private Product.Ended run(Map<String, String> environment, String... arguments) throws Exception {
		return Product.ended(folder, Product.start(folder, environment,
				Stream.of(arguments).filter(a -> !a.isEmpty()).toArray(String[]::new)));
	}

	private Map<String, JsonObject> findings(int code, Map<String, String> environment) throws Exception {
		Product.Ended ended = run(environment, "doctor", "--json");
		assertEquals(code, ended.code(), ended.out() + ended.err());
		JsonObject doctor = JsonParser.parseString(ended.out()).getAsJsonObject();
		assertEquals(code == 0, doctor.get("well").getAsBoolean());
		Map<String, JsonObject> findings = new TreeMap<>();
		for (JsonElement finding : doctor.getAsJsonArray("findings")) {
			findings.put(finding.getAsJsonObject().get("name").getAsString(), finding.getAsJsonObject());
		}
		return findings;
	}

	/**
	 * Without such an instruction there are no fast paths. This asks the system, not Java as the product does: a
	 * product that no more sees the instruction fails.
	 */
	private static void assumeMultiplyAndAdd() throws IOException {
		List<String> flags = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("flags"))
				.toList();
		assertFalse(flags.isEmpty(), "this test does not know what the processor can do");
		assumeTrue(flags.stream().allMatch(l -> List.of(l.split("\\s+")).contains("fma")),
				"this processor does not multiply and add in one instruction");
	}

	@Test
	void theDoctorNamesTheFastPaths() throws Exception {
		assumeMultiplyAndAdd();
		Map<String, JsonObject> findings = findings(0, Map.of());
		assertEquals("good", findings.get("vectors").get("state").getAsString());
		assertEquals("fast path 'fast signs'", findings.get("proxy naswot").get("value").getAsString());
		assertEquals("fast path 'forward flow'", findings.get("proxy synflow").get("value").getAsString());
		assertEquals("good", findings.get("libtorch").get("state").getAsString());
	}

	/** A libtorch that cannot be used shows that none is. */
	@ParameterizedTest
	@ValueSource(strings = { "", "--in-process" })
	void theFastPathsAreTakenWithoutTheEngine(String option) throws Exception {
		assumeMultiplyAndAdd();
		Product.Ended ended = run(Map.of(PATH, otherLibtorch().toString()), "score", "--proxy", "naswot", "synflow",
				"--sample", "1", "--seed", "1", "--batch", "8", "--out", "scores.csv", option);
		assertEquals(0, ended.code(), ended.err());
		assertEquals(3, Files.readAllLines(folder.resolve("scores.csv")).size());
	}

	/** DJL reads a system property of that name too. */
	private static Map<String, String> named(String variable, Path libtorch) {
		return Map.of(variable, variable.equals(PATH) ? libtorch.toString() : "-D" + PATH + "=" + libtorch);
	}

	@ParameterizedTest
	@ValueSource(strings = { PATH, "TRAINLESS_VMARGS" })
	void theDoctorFindsAnotherLibtorchBroken(String variable) throws Exception {
		Path other = otherLibtorch();
		JsonObject finding = findings(1, named(variable, other)).get("PyTorch");
		assertEquals("broken", finding.get("state").getAsString());
		String value = finding.get("value").getAsString();
		assertTrue(value.contains(PATH + " names a libtorch in " + other + " that is not version "), value);
		assertTrue(value.contains("Unset it"), value);
		assertFalse(finding.get("remedy").getAsString().isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ PATH + ", ''", PATH + ", --in-process", "TRAINLESS_VMARGS, ''" })
	void aRunThatNeedsTheEngineRefusesAnotherLibtorch(String variable, String option) throws Exception {
		Files.writeString(folder.resolve("flow.nas.yaml"), """
				format: 1
				name: flow
				dataset: dead-leaves
				space: nats-tss
				searches:
				  - name: normalised
				    strategy: { id: random, evaluations: 2 }
				    proxy: { id: synflow, bn: reductions }
				""");
		Path other = otherLibtorch();
		String refused = PATH + " names a libtorch in " + other + " that is not version ";
		// with a store: scores by another libtorch must not be taken for those by ours
		Product.Ended ended = run(named(variable, other), "run", "flow.nas.yaml", "--out", "run", "--store",
				"scores.sqlite", option);
		assertEquals(1, ended.code(), ended.err());
		assertEquals(1, ended.err().lines().filter(l -> l.contains(refused)).count(), ended.err());
		assertFalse(ended.err().contains("\tat "), ended.err());
		assertTrue(Files.readString(folder.resolve("run/log")).contains("run failed: " + refused), ended.err());
		assertEquals(0, Files.size(folder.resolve("run/trials.jsonl")));
	}
}
