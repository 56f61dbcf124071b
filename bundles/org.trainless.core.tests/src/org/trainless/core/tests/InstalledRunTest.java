/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.problem.Severity;
import org.trainless.api.run.Cancellation;
import org.trainless.api.run.Trial;
import org.trainless.core.engine.EngineService;
import org.trainless.core.experiment.ExperimentFiles;
import org.trainless.core.run.PreparedRun;
import org.trainless.core.run.RunListener;
import org.trainless.core.run.RunOutcome;
import org.trainless.core.run.RunRequest;
import org.trainless.core.run.RunService;
import org.trainless.experiment.ExperimentResult;

/**
 * A run by the services of the installed bundles: with what a third party contributes, and with the installed engine.
 */
class InstalledRunTest {
	private static final String EXPERIMENT = """
			format: 1
			name: third party
			space: nats-tss
			dataset: { id: noise, batch: 4 }
			searches:
			  - name: annealing
			    strategy: { id: sample-annealing, evaluations: 4 }
			    proxy: %s
			""";

	@TempDir
	private Path folder;

	private RunOutcome run(String proxy, String directory) throws ProblemException {
		ExperimentResult read = Services.get(ExperimentFiles.class).read("third.nas.yaml", EXPERIMENT.formatted(proxy),
				folder);
		try (PreparedRun run = Services.get(RunService.class).prepare(read, Cancellation.NONE)) {
			return run.execute(new RunRequest(folder.resolve(directory), false, 2, Optional.empty()), RunListener.NONE,
					Cancellation.NONE);
		}
	}

	private static List<String> scores(RunOutcome outcome) {
		return outcome.results().trials().stream().map(t -> t.architecture() + " " + t.score()).toList();
	}

	@Test
	void theSampleProxyScoresInASearchByTheSampleStrategy() throws Exception {
		RunOutcome outcome = run("sample-grad-norm", "l2");
		assertEquals(RunOutcome.Ending.FINISHED, outcome.ending());
		assertEquals(4, outcome.results().trials().size());
		for (Trial trial : outcome.results().trials()) {
			assertTrue(trial.score().isFinite(), trial.toString());
			assertTrue(trial.score().value() > 0, trial.toString());
		}
		assertEquals(scores(outcome), scores(run("sample-grad-norm", "again")));
		assertNotEquals(scores(outcome), scores(run("{ id: sample-grad-norm, norm: l1 }", "l1")));

		String provenance = Files.readString(folder.resolve("l2/provenance.json"));
		assertTrue(provenance.contains("\"proxy sample-grad-norm\": \"org.trainless.sample "), provenance);
		assertTrue(provenance.contains("\"engine\": \"pytorch-"), provenance);
		assertNotEquals("class path", Services.get(EngineService.class).engine().start().libraries(),
				"libtorch comes from the fragment that is installed as a folder");
	}

	@Test
	void aContributionThatWasLeftOutIsAnErrorOfTheFileThatNamesIt() {
		ExperimentResult read = Services.get(ExperimentFiles.class).read("third.nas.yaml",
				EXPERIMENT.formatted("sample-bad-parameter"), folder);
		assertTrue(read.experiment().isEmpty());
		assertTrue(
				read.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR
						&& p.message().contains("sample-bad-parameter") && p.position().isPresent()),
				read.problems().toString());
		assertFalse(read.document().text().isEmpty());
	}
}
