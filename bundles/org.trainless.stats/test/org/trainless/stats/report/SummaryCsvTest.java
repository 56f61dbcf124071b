/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.stats.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.trainless.api.export.Results;
import org.trainless.api.run.SearchResult;
import org.trainless.api.run.Trial;
import org.trainless.api.score.Score;

class SummaryCsvTest {
	@Test
	void oneRowForEachSearchAndSeed() throws Exception {
		Trial best = new Trial("a, \"b\"", 1, 3, "objective", 6111, "|none~0|", Score.of(1.5), 0, false, 0, 0,
				OptionalDouble.of(94.37));
		Results results = new Results("n", "q", "nats-tss", Optional.empty(), List.of("a, \"b\""),
				List.of(new SearchResult("a, \"b\"", 1, 10, 9, 2, 3.5, Optional.of(best), "done"),
						new SearchResult("a, \"b\"", 2, 10, 9, 10, 3.5, Optional.empty(), "done")),
				List.of(best));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new SummaryCsv().export(results, out);
		List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
		assertEquals(12, lines.get(0).split(",").length);
		assertEquals("1,\"a, \"\"b\"\"\",1,10,9,2,3.5,6111,|none~0|,1.5,94.37,done", lines.get(1));
		assertEquals("1,\"a, \"\"b\"\"\",2,10,9,10,3.5,,,,,done", lines.get(2));
		assertEquals(3, lines.size());
	}
}
