/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainless.api.param.ContributionKind;
import org.trainless.api.param.Selection;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Equivalence;
import org.trainless.core.testing.Installation;

class QueryServiceTest {
	/** Number 1 of NATS-Bench's list, with its published figures. */
	private static final String SECOND = "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|";

	@TempDir
	private Path folder;
	private Installation installation;
	private QueryService queries;

	@BeforeEach
	void install() throws IOException {
		installation = new Installation();
		queries = new QueryService(installation.contributions);
	}

	@Test
	void anArchitectureIsFoundByIndexAndByText() throws ProblemException {
		assertEquals(SECOND, queries.find("nats-tss", "1").text());
		assertEquals(SECOND, queries.find("nats-tss", " " + SECOND).text());
		assertEquals("bad-architecture",
				assertThrows(ProblemException.class, () -> queries.find("nats-tss", "15625")).problems().get(0).code());
		assertThrows(ProblemException.class, () -> queries.find("nats-tss", "99999999999999999999"));
		assertThrows(ProblemException.class, () -> queries.find("nats-tss", "|nor_conv|"));
	}

	@Test
	void allIsTold() throws Exception {
		installation.table(folder.resolve("table.csv"), 0);
		Selection benchmark = installation.files.selection(ContributionKind.BENCHMARK, "--benchmark",
				"table:path=table.csv,accuracy=valid", folder, List.of());
		ArchitectureReport report = queries.report("nats-tss", queries.find("nats-tss", "1"), List.of(benchmark));
		assertEquals(1, report.index());
		assertEquals(SECOND, report.architecture());
		assertEquals(Map.of("canonical",
				"((0)@nor_conv_3x3)@avg_pool_3x3+(0)@nor_conv_3x3+((0)@nor_conv_3x3)@nor_conv_3x3+0", "naslib",
				"(2, 2, 0, 4, 2, 0)"), report.notations());
		assertEquals(2.0, feature(report, "skip_connect", ""));
		assertEquals(802426.0, feature(report, "params", "cifar10"));
		assertEquals(808276.0, feature(report, "params", "cifar100"));
		assertEquals(809576.0, feature(report, "params", "imagenet16-120"));
		assertEquals(113.95137, feature(report, "mflops", "cifar10"), 1e-9);
		assertEquals(2, report.representatives().size());
		assertEquals(
				installation.space().indexOf(
						installation.space().representative(installation.space().at(1), Equivalence.LIVE_VALUE_GRAPH)),
				report.representatives().get(Equivalence.LIVE_VALUE_GRAPH));
		assertEquals("table", report.accuracies().get(0).benchmark());
		assertEquals(true, report.accuracies().get(0).values().containsValue(Installation.accuracy(SECOND)));
	}

	private static double feature(ArchitectureReport report, String name, String task) {
		return report.features().stream().filter(f -> f.feature().name().equals(name) && f.task().equals(task))
				.findFirst().orElseThrow().value();
	}
}
