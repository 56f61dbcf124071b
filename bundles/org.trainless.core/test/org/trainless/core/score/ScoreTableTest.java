/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;

class ScoreTableTest {
	@TempDir
	private Path folder;

	private static final List<ScoreRow> ROWS = List.of(new ScoreRow(0, "|a~0|+|b~0|", "naswot", Score.of(1.5), 0.25),
			new ScoreRow(15624, "x", "a:say=\"no, no\"",
					Score.nonFinite(Double.NEGATIVE_INFINITY, NonFinite.SINGULAR_KERNEL, "lost"), 0),
			new ScoreRow(3, "x", "b", Score.nonFinite(Double.NaN, NonFinite.FAILED, ""), 1e-7),
			new ScoreRow(4, "y", "b", Score.nonFinite(Double.POSITIVE_INFINITY, NonFinite.OVERFLOW, ""), 2));

	@Test
	void aTableIsReadAsItWasWritten() throws Exception {
		Path file = folder.resolve("scores.csv");
		ScoreTable.write(file, rows -> ROWS.forEach(rows));
		assertEquals("""
				index,architecture,proxy,score,seconds,reason
				0,|a~0|+|b~0|,naswot,1.5,0.25,
				15624,x,"a:say=""no, no""\",-inf,0.0,singular-kernel
				3,x,b,nan,1.0E-7,failed
				4,y,b,inf,2.0,overflow
				""", Files.readString(file));
		List<ScoreRow> read = ScoreTable.read(file);
		for (int i = 0; i < ROWS.size(); i++) {
			ScoreRow row = ROWS.get(i);
			// the words of a reason are not kept
			assertEquals(new ScoreRow(row.index(), row.architecture(), row.proxy(),
					new Score(row.score().value(), row.score().reason(), ""), row.seconds()), read.get(i));
		}
	}

	@Test
	void aTableIsWholeOrWhatWasThereBefore() throws Exception {
		Path file = Files.writeString(folder.resolve("scores.csv"), "before");
		assertThrows(CancellationException.class, () -> ScoreTable.write(file, rows -> {
			rows.accept(ROWS.get(0));
			throw new CancellationException();
		}));
		assertEquals("before", Files.readString(file));
		assertEquals(List.of(file), Files.list(folder).toList());
		ProblemException unwritable = assertThrows(ProblemException.class,
				() -> ScoreTable.write(folder.resolve("no/scores.csv"), rows -> ROWS.forEach(rows)));
		assertEquals("unwritable", unwritable.problems().get(0).code());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "a;b;c            | 1 | first row",
			"-                | 1 | first row", "1,x,p,1,2        | 2 | 5 columns", "1,x,p,1,2,,      | 2 | 7 columns",
			"1,x,\"p,1,2,      | 2 | quoted", "1,x,\"p\"q,1,2,    | 2 | quoted", "one,x,p,1,2,     | 2 | one",
			"1,x,p,much,2,    | 2 | much", "1,x,p,1,soon,    | 2 | soon" })
	void whatIsNoTableIsSaidWithTheLine(String row, int line, String says) throws Exception {
		Path file = folder.resolve("scores.csv");
		Files.writeString(file, row == null ? "" : line == 1 ? row : ScoreTable.HEADER + "\n" + row + "\n");
		Problem problem = assertThrows(ProblemException.class, () -> ScoreTable.read(file)).problems().get(0);
		assertEquals("damaged-table", problem.code());
		assertEquals(line, problem.position().orElseThrow().line());
		assertTrue(problem.message().contains(says), problem.toLine());
	}

	@Test
	void bytesThatAreNoTextAndFoldersAreRefused() throws Exception {
		Path file = Files.write(folder.resolve("a.csv"), new byte[] { (byte) 0xff, (byte) 0xfe, 10 });
		assertEquals("damaged-table", code(file));
		assertEquals("unreadable", code(folder));
		assertEquals("no-such-file", code(folder.resolve("b.csv")));
	}

	private static String code(Path file) {
		return assertThrows(ProblemException.class, () -> ScoreTable.read(file)).problems().get(0).code();
	}

	@Test
	void anyCellsSurvive() {
		RandomGenerator random = new Seed(1).generator();
		String letters = "ab,\"\r ;'é";
		for (int n = 0; n < 20_000; n++) {
			List<String> cells = new ArrayList<>();
			for (int i = random.nextInt(1, 5); i > 0; i--) {
				StringBuilder cell = new StringBuilder();
				for (int j = random.nextInt(6); j > 0; j--) {
					cell.append(letters.charAt(random.nextInt(letters.length())));
				}
				cells.add(cell.toString());
			}
			assertEquals(Optional.of(cells), CsvCells.of(CsvCells.row(cells)));
		}
	}

	@Test
	void anyTextEndsInAnAnswer() throws Exception {
		RandomGenerator random = new Seed(2).generator();
		String letters = "0123,\"\n-infae|~+";
		int tables = 0;
		for (int n = 0; n < 3_000; n++) {
			StringBuilder text = new StringBuilder(ScoreTable.HEADER).append('\n');
			for (int j = random.nextInt(60); j > 0; j--) {
				text.append(letters.charAt(random.nextInt(letters.length())));
			}
			Path file = Files.write(folder.resolve("fuzz.csv"), text.toString().getBytes(StandardCharsets.UTF_8));
			try {
				ScoreTable.read(file);
				tables++;
			} catch (ProblemException e) {
				assertFalse(e.problems().isEmpty());
			}
		}
		assertTrue(tables < 3_000);
	}
}
