/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.Position;
import org.trainless.api.problem.Problem;
import org.trainless.api.problem.Severity;

/**
 * Each file of the corpus gives exactly the problems that stand beside it: {@code code|file:line:column: message
 * (remedy)}, in that order. {@code -Dtrainless.renew=true} writes them anew, to be looked at before they are committed.
 */
class BadFilesTest {
	private static final boolean RENEW = Boolean.getBoolean("trainless.renew");
	/** A bad file may be right in all but what its name says; nearly all have errors. */
	private static final Set<String> ONLY_WARNINGS = Set.of("deprecated.nas.yaml");

	static List<Path> bad() {
		return TestFiles.bad();
	}

	/** Stands for the real checker: a constraint must not hold a question mark. */
	static List<Problem> checkConstraint(String text, Selection space) {
		List<Problem> problems = new ArrayList<>();
		for (int i = text.indexOf('?'); i >= 0; i = text.indexOf('?', i + 1)) {
			problems.add(Problem.error("constraint-syntax", "'?' is not an operator",
					"write for example skip_connect <= 1", new Position(1, i + 1, i, 1)));
		}
		return problems;
	}

	@ParameterizedTest
	@MethodSource("bad")
	void givesExactlyItsProblems(Path file) throws IOException {
		String name = file.getFileName().toString();
		ExperimentReader reader = new ExperimentReader(
				TestFiles.context().withConstraintChecker(BadFilesTest::checkConstraint));
		ExperimentResult result = reader.read(name, Files.readString(file, StandardCharsets.UTF_8));
		List<String> lines = result.problems().stream().map(p -> p.code() + '|' + p.toLine()).toList();
		Path expected = file.resolveSibling(name.replace(ExperimentFormat.EXTENSION, ".expected"));
		if (RENEW) {
			Files.write(expected, lines);
		}
		assertEquals(Files.readAllLines(expected), lines);
		assertFalse(lines.isEmpty());
		boolean error = result.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
		assertEquals(!ONLY_WARNINGS.contains(name), error);
		assertEquals(error, result.experiment().isEmpty(), "nothing runs that has errors, all else does");
	}

	@Test
	void theCorpusCoversEveryCode() {
		Set<String> codes = new TreeSet<>();
		for (Path file : TestFiles.bad()) {
			TestFiles.read(TestFiles.text(file)).problems().forEach(p -> codes.add(p.code()));
		}
		Set<String> wanted = new TreeSet<>(List.of("yaml-syntax", "bad-character", "anchor", "alias", "tag",
				"several-documents", "duplicate-key", "bad-key", "too-deep", "empty-file", "newer-format",
				"unknown-key", "missing-key", "missing-value", "wrong-type", "out-of-bounds", "bad-choice",
				"unknown-contribution", "deprecated-contribution", "unset-variable", "bad-variable", "bad-path",
				"duplicate-name", "bad-name", "conflicting-keys", "test-accuracy", "missing-benchmark"));
		assertTrue(codes.containsAll(wanted), () -> {
			wanted.removeAll(codes);
			return "no file for " + wanted;
		});
	}
}
