/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.ParameterDescriptor;
import org.trainless.api.param.ParameterType;
import org.trainless.api.param.Parameters;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.ProblemException;

class SelectionReaderTest {
	private static final Path BASE = Path.of("base").toAbsolutePath();
	private final SelectionReader reader = new SelectionReader(ReadContext.of(new TestCatalog(), BASE)
			.withVariables(name -> name.equals("HERE") ? Optional.of("there") : Optional.empty()));

	@Test
	void anIdAloneGetsTheDefaults() throws ProblemException {
		assertEquals(
				new Selection(ContributionKind.PROXY, "naswot",
						Parameters.of(Map.of("hooks", "module", "relus", "all", "init", "xavier"))),
				reader.read(ContributionKind.PROXY, "--proxy", "nwot"));
	}

	@Test
	void parametersAreThoseOfAFile() throws ProblemException {
		assertEquals(
				new Selection(ContributionKind.DATASET, "cifar10",
						Parameters.of(Map.of("path", BASE.resolve("there/x:y")))),
				reader.read(ContributionKind.DATASET, "--dataset", "cifar10:path=${HERE}/x:y"));
		Selection portfolio = reader.read(ContributionKind.STRATEGY, "--strategy",
				"portfolio: members=[random, exhaustive], rates=[0.5,1], note='a, b', temperature=2");
		assertEquals(List.of(0.5, 1.0), portfolio.parameters().list("rates", Double.class));
		assertEquals(2, portfolio.parameters().list("members", Selection.class).size());
		assertEquals("a, b", portfolio.parameters().text("note"));
		assertEquals(2.0, portfolio.parameters().number("temperature"));
		Selection nested = reader.read(ContributionKind.STRATEGY, "--strategy",
				"regularized-evolution:warmup.proxy=params,warmup.count=3");
		assertEquals(3, nested.parameters().group("warmup").orElseThrow().integer("count"));
	}

	@Test
	void furtherKeysAreAmongTheParameters() throws ProblemException {
		ParameterDescriptor batch = new ParameterDescriptor("batch", ParameterType.INTEGER, false, Optional.of("128"),
				Optional.of(1.0), Optional.empty(), List.of(), "", false, Optional.empty(), List.of(), "");
		assertEquals(64, reader.read(ContributionKind.DATASET, "--dataset", "noise:batch=64", List.of(batch))
				.parameters().integer("batch"));
		assertEquals(128, reader.read(ContributionKind.DATASET, "--dataset", "noise", List.of(batch)).parameters()
				.integer("batch"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			nasswot                 | unknown-contribution | did you mean 'naswot'?
			``                      | wrong-type           |
			naswot:                 | bad-parameter        | key=value
			naswot:hooks            | bad-parameter        | key=value
			naswot:hook=module      | unknown-key          | hooks
			naswot:hooks=none       | bad-choice           | module
			naswot:hooks=[a         | bad-parameter        | YAML
			table                   | missing-key          | path
			""")
	void problemsNameTheOptionAndNoPlace(String line, String code, String remedy) {
		List<Problem> problems = assertThrows(ProblemException.class,
				() -> reader.read(ContributionKind.PROXY, "--proxy", line)).problems();
		Problem problem = problems.get(0);
		assertEquals("--proxy", problem.source());
		assertEquals(Optional.empty(), problem.position());
		assertEquals(code, problem.code(), problem.toLine());
		assertTrue(!problem.message().contains("'value'"), problem.toLine());
		if (remedy != null) {
			assertTrue(problem.toLine().contains(remedy), problem.toLine());
		}
	}
}
