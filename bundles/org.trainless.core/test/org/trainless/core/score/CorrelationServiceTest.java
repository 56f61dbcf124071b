/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.score.NonFinite;
import org.trainless.api.score.Score;
import org.trainless.core.testing.Installation;

class CorrelationServiceTest {
	@TempDir
	private Path folder;
	private Installation installation;
	private CorrelationService correlations;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
		correlations = new CorrelationService(installation.contributions);
	}

	private Correlation correlate(List<ScoreRow> rows, OptionalInt top) throws Exception {
		Path table = folder.resolve("scores.csv");
		ScoreTable.write(table, sink -> rows.forEach(sink));
		installation.table(folder.resolve("table.csv"));
		Selection benchmark = installation.files.selection(ContributionKind.BENCHMARK, "--benchmark",
				"table:path=table.csv,accuracy=valid,meaning=made up", folder, List.of());
		return correlations.correlate(table, "nats-tss", benchmark, top);
	}

	private ScoreRow row(long index, String proxy, DoubleUnaryOperator ofAccuracy) throws ProblemException {
		String text = installation.space().at(index).text();
		return new ScoreRow(index, text, proxy, Score.of(ofAccuracy.applyAsDouble(Installation.accuracy(text))), 0);
	}

	@Test
	void agreementIsThatOfRanksAndSaysWhatIsLeftOut() throws Exception {
		List<ScoreRow> rows = new ArrayList<>();
		for (long i = 0; i < 400; i++) {
			rows.add(row(i, "same", a -> Math.exp(a / 10)));
			rows.add(row(i, "reversed", a -> -a));
		}
		rows.add(row(0, "same", a -> Math.exp(a / 10)));
		Correlation correlation = correlate(rows, OptionalInt.empty());
		assertEquals("made up", correlation.accuracy().text());
		Agreement same = correlation.agreements().get(0);
		assertEquals(new Agreement("same", 300, 0, 100, same.spearman(), same.kendall(), 30, 1), same);
		assertEquals(1, same.spearman(), 1e-12);
		assertEquals(1, same.kendall(), 1e-12);
		Agreement reversed = correlation.agreements().get(1);
		assertEquals(-1, reversed.spearman(), 1e-12);
		assertEquals(-1, reversed.kendall(), 1e-12);
		assertEquals(0, reversed.overlap());
	}

	@Test
	void whatIsNotFiniteRanksLastAndIsCounted() throws Exception {
		List<ScoreRow> rows = new ArrayList<>();
		for (long i = 0; i < 40; i++) {
			ScoreRow row = row(i, "p", a -> a);
			boolean poor = row.score().value() < 20;
			rows.add(poor ? new ScoreRow(i, row.architecture(), "p",
					Score.nonFinite(Double.POSITIVE_INFINITY, NonFinite.OVERFLOW, ""), 0) : row);
		}
		Agreement agreement = correlate(rows, OptionalInt.of(5)).agreements().get(0);
		assertTrue(agreement.nonFinite() > 0);
		assertEquals(5, agreement.top());
		assertEquals(1, agreement.overlap(), "an infinite score is no winner");
		assertTrue(agreement.spearman() > 0.9);
	}

	@Test
	void tooFewAndForeignRowsAreRefused() throws Exception {
		assertEquals("too-few",
				assertThrows(ProblemException.class,
						() -> correlate(List.of(row(0, "p", a -> a), row(1, "p", a -> a)), OptionalInt.empty()))
						.problems().get(0).code());
		assertEquals("too-few", assertThrows(ProblemException.class, () -> correlate(List.of(), OptionalInt.empty()))
				.problems().get(0).code());
		ProblemException foreign = assertThrows(ProblemException.class,
				() -> correlate(List.of(row(0, "p", a -> a), new ScoreRow(1, "|no~0|", "p", Score.of(1), 0)),
						OptionalInt.empty()));
		assertEquals(3, foreign.problems().get(0).position().orElseThrow().line());
		assertTrue(foreign.problems().get(0).source().endsWith("scores.csv"));
	}
}
