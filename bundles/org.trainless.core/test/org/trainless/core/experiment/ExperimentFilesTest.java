/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;
import org.trainless.core.testing.Installation;
import org.trainless.experiment.ExperimentResult;

class ExperimentFilesTest {
	private static final String TEXT = """
			format: 1
			name: test
			space: nats-tss
			dataset: { id: cifar10, path: "${HERE}/cifar" }
			searches:
			  - name: a
			    strategy: { id: random, evaluations: 5 }
			    proxy: naswot
			    constraint: %s
			""";

	@TempDir
	private Path folder;
	private ExperimentFiles files;

	@BeforeEach
	void install() throws IOException {
		files = new Installation().files
				.withVariables(name -> name.equals("HERE") ? Optional.of("there") : Optional.empty());
	}

	private List<Problem> problems(String constraint) {
		return files.read("test.nas.yaml", TEXT.formatted(constraint), folder).problems();
	}

	@Test
	void variablesAndFoldersAreResolved() throws Exception {
		Path file = Files.writeString(folder.resolve("a.nas.yaml"), TEXT.formatted("depth > 0"));
		ExperimentResult read = files.read(file, List.of("seeds.count=3"));
		assertEquals(List.of(), read.problems());
		assertEquals(folder.resolve("there/cifar"),
				read.experiment().orElseThrow().dataset().selection().parameters().path("path"));
		assertEquals(3, read.experiment().orElseThrow().seeds().count());
		assertEquals("no-such-file",
				assertThrows(ProblemException.class, () -> files.read(folder.resolve("b"), List.of())).problems().get(0)
						.code());
	}

	@Test
	void constraintsAreCheckedAtTheirPlace() {
		Problem unknown = problems("skip_connects <= 1").get(0);
		assertTrue(unknown.remedy().contains("skip_connect"), unknown.toLine());
		assertEquals(9, unknown.position().orElseThrow().line());
		Problem none = problems("skip_connect > 3 and nor_conv_3x3 > 3").get(0);
		assertEquals("unsatisfiable-constraint", none.code());
		Position position = none.position().orElseThrow();
		assertEquals("skip_connect > 3 and nor_conv_3x3 > 3", TEXT.formatted("skip_connect > 3 and nor_conv_3x3 > 3")
				.substring(position.offset(), position.offset() + position.length()));
		assertEquals(none, problems("skip_connect > 3 and nor_conv_3x3 > 3").get(0), "the second time is from memory");
		assertEquals(List.of(), problems("skip_connect > 3 and nor_conv_3x3 > 1"));
	}

	@Test
	void whatDependsOnTheDatasetIsLeftToTheRun() {
		assertEquals(List.of(), problems("mflops < 0.5"));
	}

	@Test
	void aLineChoosesAContributionAsAFileDoes() throws ProblemException {
		assertEquals(folder.resolve("there"),
				files.selection(ContributionKind.DATASET, "--dataset", "cifar10:path=${HERE}", folder, List.of())
						.parameters().path("path"));
		Problem problem = assertThrows(ProblemException.class,
				() -> files.selection(ContributionKind.PROXY, "--proxy", "nasswot", folder, List.of())).problems()
				.get(0);
		assertEquals("--proxy", problem.source());
	}
}
