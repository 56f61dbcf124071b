/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

class RunDirectoryTest {
	@TempDir
	Path folder;

	static Trial trial(long number) {
		Score score = switch ((int) (number % 4)) {
		case 0 -> Score.of(number / 3.0);
		case 1 -> Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.SINGULAR_KERNEL, "images 1 and 2 \"alike\"");
		case 2 -> Score.nonFinite(Double.NaN, NonFinite.NOT_A_NUMBER, "");
		default -> Score.of(-Double.MIN_VALUE);
		};
		return new Trial("REA \u2014 \"a\"\n", 1, number, "objective", 15624, "|none~0|", score, 0.125, number % 2 == 0,
				1.5 * number, 0, number % 3 == 0 ? OptionalDouble.of(94.37) : OptionalDouble.empty());
	}

	private RunDirectory begin(boolean resume) throws ProblemException {
		return RunDirectory.begin(folder.resolve("run"), "format: 1\n", Map.of("version", "0.1"), resume);
	}

	private static String code(ProblemException e) {
		return e.problems().get(0).code();
	}

	@Test
	void everyTrialComesBackAsItWas() throws Exception {
		List<Trial> written = new ArrayList<>();
		try (RunDirectory run = begin(false)) {
			for (int i = 0; i < 50; i++) {
				written.add(trial(i));
				run.log().append(trial(i));
			}
		}
		assertEquals(written, RunDirectory.trials(folder.resolve("run")));
		try (RunDirectory run = begin(true)) {
			assertEquals(written, run.earlierTrials());
		}
	}

	@Test
	void aTornLastLineIsDroppedWhereverItIsTorn() throws Exception {
		Path log = folder.resolve("run").resolve(RunDirectory.TRIALS);
		try (RunDirectory run = begin(false)) {
			run.log().append(trial(0));
			run.log().append(trial(1));
		}
		byte[] whole = Files.readAllBytes(log);
		int first = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
		for (int length = first; length < whole.length; length++) {
			Files.write(log, java.util.Arrays.copyOf(whole, length));
			try (RunDirectory run = begin(true)) {
				assertEquals(List.of(trial(0)), run.earlierTrials());
				run.log().append(trial(1));
			}
			assertEquals(List.of(trial(0), trial(1)), RunDirectory.trials(folder.resolve("run")));
		}
	}

	@Test
	void aDamagedMiddleLineIsNamedAndNothingIsChanged() throws Exception {
		Path log = folder.resolve("run").resolve(RunDirectory.TRIALS);
		try (RunDirectory run = begin(false)) {
			for (int i = 0; i < 3; i++) {
				run.log().append(trial(i));
			}
		}
		List<String> lines = new ArrayList<>(Files.readAllLines(log));
		for (String damaged : List.of("", "nonsense", "[]", "{}", lines.get(1).replace("\"seed\":1", "\"seed\":\"x\""),
				lines.get(1).replace("singular-kernel", "bad-day"))) {
			lines.set(1, damaged);
			Files.write(log, lines);
			byte[] before = Files.readAllBytes(log);
			ProblemException e = assertThrows(ProblemException.class, () -> begin(true), damaged);
			assertEquals("damaged-run", code(e));
			assertTrue(e.getMessage().contains("line 2"), e.getMessage());
			assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(log));
		}
	}

	@Test
	void aNewerSchemaIsRefused() throws Exception {
		try (RunDirectory run = begin(false)) {
			run.log().append(trial(0));
		}
		Path log = folder.resolve("run").resolve(RunDirectory.TRIALS);
		Files.writeString(log, Files.readString(log).replace("\"schema\":1", "\"schema\":2"));
		assertEquals("newer-run", code(assertThrows(ProblemException.class, () -> begin(true))));
	}

	@Test
	void anExistingRunIsNotOverwritten() throws Exception {
		begin(false).close();
		assertEquals("run-exists", code(assertThrows(ProblemException.class, () -> begin(false))));
		assertEquals("other-experiment", code(assertThrows(ProblemException.class,
				() -> RunDirectory.begin(folder.resolve("run"), "format: 1\nname: b\n", Map.of(), true))));
	}

	@Test
	void aDirectoryServesOneHolderAtATime() throws Exception {
		try (RunDirectory run = begin(false)) {
			ProblemException e = assertThrows(ProblemException.class, () -> begin(true));
			assertEquals("locked", code(e));
			assertTrue(e.getMessage().contains("process " + ProcessHandle.current().pid()), e.getMessage());
			assertEquals(RunInfo.State.RUNNING, RunDirectory.list(folder).get(0).state());
		}
		begin(true).close();
		assertEquals(RunInfo.State.INTERRUPTED, RunDirectory.list(folder).get(0).state());
	}

	@Test
	void aFileIsWholeOrAbsent() throws Exception {
		try (RunDirectory run = begin(false)) {
			run.write("summary.csv", out -> out.write("a".getBytes(StandardCharsets.UTF_8)));
			assertThrows(ProblemException.class, () -> run.write("summary.csv", out -> {
				out.write("half".getBytes(StandardCharsets.UTF_8));
				throw new IOException("No space left on device");
			}));
			assertEquals("a", Files.readString(run.path().resolve("summary.csv")));
			assertFalse(Files.exists(run.path().resolve("summary.csv.part")));
		}
		assertEquals(RunInfo.State.FINISHED, RunDirectory.list(folder).get(0).state());
	}

	@Test
	void aFileInTheWayIsNamed() throws Exception {
		Files.writeString(folder.resolve("run"), "a file");
		ProblemException e = assertThrows(ProblemException.class, () -> begin(false));
		assertEquals("unwritable", code(e));
		assertTrue(e.getMessage().startsWith(folder.resolve("run").toString()), e.getMessage());
	}

	/** Writes trials until it is killed, and says how many it has written. */
	static final class Writing {
		public static void main(String[] arguments) throws Exception {
			RunDirectory run = RunDirectory.begin(Path.of(arguments[0]), "format: 1\n", Map.of(), true);
			for (long i = run.earlierTrials().size();; i++) {
				run.log().append(trial(i));
				System.out.println(i + 1);
			}
		}
	}

	@Test
	void aKilledProcessLosesNothingThatItHadWritten() throws Exception {
		Path run = folder.resolve("killed");
		long least = 0;
		for (int kill = 0; kill < 3; kill++) {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
					Writing.class.getName(), run.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			try (BufferedReader said = process.inputReader()) {
				for (int i = 0; i < 40 + 17 * kill; i++) {
					least = Long.parseLong(said.readLine());
				}
				process.destroyForcibly();
				assertTrue(process.waitFor(30, TimeUnit.SECONDS));
			}
			List<Trial> trials = RunDirectory.trials(run);
			assertTrue(trials.size() >= least, trials.size() + " of " + least);
			for (int i = 0; i < trials.size(); i++) {
				assertEquals(trial(i), trials.get(i));
			}
		}
	}

	@Test
	void aLinkStaysOneAndWhatItNamesIsWritten() throws Exception {
		Path target = Files.writeString(Files.createDirectory(folder.resolve("elsewhere")).resolve("table"), "old");
		Path link = Files.createSymbolicLink(folder.resolve("link"), target);
		RunDirectory.writeWhole(link, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("new", Files.readString(target));
		try (Stream<Path> left = Files.list(target.getParent())) {
			assertEquals(List.of(target), left.toList());
		}
	}

	@Test
	void whatIsNoFileIsWrittenToAndNotReplaced() throws Exception {
		Path pipe = folder.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
			try {
				return Files.readString(pipe);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		RunDirectory.writeWhole(pipe, out -> out.write("through".getBytes(StandardCharsets.UTF_8)));
		assertEquals("through", read.get(30, TimeUnit.SECONDS));
		assertFalse(Files.isRegularFile(pipe));
	}

	@Test
	void aMissingFolderIsNamed() {
		ProblemException e = assertThrows(ProblemException.class,
				() -> RunDirectory.writeWhole(folder.resolve("none/table"), out -> out.write(1)));
		assertTrue(e.getMessage().contains("there is no folder " + folder.resolve("none")), e.getMessage());
	}
}
