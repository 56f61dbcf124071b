/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.trainless.testdata.TestData;

/** One row of the published table of all cells, by name of column. */
record PublishedCell(Map<String, String> fields) {

	static List<PublishedCell> all() throws IOException {
		List<String> lines = Files.readAllLines(TestData.path("nats-tss/nats-tss.csv"));
		String[] columns = lines.get(0).split(",");
		List<PublishedCell> cells = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] values = line.split(",", -1);
			assertEquals(columns.length, values.length, line);
			Map<String, String> fields = new HashMap<>();
			for (int i = 0; i < columns.length; i++) {
				fields.put(columns[i], values[i]);
			}
			cells.add(new PublishedCell(fields));
		}
		assertEquals(15_625, cells.size());
		return cells;
	}

	String text(String column) {
		return fields.get(column);
	}

	double number(String column) {
		return switch (text(column)) {
		case "-inf" -> Double.NEGATIVE_INFINITY;
		case String value -> Double.parseDouble(value);
		};
	}

	int index() {
		return Integer.parseInt(text("index"));
	}

	String architecture() {
		return text("arch");
	}
}
