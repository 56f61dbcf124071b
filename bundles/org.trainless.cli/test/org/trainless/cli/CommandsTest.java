/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.store.KnownScores;
import org.trainless.store.ScoreIdentity;
import org.trainless.store.ScoreStore;
import org.trainless.store.StoreMaintenance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import picocli.CommandLine;

class CommandsTest {
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private final Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
	private final CommandLine line = CommandLineApplication
			.commandLine(new Environment(new Services(), terminal, new Interruption(), new InstalledWorkers()));

	@Test
	void everyCommandAndOptionExplainsItself() {
		Map<String, CommandLine> commands = line.getSubcommands();
		assertEquals(Set.of("run", "validate", "list", "describe", "score", "correlate", "query", "runs", "schema",
				"scores", "doctor", "completion"), Set.copyOf(commands.keySet()));
		commands.forEach((name, command) -> {
			assertEquals(name, command.getCommandName());
			assertNotNull(command.getCommandSpec().findOption("--help"), name);
			assertNotNull(command.getCommandSpec().findOption("--version"), name);
			command.getCommandSpec().args()
					.forEach(a -> assertTrue(a.description().length > 0, name + " " + a.paramLabel()));
			assertEquals(0, line.execute(name, "--help"), name);
			assertTrue(out.toString().contains("Usage: trainless " + name), out.toString());
		});
	}

	@Test
	void whateverPrintsAResultPrintsItForMachinesToo() {
		for (String name : List.of("run", "validate", "list", "describe", "score", "correlate", "query", "runs")) {
			assertNotNull(line.getSubcommands().get(name).getCommandSpec().findOption("--json"), name);
		}
		assertNotNull(
				line.getSubcommands().get("scores").getSubcommands().get("info").getCommandSpec().findOption("--json"));
	}

	/** A command that needs more memory than there is. */
	@CommandLine.Command(name = "greedy")
	static final class Greedy implements Runnable {
		@Override
		public void run() {
			throw new OutOfMemoryError("Java heap space");
		}
	}

	@Test
	void whoeverRunsOutOfMemoryIsToldWhatToDo() {
		line.addSubcommand(new Greedy());
		assertEquals(ExitCode.FAILED, line.execute("greedy"));
		assertTrue(err.toString().contains("Java heap space") && err.toString().contains("smaller batch"),
				err.toString());
	}

	@Test
	void aFileThatIsNotThereIsNotValid() {
		Problem missing = Problem.error("no-such-file", "there is no such file", "check the path");
		assertEquals(ExitCode.INVALID, terminal.explain(new ProblemException(missing.in("x.nas.yaml")), false));
		Problem folder = Problem.error("io", "the file cannot be read: it is a folder", "");
		assertEquals(ExitCode.INVALID, terminal.explain(new ProblemException(folder.in("x.nas.yaml")), false));
		Problem full = Problem.error("unwritable", "cannot be written", "free space");
		assertEquals(ExitCode.FAILED, terminal.explain(new ProblemException(full.in("runs")), false));
	}

	@Test
	void textsBeginOneBelowTheOtherAndNumbersEndSo() {
		TextTable table = new TextTable("NAME", "KIND", "TRIALS", "MEAN");
		table.row("one", "a proxy", "5", "-1.25");
		table.row("another", "space", "120", "?");
		assertEquals(List.of("NAME     KIND     TRIALS   MEAN", "-".repeat(31), "one      a proxy       5  -1.25",
				"another  space       120      ?"), table.lines());
	}

	@Test
	void wrongUsageIsTwo() {
		assertEquals(ExitCode.USAGE, line.execute("no-such-command"));
		assertEquals(ExitCode.USAGE, line.execute("run"));
		assertEquals(ExitCode.USAGE, line.execute("run", "x.nas.yaml", "--jobs", "none"));
		assertEquals(ExitCode.USAGE, line.execute("run", "x.nas.yaml", "--jobs", "0"));
		assertEquals(ExitCode.USAGE, line.execute("score", "--proxy", "params", "--seed", "1", "--out", "x.csv"));
		assertEquals(ExitCode.USAGE,
				line.execute("score", "--proxy", "params", "--sample", "0", "--seed", "1", "--out", "x.csv"));
		assertEquals(ExitCode.USAGE, line.execute("correlate", "x.csv", "--benchmark", "table", "--top", "0"));
		assertTrue(err.toString().contains("--top must be at least 1, not 0"), err.toString());
		assertEquals("", out.toString());
	}

	@Test
	void problemsGiveTheExitCodeAndJsonWhenAsked() {
		Problem plain = Problem.error("a-code", "it is \"so\"", "do this");
		assertEquals(ExitCode.FAILED, terminal.explain(new ProblemException(plain), false));
		assertEquals("", out.toString());
		Problem placed = plain.in("file").at(new Position(3, 4, 0, 0));
		assertEquals(ExitCode.INVALID, terminal.explain(new ProblemException(placed), true));
		assertEquals(JsonParser.parseString("""
				{"schema":1,"problems":[{"severity":"error","code":"a-code","message":"it is \\"so\\"",
				"remedy":"do this","source":"file","line":3,"column":4}]}"""), JsonParser.parseString(out.toString()));
		Problem typed = plain.in("--proxy");
		assertEquals(ExitCode.USAGE, terminal.explain(new ProblemException(typed), false));
		Problem overridden = plain.in("-D seeds.cont=1").at(new Position(1, 1, 0, 0));
		assertEquals(ExitCode.USAGE, terminal.explain(new ProblemException(List.of(typed, overridden), null), false));
		assertEquals(ExitCode.INVALID, terminal.explain(new ProblemException(List.of(typed, placed), null), false));
		assertEquals(ExitCode.LOCKED,
				terminal.explain(new ProblemException(Problem.error("locked", "in use", "")), false));
		assertEquals(ExitCode.INTERRUPTED, terminal.explain(new CancellationException(), false));
	}

	@Test
	void aFolderOfRunsThatIsNotThereIsToldFromOneWithoutRuns(@TempDir Path folder) {
		assertEquals(ExitCode.OK, line.execute("runs", folder.toString()));
		assertEquals("no runs in " + folder, err.toString().strip());
		Path missing = folder.resolve("missing");
		assertEquals(ExitCode.FAILED, line.execute("runs", missing.toString()));
		assertTrue(err.toString().contains(missing + ": there is no such folder"), err.toString());
	}

	@Test
	void aStoreIsDescribedInTheShapeOfAllOthers(@TempDir Path folder) throws ProblemException {
		Path file = folder.resolve("scores.sqlite");
		try (ScoreStore store = ScoreStore.open(file, p -> {
			throw new AssertionError(p.toLine());
		})) {
			KnownScores scores = store.scores(new ScoreIdentity("nats-tss", "identity", "naswot", "a.bundle", "1", "{}",
					"3x32x32 in 10 classes", "noise", 128, 7, "pytorch", "cpu", "single"));
			scores.keep("a", Score.of(1.5), 0.1);
			scores.keep("b", Score.nonFinite(Double.NaN, NonFinite.NOT_A_NUMBER, ""), 0.1);
		}
		JsonObject printed;
		try (StoreMaintenance store = StoreMaintenance.open(file)) {
			printed = JsonParser.parseString(Json.text(Json.StoreContents.of(store.info()))).getAsJsonObject();
		}
		assertTrue(printed.remove("bytes").getAsLong() > 0);
		assertTrue(printed.remove("store_schema").getAsInt() > 0);
		JsonObject expected = JsonParser.parseString("""
				{"schema":1,"scores":2,"damaged":0,"groups":[{"space":"nats-tss","proxy":"naswot","version":"1",
				"parameters":"{}","dataset":"noise","batch":128,"seeds":1,"scores":2,"non_finite":1}]}""")
				.getAsJsonObject();
		expected.addProperty("file", file.toString());
		assertEquals(expected, printed);
	}

	@Test
	void numbersThatAreNotFiniteAreNull() {
		assertEquals("{\"schema\":1,\"table\":\"t\",\"rows\":1,\"seconds\":0.5,\"proxies\":[]}",
				Json.text(new Json.Scores("t", 1, 0.5, List.of())));
		String text = Json.text(new Json.Architecture("s", 1, "a", Map.of(), Map.of(),
				List.of(new Json.FeatureValue("f", "", Json.finite(Double.NEGATIVE_INFINITY), "")), List.of()));
		assertTrue(text.contains("\"value\":null"), text);
		assertFalse(text.contains("Infinity"), text);
	}

	/** Its scores may have taken days. */
	@Test
	void noCommandWritesOverAStore(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("scores.sqlite");
		ScoreStore.open(file, p -> {
			throw new AssertionError(p.toLine());
		}).close();
		byte[] before = Files.readAllBytes(file);
		for (String out : List.of(file.toString(), file + "-wal", folder.resolve("./scores.sqlite").toString())) {
			assertEquals(ExitCode.USAGE, line.execute("scores", "export", "--store", file.toString(), "--out", out));
			assertEquals(ExitCode.USAGE, line.execute("score", "--proxy", "params", "--sample", "1", "--seed", "1",
					"--store", file.toString(), "--out", out));
			assertEquals(ExitCode.FAILED, line.execute("scores", "merge", file.toString(), out));
		}
		assertTrue(err.toString().contains("which would be lost"), err.toString());
		assertArrayEquals(before, Files.readAllBytes(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
		Path csv = folder.resolve("scores.csv");
		assertEquals(ExitCode.OK,
				line.execute("scores", "export", "--store", file.toString(), "--out", csv.toString()));
		assertEquals(1, Files.readAllLines(csv).size());
	}
}
