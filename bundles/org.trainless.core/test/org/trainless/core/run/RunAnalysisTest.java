/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.run.Cancellation;
import org.trainless.core.testing.Installation;
import org.trainless.stats.compare.SearchComparison;
import org.trainless.store.RunFollower;

class RunAnalysisTest {
	private static final String HEAD = """
			format: 1
			name: test
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			seeds: { first: 7, count: 4 }
			""";
	private static final String FREE = """
			  - name: free
			    strategy: { id: random, evaluations: 20 }
			    proxy: params
			""";
	private static final String BOUND = FREE.replace("free", "bound") + "    constraint: skip_connect <= 1\n";
	private static final String LOCAL = """
			  - name: local
			    strategy: { id: local-search, evaluations: 20 }
			    proxy: params
			""";
	private static final String FLOPS = FREE.replace("free", "flops").replace("params", "flops");

	@TempDir
	private Path folder;
	private Installation installation;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
	}

	private RunAnalysis analysis(String text, Cancellation cancellation) throws ProblemException {
		try (PreparedRun run = installation.runs.prepare(installation.files.read("test.nas.yaml", text, folder),
				Cancellation.NONE)) {
			RunOutcome outcome = run.execute(new RunRequest(folder.resolve("run"), false, 1, Optional.empty()),
					RunListener.NONE, cancellation);
			return run.analyse(outcome);
		}
	}

	private RunAnalysis analysis(String text) throws ProblemException {
		return analysis(text, Cancellation.NONE);
	}

	private static List<String> pairs(RunAnalysis analysis) {
		return analysis.comparisons().stream().map(c -> c.first() + " " + c.second()).toList();
	}

	@Test
	void searchesThatDifferInTheirConstraintAreCompared() throws Exception {
		RunAnalysis analysis = analysis(HEAD + "searches:\n" + BOUND + LOCAL + FREE);
		assertEquals(List.of("free bound"), pairs(analysis));
		SearchComparison only = analysis.comparisons().get(0);
		assertFalse(only.byAccuracy());
		assertEquals(4, only.figures().pairs());
		assertEquals(only.figures().pValue(), only.adjustedP());
		assertEquals(List.of("skip_connect"), analysis.constrained());
		RunAnalysis.SearchAnalysis bound = analysis.searches().get(0);
		assertEquals("bound", bound.summary().search());
		assertEquals(4, bound.features().get("skip_connect").size());
		assertTrue(bound.features().get("skip_connect").stream().allMatch(n -> n <= 1));
		// the objective is the number of parameters, so that both tell the same
		assertEquals(bound.summary().incumbents().stream().map(t -> t.score().value()).toList(),
				bound.features().get("params"));
	}

	@Test
	void otherwiseAllAreComparedWithTheFirstOfTheirObjective() throws Exception {
		RunAnalysis analysis = analysis(
				HEAD + "searches:\n" + FREE + LOCAL + FLOPS + LOCAL.replace("local", "l2").replace("l2-s", "local-s"));
		assertEquals(List.of("free local", "free l2"), pairs(analysis));
		assertEquals(List.of(), analysis.constrained());
		for (SearchComparison comparison : analysis.comparisons()) {
			assertEquals(2, comparison.comparisons());
			assertTrue(comparison.adjustedP() >= comparison.figures().pValue());
			assertTrue(comparison.verdict().contains("Holm"), comparison.verdict());
		}
	}

	@Test
	void accuraciesAreComparedWhateverTheObjective() throws Exception {
		Path table = installation.table(folder.resolve("table.csv"), 0);
		RunAnalysis analysis = analysis(HEAD + "benchmark: { id: table, path: '" + table
				+ "', key: arch, accuracy: valid }\nsearches:\n" + FREE + FLOPS);
		assertEquals(List.of("free flops"), pairs(analysis));
		assertTrue(analysis.comparisons().get(0).byAccuracy());
		double mean = analysis.searches().get(1).summary().accuracy().orElseThrow().mean()
				- analysis.searches().get(0).summary().accuracy().orElseThrow().mean();
		assertEquals(mean, analysis.comparisons().get(0).figures().meanDifference(), 1e-9);
	}

	private List<Map<?, ?>> recorded() throws ProblemException {
		List<Map<?, ?>> searches = new ArrayList<>();
		Object all = new RunFollower(folder.resolve("run")).facts().get("searches");
		((List<?>) all).forEach(search -> searches.add((Map<?, ?>) search));
		return searches;
	}

	@Test
	void theRecordSaysWhatIsComparedWithWhat() throws Exception {
		analysis(HEAD + "searches:\n" + BOUND + LOCAL + FREE);
		assertEquals(Arrays.asList("free", null, null), recorded().stream().map(s -> s.get("compared-with")).toList());
	}

	@Test
	void scoresAreOfOneScaleWhereProxyParametersAndImagesAre() throws Exception {
		String l2 = FLOPS.replace("flops", "l2_norm").replace("evaluations: 20", "evaluations: 2");
		String two = HEAD + "searches:\n" + FREE + LOCAL + l2;
		analysis(two);
		List<?> scales = recorded().stream().map(s -> s.get("scale")).toList();
		assertEquals(scales.get(0), scales.get(1));
		assertNotEquals(scales.get(0), scales.get(2));
		folder = folder.resolve("elsewhere");
		analysis(two.replace("batch: 4", "batch: 5"));
		assertNotEquals(scales.get(0), recorded().get(0).get("scale"));
	}

	@Test
	void whatDidNotEndIsNotCompared() throws Exception {
		assertEquals(List.of(), pairs(analysis(HEAD + "searches:\n" + FREE + BOUND, () -> true)));
	}
}
