/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.benchmark.Benchmark;
import org.trainless.api.benchmark.Meaning;
import org.trainless.api.problem.Problem;
import org.trainless.api.run.Cancellation;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.SearchSpace;
import org.trainless.core.engine.EngineService;
import org.trainless.core.testing.Installation;
import org.trainless.engine.PassRunners;
import org.trainless.engine.torch.EngineLocation;
import org.trainless.engine.torch.TorchEngine;
import org.trainless.store.ScoreStore;
import org.trainless.testdata.TestData;

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
		return examine(installation.engine, new Vectors(true, true), store, files);
	}

	private List<Finding> examine(EngineService engine, Vectors vectors, Optional<Path> store, Path... files) {
		Doctor doctor = new Doctor(installation.contributions, engine, installation.files, installation.runs,
				name -> Optional.ofNullable(variables.get(name)), vectors);
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
		Finding whole = only(examine(Optional.empty()), "NATS_TSS_CSV");
		assertEquals(Finding.State.GOOD, whole.state(), whole.toString());
		assertTrue(whole.value().contains("all 15625 architectures are in it"), whole.value());
		List<String> lines = new ArrayList<>(Files.readAllLines(table));
		// a single one, wherever it is
		lines.remove(12_345);
		Files.write(table, lines);
		Finding cut = only(examine(Optional.empty()), "NATS_TSS_CSV");
		assertEquals(Finding.State.NOTE, cut.state());
		assertTrue(cut.value().contains("1 of 15625 architectures are not in it"), cut.value());
	}

	/** What means something in a line, in YAML or in a file's variables means nothing in a path. */
	@Test
	void aPathMayHoldAnything() throws Exception {
		for (String name : List.of("a,b=c", "[a", "{a}", "'a", "~", "a,accuracy=none", "null")) {
			Path odd = Files.createDirectories(folder.resolve("in").resolve(name + "/d"));
			Path table = installation.table(odd.resolve(name + ".csv"), 0);
			Files.writeString(table, Files.readString(table).replace("arch,valid", "arch,c10_test200"));
			variables.put("NATS_TSS_CSV", table.toString());
			Finding finding = only(examine(Optional.empty()), "NATS_TSS_CSV");
			assertEquals(Finding.State.GOOD, finding.state(), finding.toString());
		}
	}

	@Test
	void filesOfABenchmarkAreCountedAndRead() throws Exception {
		Path good = TestData.path("nats-fixture/NATS-tss-v1_0-3ffb9-simple");
		Path copy = Files.createDirectory(folder.resolve("NATS-tss-v1_0-3ffb9-simple"));
		try (Stream<Path> files = Files.list(good)) {
			for (Path file : files.toList()) {
				Files.write(copy.resolve(file.getFileName().toString()), Files.readAllBytes(file));
			}
		}
		variables.put("NATS_TSS", copy.toString());
		Finding some = only(examine(Optional.empty()), "NATS_TSS");
		assertEquals(Finding.State.NOTE, some.state(), some.toString());
		assertTrue(some.value().contains("15605 of 15625 architectures are not in it"), some.value());
		Path empty = copy.resolve("000123.pickle.pbz2");
		Files.write(empty, new byte[0]);
		assertTrue(only(examine(Optional.empty()), "NATS_TSS").value().contains("15606 of 15625"));
		Path damaged = copy.resolve("000857.pickle.pbz2");
		byte[] bytes = Files.readAllBytes(damaged);
		Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
		assertBroken(only(examine(Optional.empty()), "NATS_TSS"), "000857.pickle.pbz2");
	}

	/** Each counts what it was asked, and answers so slowly that there is only time for the least. */
	@Test
	void whatTakesLongToReadIsReadInPart() throws Exception {
		SearchSpace space = installation.space();
		Set<Long> read = new HashSet<>();
		AtomicLong now = new AtomicLong();
		Benchmark slow = new Benchmark() {
			@Override
			public Meaning meaning() {
				throw new AssertionError();
			}

			@Override
			public boolean holds(Architecture architecture) {
				return true;
			}

			@Override
			public OptionalDouble accuracy(Architecture architecture) {
				now.addAndGet(1_000_000_000);
				read.add(space.indexOf(architecture));
				return OptionalDouble.of(50);
			}

			@Override
			public OptionalDouble trainingSeconds(Architecture architecture) {
				throw new AssertionError();
			}

			@Override
			public Map<String, Double> all(Architecture architecture) {
				throw new AssertionError();
			}
		};
		BenchmarkLook look = BenchmarkLook.at(slow, space, Cancellation.NONE, now::get);
		assertEquals("all 15625 architectures are in it; 64 of them, evenly over all, were read", look.text());
		assertTrue(look.isWhole());
		assertEquals(64, read.size());
		// each of sixteen parts of the space
		assertEquals(16, read.stream().map(i -> i * 16 / space.size()).distinct().count());
	}

	@Test
	void whateverIsNotGoodHasARemedy() {
		for (String blank : List.of("", " ")) {
			assertThrows(IllegalArgumentException.class, () -> Finding.broken("a", "b", "c", blank));
			assertThrows(IllegalArgumentException.class, () -> Finding.note("a", "b", "c", blank));
		}
		Problem silent = Problem.warning("odd", "odd", "");
		assertEquals("look", Finding.of("a", "b", "c", silent, "look").remedy());
		assertEquals("", Finding.good("a", "b", "c").remedy());
	}

	private EngineService engine(TorchEngine torch, Function<TorchEngine, PassRunners> runners) {
		return new EngineService() {
			@Override
			public TorchEngine engine() {
				return torch;
			}

			@Override
			public PassRunners runners() {
				throw new AssertionError("not this process evaluates");
			}

			@Override
			public PassRunners runnersOfWorkers() {
				return runners.apply(torch);
			}
		};
	}

	/** Passes by vectors need none of it. */
	@Test
	void withoutTheEngineItSaysWhatWorks() {
		TorchEngine none = new TorchEngine(EngineLocation.installed(folder.resolve("none"), folder));
		Finding finding = only(examine(engine(none, PassRunners::byVectors), new Vectors(true, true), Optional.empty()),
				"PyTorch");
		assertBroken(finding, "none");
		assertEquals("install Trainless again, or name libtorch " + TorchEngine.LIBTORCH
				+ " with PYTORCH_LIBRARY_PATH; what fails until then: synflow_bn; what works: flops, l2_norm, naswot,"
				+ " params, synflow, test-counting, test-crashing, test-failing", finding.remedy());
		Finding slow = only(examine(engine(none, PassRunners::reference), new Vectors(false, true), Optional.empty()),
				"PyTorch");
		assertTrue(slow.remedy().contains("what fails until then: naswot, synflow, synflow_bn;"), slow.remedy());
	}

	@Test
	void aVariableThatMayBeTheCauseIsNamed() {
		String named = "name libtorch " + TorchEngine.LIBTORCH + " with PYTORCH_LIBRARY_PATH";
		assertEquals("install Trainless again, or " + named, Doctor.remedy(List.of(), false));
		assertEquals("unset PYTORCH_VERSION, or " + named, Doctor.remedy(List.of("PYTORCH_VERSION"), false));
		assertEquals("unset PYTORCH_VERSION and PYTORCH_FLAVOR, or " + named,
				Doctor.remedy(List.of("PYTORCH_VERSION", "PYTORCH_FLAVOR"), false));
		assertEquals("unset TRAINLESS_CACHE, or name a folder that can be written",
				Doctor.remedy(List.of("TRAINLESS_CACHE"), true));
		assertEquals("set TRAINLESS_CACHE to a folder that can be written", Doctor.remedy(List.of(), true));
	}

	@Test
	void aReferencePathForWantOfVectorsSaysWhatToDo() {
		EngineService engine = engine(installation.engine.engine(), PassRunners::reference);
		List<Finding> withoutModule = examine(engine, new Vectors(false, true), Optional.empty());
		List<Finding> withoutInstruction = examine(engine, new Vectors(true, false), Optional.empty());
		for (String name : List.of("vectors", "proxy naswot", "proxy synflow")) {
			Finding module = only(withoutModule, name);
			assertEquals(Finding.State.NOTE, module.state(), module.toString());
			assertTrue(module.value().contains("is without module jdk.incubator.vector"), module.value());
			assertTrue(module.remedy().contains("TRAINLESS_JAVA"), module.remedy());
			Finding instruction = only(withoutInstruction, name);
			assertEquals(Finding.State.NOTE, instruction.state(), instruction.toString());
			assertTrue(instruction.value().contains("multiply and add in one instruction"), instruction.value());
			assertTrue(instruction.remedy().contains("AVX2"), instruction.remedy());
		}
		assertEquals(Finding.State.GOOD, only(withoutModule, "proxy synflow_bn").state(), "there is no faster one");
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
		Path empty = Files.createFile(folder.resolve("empty.sqlite"));
		Finding finding = only(examine(Optional.of(empty)), "score store");
		assertEquals(Finding.State.NOTE, finding.state());
		assertEquals(empty + " is empty", finding.value());
		assertEquals("the first run that uses it makes a score store of it", finding.remedy());
		Files.writeString(store, "something else ".repeat(100));
		assertBroken(only(examine(Optional.of(store)), "score store"), "not a score store");
		assertBroken(only(examine(Optional.of(store.resolve("below"))), "score store"), "not a folder");
	}

	/** No user may write there, not even root. */
	@Test
	void aFolderThatCannotBeMadeIsToldInWords() {
		assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has it");
		Finding finding = only(examine(Optional.of(Path.of("/proc/x/y.sqlite"))), "score store");
		assertBroken(finding, "/proc/x cannot be made in /proc");
		assertFalse(finding.value().contains("Exception"), finding.value());
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
