/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Progress;
import org.trainless.api.run.Seed;
import org.trainless.api.score.NonFinite;
import org.trainless.api.space.Architecture;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Task;
import org.trainless.core.testing.Installation;
import org.trainless.core.testing.TestProxies;

class ScoreServiceTest {
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
		TestProxies.COUNTS.clear();
	}

	private Selection selection(ContributionKind kind, String line) throws ProblemException {
		return installation.files.selection(kind, "test", line, Path.of("").toAbsolutePath(), List.of());
	}

	private ScoreRequest request(ArchitectureSet which, int jobs, String... proxies) throws ProblemException {
		List<Selection> selections = new ArrayList<>();
		for (String proxy : proxies) {
			selections.add(selection(ContributionKind.PROXY, proxy));
		}
		return new ScoreRequest("nats-tss", selections, selection(ContributionKind.DATASET, "noise"), 4, 3, which, jobs,
				Optional.empty());
	}

	private List<ScoreRow> score(ScoreRequest request) throws ProblemException {
		List<ScoreRow> rows = new ArrayList<>();
		installation.scores.score(request, rows::add, Progress.NONE, Cancellation.NONE);
		return rows;
	}

	@Test
	void oneRowForEachArchitectureAndProxyInTheOrderAsked() throws ProblemException {
		List<Architecture> listed = List.of(installation.space().at(7), installation.space().at(15624),
				installation.space().at(7));
		List<ScoreRow> rows = score(request(new ArchitectureSet.Listed(listed), 3, "params", "test-counting"));
		assertEquals(List.of("7 params", "7 test-counting", "15624 params", "15624 test-counting", "7 params",
				"7 test-counting"), rows.stream().map(r -> r.index() + " " + r.proxy()).toList());
		for (ScoreRow row : rows) {
			assertEquals(installation.space().at(row.index()).text(), row.architecture());
		}
		double params = installation.space().feature(listed.get(0), "params", Task.CIFAR10);
		assertEquals(params, rows.get(0).score().value());
		assertEquals(rows.get(0).score(), rows.get(4).score());
		assertFalse(installation.engine.engine().isStarted());
	}

	@Test
	void allOfTheSpaceIsScoredWithOneEvaluationForEachClass() throws ProblemException {
		List<ScoreRow> rows = score(request(new ArchitectureSet.All(), 2, "test-counting"));
		assertEquals(15625, rows.size());
		for (int i = 0; i < rows.size(); i++) {
			assertEquals(i, rows.get(i).index());
		}
		Set<String> representatives = new HashSet<>();
		for (long i = 0; i < 15625; i++) {
			representatives.add(installation.space()
					.representative(installation.space().at(i), Equivalence.VALUE_GRAPH_WITH_HOOKS).text());
		}
		assertEquals(representatives, TestProxies.COUNTS.keySet());
		assertTrue(TestProxies.COUNTS.values().stream().allMatch(c -> c.get() == 1));
	}

	@Test
	void scoresDependOnTheSeedAndNotOnJobsOrCompany() throws ProblemException {
		ArchitectureSet sample = new ArchitectureSet.Sample(6);
		List<ScoreRow> alone = score(request(sample, 1, "l2_norm"));
		List<ScoreRow> together = score(request(sample, 3, "params", "l2_norm"));
		assertEquals(alone.stream().map(ScoreRow::score).toList(),
				together.stream().filter(r -> r.proxy().equals("l2_norm")).map(ScoreRow::score).toList());
		ScoreRequest three = request(sample, 1, "l2_norm");
		ScoreRequest four = new ScoreRequest(three.space(), three.proxies(), three.dataset(), 4, 4,
				new ArchitectureSet.Listed(alone.stream().map(r -> at(r.index())).toList()), 1, Optional.empty());
		assertNotEquals(alone.get(0).score(), score(four).get(0).score());
	}

	private Architecture at(long index) {
		try {
			return installation.space().at(index);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aFailureIsARowWithItsReasonAndTouchesNoOtherProxy() throws ProblemException {
		List<ScoreRow> rows = score(request(new ArchitectureSet.Sample(40), 2, "test-failing", "params"));
		assertTrue(rows.stream().filter(r -> r.proxy().equals("params")).allMatch(r -> r.score().isFinite()));
		List<ScoreRow> failing = rows.stream().filter(r -> r.proxy().equals("test-failing")).toList();
		assertEquals(40, failing.size());
		for (ScoreRow row : failing) {
			assertEquals(row.architecture().contains("skip_connect") ? Optional.of(NonFinite.FAILED) : Optional.empty(),
					row.score().reason());
		}
	}

	@Test
	void namesTellApartWhatIsAskedForTwice() throws ProblemException {
		assertEquals(List.of("naswot:hooks=module", "naswot:hooks=class-name", "params"), ProxyNames
				.of(request(new ArchitectureSet.All(), 1, "naswot", "naswot:hooks=class-name", "params").proxies()));
		ProblemException twice = assertThrows(ProblemException.class,
				() -> score(request(new ArchitectureSet.All(), 1, "naswot", "nwot")));
		assertEquals("duplicate-proxy", twice.problems().get(0).code());
	}

	@Test
	void cancelEndsIt() throws ProblemException {
		List<ScoreRow> rows = new ArrayList<>();
		ScoreRequest request = request(new ArchitectureSet.All(), 2, "test-counting");
		assertThrows(CancellationException.class,
				() -> installation.scores.score(request, rows::add, Progress.NONE, () -> rows.size() >= 100));
		assertEquals(100, rows.size());
	}

	@Test
	void aFailureOfTheWriterEndsIt() throws ProblemException {
		ScoreRequest request = request(new ArchitectureSet.All(), 2, "test-counting");
		assertThrows(IllegalStateException.class, () -> installation.scores.score(request, row -> {
			throw new IllegalStateException("full");
		}, Progress.NONE, Cancellation.NONE));
	}

	@Test
	void samplesAreDistinctUniformAndOfTheSeed() throws ProblemException {
		assertEquals(15625,
				new HashSet<>(new ArchitectureSet.Sample(15625).indices(installation.space(), new Seed(1))).size());
		assertEquals(new ArchitectureSet.Sample(50).indices(installation.space(), new Seed(1)),
				new ArchitectureSet.Sample(50).indices(installation.space(), new Seed(1)));
		int[] first = new int[25];
		int[] chosen = new int[25];
		int draws = 20_000;
		for (int seed = 0; seed < draws; seed++) {
			List<Long> sample = new ArchitectureSet.Sample(25).indices(installation.space(), new Seed(seed));
			assertEquals(25, new HashSet<>(sample).size());
			first[(int) (sample.get(0) / 625)]++;
			sample.forEach(index -> chosen[(int) (index / 625)]++);
		}
		// 24 degrees of freedom; 60 is passed by chance with a probability below 1e-4
		assertTrue(chiSquare(first, draws / 25.0) < 60, "the first of a sample is uniform");
		assertTrue(chiSquare(chosen, draws) < 60, "all of a sample are uniform");
		ProblemException tooMany = assertThrows(ProblemException.class,
				() -> new ArchitectureSet.Sample(15626).indices(installation.space(), new Seed(1)));
		assertEquals("sample-too-large", tooMany.problems().get(0).code());
	}

	private static double chiSquare(int[] counts, double expected) {
		double sum = 0;
		for (int count : counts) {
			sum += (count - expected) * (count - expected) / expected;
		}
		return sum;
	}
}
