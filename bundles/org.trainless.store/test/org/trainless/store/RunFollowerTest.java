/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;

/** A run is seen from outside as it grows. */
class RunFollowerTest {
	@TempDir
	private Path folder;

	private static Trial trial(int number) {
		return new Trial("a, with ümlaut", 1, number, "objective", number, "cell " + number,
				Score.ofComputed(number / 7.0), 0.1, false, number, 0, OptionalDouble.of(90));
	}

	private RunDirectory begin(boolean resume) throws ProblemException {
		return RunDirectory.begin(folder, "format: 1\n", Map.of("experiment", "x"), resume);
	}

	@Test
	void eachLookGivesWhatWasAdded() throws IOException, ProblemException {
		RunFollower follower = new RunFollower(folder);
		assertEquals(new RunFollower.Look(RunFollower.State.MISSING, false, List.of(), true), follower.look());
		assertEquals(Map.of(), follower.facts());
		try (RunDirectory run = begin(false)) {
			assertEquals(new RunFollower.Look(RunFollower.State.RUNNING, false, List.of(), true), follower.look());
			run.log().append(trial(0));
			run.log().append(trial(1));
			assertEquals(new RunFollower.Look(RunFollower.State.RUNNING, false, List.of(trial(0), trial(1)), true),
					follower.look());
			assertEquals(List.of(), follower.look().added());
			run.log().append(trial(2));
			assertEquals(List.of(trial(2)), follower.look().added());
			assertEquals(Map.of("experiment", "x"), follower.facts());
		}
		assertEquals(RunFollower.State.INTERRUPTED, follower.look().state());
		Files.writeString(folder.resolve(RunDirectory.FINISHED), "");
		assertEquals(RunFollower.State.FINISHED, follower.look().state());
	}

	@Test
	void lookingOnDoesNotTakeTheLockAway() throws IOException, ProblemException {
		try (RunDirectory run = begin(false)) {
			RunFollower follower = new RunFollower(folder);
			for (int i = 0; i < 5; i++) {
				assertEquals(RunFollower.State.RUNNING, follower.look().state());
			}
			run.log().append(trial(0));
			assertEquals("locked", assertThrows(ProblemException.class, () -> begin(true)).problems().get(0).code());
		}
		try (RunDirectory again = begin(true)) {
			assertEquals(List.of(trial(0)), again.earlierTrials());
		}
	}

	/** Whatever parts a log is written in, a trial is seen once and whole. */
	@Test
	void tornLinesWaitForTheirEnd() throws IOException, ProblemException {
		StringBuilder text = new StringBuilder();
		List<Trial> all = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			all.add(trial(i));
			text.append(TrialLines.write(trial(i))).append('\n');
		}
		byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
		Random random = new Random(1);
		Files.writeString(folder.resolve(RunDirectory.EXPERIMENT), "format: 1\n");
		Path log = folder.resolve(RunDirectory.TRIALS);
		RunFollower follower = new RunFollower(folder);
		List<Trial> seen = new ArrayList<>();
		int at = 0;
		while (at < bytes.length) {
			int end = Math.min(bytes.length, at + 1 + random.nextInt(300));
			Files.write(log, java.util.Arrays.copyOfRange(bytes, at, end), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			at = end;
			RunFollower.Look look = follower.look();
			assertFalse(look.restarted());
			seen.addAll(look.added());
		}
		assertEquals(all, seen);
	}

	@Test
	void aTornLineThatIsDroppedAndAnotherRunInItsPlaceAreSeen() throws IOException, ProblemException {
		try (RunDirectory run = begin(false)) {
			run.log().append(trial(0));
		}
		Path log = folder.resolve(RunDirectory.TRIALS);
		Files.writeString(log, TrialLines.write(trial(9)).substring(0, 40), StandardOpenOption.APPEND);
		RunFollower follower = new RunFollower(folder);
		assertEquals(List.of(trial(0)), follower.look().added());
		try (RunDirectory run = begin(true)) {
			run.log().append(trial(1));
		}
		RunFollower.Look resumed = follower.look();
		assertFalse(resumed.restarted());
		assertEquals(List.of(trial(1)), resumed.added());

		Files.writeString(log, TrialLines.write(trial(7)) + "\n");
		RunFollower.Look other = follower.look();
		assertTrue(other.restarted());
		assertEquals(List.of(trial(7)), other.added());
		Files.delete(log);
		assertTrue(follower.look().restarted());
	}

	@Test
	void aDamagedLineIsNamed() throws IOException, ProblemException {
		try (RunDirectory run = begin(false)) {
			run.log().append(trial(0));
		}
		Path log = folder.resolve(RunDirectory.TRIALS);
		Files.writeString(log, "{}\n", StandardOpenOption.APPEND);
		RunFollower follower = new RunFollower(folder);
		assertEquals(List.of(trial(0)), follower.look().added());
		ProblemException e = assertThrows(ProblemException.class, follower::look);
		assertEquals("damaged-run", e.problems().get(0).code());
		assertTrue(e.problems().get(0).message().contains("line 2"), e.problems().get(0).message());
	}

	@Test
	void whatStandsBeforeADamagedLineIsTold() throws IOException, ProblemException {
		try (RunDirectory run = begin(false)) {
			for (int i = 0; i < 3; i++) {
				run.log().append(trial(i));
			}
		}
		Path log = folder.resolve(RunDirectory.TRIALS);
		String whole = Files.readString(log);
		Files.writeString(log, whole + "{\"trial\": oops\n" + whole);
		RunFollower follower = new RunFollower(folder);
		RunFollower.Look look = follower.look();
		assertEquals(List.of(trial(0), trial(1), trial(2)), look.added());
		assertFalse(look.complete());
		for (int i = 0; i < 3; i++) {
			ProblemException e = assertThrows(ProblemException.class, follower::look);
			assertTrue(e.problems().get(0).message().contains("line 4"), e.problems().get(0).message());
		}
		Files.writeString(log, whole + whole);
		assertEquals(List.of(trial(0), trial(1), trial(2)), follower.look().added());
	}
}
