/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** The command line as real processes of the built product. */
class CommandLineTest {
	private static final String SMALL = """
			format: 1
			name: small
			dataset: { id: dead-leaves, batch: 8 }
			space: nats-tss
			seeds: { first: 1, count: 2 }
			searches:
			  - name: evolution
			    strategy: { id: regularized-evolution, population: 4, sample: 2, evaluations: 12 }
			    proxy: naswot
			    constraint: skip_connect <= 1
			  - name: parameters
			    strategy: { id: local-search, evaluations: 60 }
			    proxy: params
			""";

	private static final List<String> COMMANDS = List.of("run", "validate", "list", "describe", "score", "correlate",
			"query", "runs", "schema", "completion");

	@TempDir
	Path folder;

	private Path file(String text) throws IOException {
		return Files.writeString(folder.resolve("small.nas.yaml"), text);
	}

	/** The trace of a log: everything but the times. */
	private static List<String> trace(Path run) throws IOException {
		return Files.readAllLines(run.resolve("trials.jsonl")).stream()
				.map(l -> l.replaceAll("\"(elapsed_seconds|seconds|cached)\":[^,}]*", "")).sorted().toList();
	}

	@Test
	void explainsItself() throws Exception {
		Product.Ended help = Product.run(folder, "--help");
		assertEquals(0, help.code(), help.err());
		for (String command : COMMANDS) {
			assertTrue(help.out().contains("  " + command), command);
		}
		assertEquals(2, Product.run(folder, "no-such-command").code());
		String version = Product.run(folder, "--version").out();
		assertTrue(version.startsWith("trainless 0.1.0"), version);
		assertEquals(version, Product.run(folder, "run", "--version").out());
		assertTrue(Product.run(folder, "describe", "regularized-evolution").out().contains("population"));
		assertTrue(Product.run(folder, "list", "proxies").out().contains("naswot"));
	}

	@Test
	void bashCompletesCommandsAndOptions() throws Exception {
		Product.Ended script = Product.run(folder, "completion");
		assertEquals(0, script.code(), script.err());
		Files.writeString(folder.resolve("completion.bash"), script.out());
		String ask = """
				source ./completion.bash
				compopt() { :; }
				COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
				$(complete -p trainless | sed 's!.*-F !!; s! .*!!') trainless
				echo "${COMPREPLY[*]}"
				""";
		assertEquals("run runs", bash(ask, "trainless", "r"));
		assertEquals("--resume", bash(ask, "trainless", "run", "--re"));
		assertEquals("proxies", bash(ask, "trainless", "list", "pr"));
	}

	private String bash(String script, String... words) throws Exception {
		List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
		command.addAll(List.of(words));
		Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor());
		return out.strip();
	}

	/** What machines are promised: the members of each object. */
	@Test
	void printsJsonOfAStableShape() throws Exception {
		assertEquals(Set.of("schema", "contributions", "left_out"), members(Product.run(folder, "list", "--json")));
		assertEquals(Set.of("schema", "contributions"), members(Product.run(folder, "describe", "naswot", "--json")));
		assertEquals(Set.of("schema", "space", "index", "architecture", "notations", "shares_scores_with", "features",
				"benchmarks"), members(Product.run(folder, "query", "6111", "--json")));
		assertEquals(Set.of("schema", "runs"), members(Product.run(folder, "runs", "--json")));
		Files.writeString(folder.resolve("cells.txt"), "(2, 2, 2, 2, 2, 2)\n(0, 1, 2, 3, 4, 0)\n");
		assertEquals(Set.of("schema", "table", "rows", "seconds", "proxies"), members(Product.run(folder, "score",
				"--proxy", "params", "--architectures", "cells.txt", "--seed", "1", "--out", "scores.csv", "--json")));
		List<String> scores = Files.readAllLines(folder.resolve("scores.csv"));
		Files.writeString(folder.resolve("table.csv"),
				"arch,acc\n" + scores.get(1).split(",")[1] + ",90.5\n" + scores.get(2).split(",")[1] + ",80.5\n");
		assertEquals(Set.of("schema", "accuracy", "agreements"), members(Product.run(folder, "correlate", "scores.csv",
				"--benchmark", "table:path=table.csv,key=arch,accuracy=acc", "--json")));
		file(SMALL.replace("population: 4", "popualtion: 4"));
		Product.Ended invalid = Product.run(folder, "validate", "small.nas.yaml", "--json");
		assertEquals(3, invalid.code(), invalid.err());
		assertEquals(Set.of("schema", "files"), members(invalid));
		Product.Ended refused = Product.run(folder, "run", "small.nas.yaml", "--json");
		assertEquals(3, refused.code(), refused.err());
		assertEquals(Set.of("schema", "problems"), members(refused));
		assertTrue(refused.out().contains("\"line\":8,\"column\":44"), refused.out());
	}

	private static Set<String> members(Product.Ended ended) {
		return JsonParser.parseString(ended.out()).getAsJsonObject().keySet();
	}

	@Test
	void theExamplesInTheCloneAreValid() throws Exception {
		String readme = Files.readString(Product.root().resolve("README.md"));
		String example = readme.substring(readme.indexOf("```yaml") + "```yaml".length());
		Path ofReadme = Files.writeString(folder.resolve("readme.nas.yaml"),
				example.substring(0, example.indexOf("```")).strip());
		Product.Ended ended = Product.ended(folder,
				Product.start(folder,
						Map.of("CIFAR10", folder.toString(), "NATS_TSS", folder.toString(), "NATS_TSS_CSV",
								folder.resolve("a.csv").toString()),
						"validate", ofReadme.toString(),
						Product.root().resolve("examples/quickstart.nas.yaml").toString(),
						Product.root().resolve("examples/skip-connections.nas.yaml").toString()));
		assertEquals(0, ended.code(), ended.err());
	}

	@Test
	void aBrokenFileIsNamedWithItsPlaceAndNothingIsWritten() throws Exception {
		file(SMALL.replace("population: 4", "popualtion: 4"));
		Product.Ended ended = Product.run(folder, "run", "small.nas.yaml");
		assertEquals(3, ended.code(), ended.err());
		assertTrue(ended.err().contains("small.nas.yaml:8:44: "), ended.err());
		assertTrue(ended.err().contains("population"), ended.err());
		file(SMALL.replace("skip_connect <= 1", "skip_connect > 6"));
		Product.Ended unsatisfiable = Product.run(folder, "run", "small.nas.yaml");
		assertEquals(3, unsatisfiable.code(), unsatisfiable.err());
		assertTrue(unsatisfiable.err().contains("small.nas.yaml:10:17: "), unsatisfiable.err());
		assertFalse(Files.exists(folder.resolve("runs")));
	}

	@Test
	void aKilledRunIsCompletedToTheSameTraceWhateverTheJobs() throws Exception {
		file(SMALL);
		Path whole = folder.resolve("whole");
		Product.Ended ended = Product.run(folder, "run", "small.nas.yaml", "--out", whole.toString(), "--jobs", "1");
		assertEquals(0, ended.code(), ended.err());
		assertTrue(ended.out().contains("evolution"), ended.out());

		Path killed = folder.resolve("killed");
		Process process = Product.start(folder, Map.of(), "run", "small.nas.yaml", "--out", killed.toString(), "--jobs",
				"2");
		Product.awaitFirstTrial(process, killed);
		Product.kill(process);
		process.waitFor();

		Product.Ended again = Product.run(folder, "run", "small.nas.yaml", "--out", killed.toString(), "--jobs", "2");
		assertTrue(again.code() == 1 && again.err().contains("--resume"), again.code() + again.err());
		Product.Ended resumed = Product.run(folder, "run", "small.nas.yaml", "--out", killed.toString(), "--jobs", "2",
				"--resume");
		assertEquals(0, resumed.code(), resumed.err());
		assertEquals(trace(whole), trace(killed));
	}

	/** A terminal sends the signal to all processes of its group; a script or a supervisor to the one it started. */
	@Test
	void ctrlCEndsARunSoThatItIsCompletedToTheSameTrace() throws Exception {
		file(SMALL.replace("evaluations: 12", "evaluations: 40"));
		Path whole = folder.resolve("whole");
		assertEquals(0, Product.run(folder, "run", "small.nas.yaml", "--out", whole.toString()).code());
		Path stopped = folder.resolve("stopped");
		Process process = Product.start(folder, Map.of(), "run", "small.nas.yaml", "--out", stopped.toString());
		Product.awaitFirstTrial(process, stopped);
		Product.signal("INT", process.pid());
		Product.Ended interrupted = Product.ended(folder, process);
		assertEquals(130, interrupted.code(), interrupted.out() + interrupted.err());
		assertTrue(Files.readString(stopped.resolve("log")).contains("run interrupted after "), interrupted.err());
		assertFalse(Files.exists(stopped.resolve("summary.csv")));
		Product.Ended resumed = Product.run(folder, "run", "small.nas.yaml", "--out", stopped.toString(), "--resume");
		assertEquals(0, resumed.code(), resumed.err());
		assertEquals(trace(whole), trace(stopped));
	}

	/** A limit on the size of files is what a full disk is to a process, and needs no other user. */
	@Test
	void aDiskThatIsFullIsNamedAndTheRunCanBeCompleted() throws Exception {
		file("""
				format: 1
				name: small
				dataset: { id: dead-leaves, batch: 8 }
				space: nats-tss
				searches:
				  - name: all
				    strategy: exhaustive
				    proxy: params
				""");
		Path run = folder.resolve("run");
		ProcessBuilder limited = new ProcessBuilder("bash", "-c",
				"ulimit -f 1024; exec \"$0\" run small.nas.yaml --out run",
				Product.folder().resolve("trainless").toString()).directory(folder.toFile())
				.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
		Product.prepare(limited);
		Process process = limited.start();
		Product.Ended full = Product.ended(folder, process);
		assertEquals(1, full.code(), full.out() + full.err());
		assertTrue(full.err().contains("cannot be written: ") && full.err().contains("--resume"), full.err());
		assertFalse(Files.exists(run.resolve("summary.csv")));
		assertTrue(Files.size(run.resolve("trials.jsonl")) > 0);
		Product.Ended resumed = Product.run(folder, "run", "small.nas.yaml", "--out", run.toString(), "--resume");
		assertEquals(0, resumed.code(), resumed.err());
		assertEquals(15_625, trace(run).size());
	}

	@Test
	void aRunDirectoryServesOneProcess() throws Exception {
		file(SMALL.replace("evaluations: 12", "evaluations: 100000"));
		Path other = Files.createDirectory(folder.resolve("other"));
		Path run = folder.resolve("run");
		Process first = Product.start(other, Map.of(), "run", folder.resolve("small.nas.yaml").toString(), "--out",
				run.toString());
		try {
			Product.await("the run's directory", first, () -> Files.exists(run.resolve("resolved.nas.yaml")));
			Product.Ended second = Product.run(folder, "run", "small.nas.yaml", "--out", run.toString(), "--resume");
			assertEquals(4, second.code(), second.err());
			assertTrue(second.err().contains("in use by process"), second.err());
		} finally {
			Product.kill(first);
			first.waitFor();
		}
	}

	@Test
	void scoresATableInTheOrderAsked() throws Exception {
		Files.writeString(folder.resolve("cells.txt"), """
				|none~0|+|none~0|none~1|+|none~0|none~1|none~2|
				(2, 2, 2, 2, 2, 2)
				""");
		Product.Ended ended = Product.run(folder, "score", "--proxy", "params", "naswot", "--architectures",
				"cells.txt", "--seed", "1", "--batch", "8", "--out", "scores.csv");
		assertEquals(0, ended.code(), ended.err());
		List<String> rows = Files.readAllLines(folder.resolve("scores.csv"));
		assertEquals("index,architecture,proxy,score,seconds,reason", rows.get(0));
		assertEquals(5, rows.size());
		assertTrue(rows.get(1).startsWith("1651,|none~0|+"), rows.get(1));
		assertTrue(rows.get(1).contains(",params,73306.0,"), rows.get(1));
		assertTrue(rows.get(2).contains(",-inf,") && rows.get(2).endsWith(",disconnected"), rows.get(2));
		assertTrue(rows.get(3).contains(",params,1531546.0,"), rows.get(3));
		Files.writeString(folder.resolve("cells.txt"), "|none~0|\nnonsense\n");
		Product.Ended bad = Product.run(folder, "score", "--proxy", "params", "--architectures", "cells.txt", "--seed",
				"1", "--out", "bad.csv");
		assertEquals(3, bad.code(), bad.err());
		assertTrue(bad.err().contains("cells.txt:1:"), bad.err());
		assertFalse(Files.exists(folder.resolve("bad.csv")));
	}
}
