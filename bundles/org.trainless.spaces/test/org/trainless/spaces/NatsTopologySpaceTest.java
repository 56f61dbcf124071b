/*
 * Copyright (c) 2026 Trainless contributors
 * SPDX-License-Identifier: EPL-2.0
 */
package org.trainless.spaces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.trainless.api.problem.ProblemException;
import org.trainless.api.space.Cell;
import org.trainless.api.space.Equivalence;
import org.trainless.api.space.Operation;
import org.trainless.api.space.Task;
import org.trainless.testdata.TestData;

/** Against the published table of all 15,625 cells. */
class NatsTopologySpaceTest {
	private final NatsTopologySpace space = new NatsTopologySpace();

	private static List<Map<String, String>> table() throws Exception {
		List<String> lines = Files.readAllLines(TestData.path("nats-tss/nats-tss.csv"));
		String[] header = lines.get(0).split(",");
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] fields = line.split(",", -1);
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < header.length; i++) {
				row.put(header[i], fields[i]);
			}
			rows.add(row);
		}
		assertEquals(15_625, rows.size());
		return rows;
	}

	@Test
	void indicesStringsAndCellsAreTheBenchmarks() throws Exception {
		for (Map<String, String> row : table()) {
			long index = Long.parseLong(row.get("index"));
			Cell cell = space.at(index);
			assertEquals(row.get("arch"), cell.text());
			assertEquals(cell, space.parse(row.get("arch")));
			assertEquals(index, space.indexOf(cell));
			assertEquals(cell, space.decode(space.encode(cell)));
		}
	}

	@Test
	void featuresEqualTheTable() throws Exception {
		Map<String, Operation> counts = Map.of("n_none", Operation.NONE, "n_skip", Operation.SKIP_CONNECT, "n_conv1x1",
				Operation.CONV_1X1, "n_conv3x3", Operation.CONV_3X3, "n_avgpool", Operation.AVG_POOL_3X3);
		Map<String, Task> tasks = Map.of("c10", Task.CIFAR10, "c100", Task.CIFAR100, "in16", Task.IMAGENET16_120);
		for (Map<String, String> row : table()) {
			Cell cell = space.parse(row.get("arch"));
			counts.forEach((column, operation) -> assertEquals(Double.parseDouble(row.get(column)),
					space.feature(cell, operation.id(), Task.CIFAR10)));
			assertEquals(Double.parseDouble(row.get("connected")), space.feature(cell, "connected", Task.CIFAR10));
			assertEquals(Double.parseDouble(row.get("dead_ops")), space.feature(cell, "dead", Task.CIFAR10), cell.text());
			tasks.forEach((suffix, task) -> {
				assertEquals(Double.parseDouble(row.get("params_" + suffix)), space.feature(cell, "params", task));
				assertEquals(Double.parseDouble(row.get("mflops_" + suffix)), space.feature(cell, "mflops", task), 1e-9);
			});
		}
	}

	@Test
	void canonicalStringsEqualTheTable() throws Exception {
		Set<String> distinct = new HashSet<>();
		for (Map<String, String> row : table()) {
			String canonical = CanonicalString.of(space.parse(row.get("arch")));
			assertEquals(row.get("canonical"), canonical);
			distinct.add(canonical);
		}
		assertEquals(6466, distinct.size());
	}

	@Test
	void representativesAreTheLeastAndStandForThemselves() {
		for (Equivalence equivalence : Equivalence.values()) {
			for (int index = 0; index < space.size(); index++) {
				Cell representative = space.representative(space.at(index), equivalence);
				assertTrue(space.indexOf(representative) <= index);
				assertEquals(representative, space.representative(representative, equivalence));
			}
		}
		assertEquals(15_625, space.classCount(Equivalence.IDENTITY));
		assertTrue(space.classCount(Equivalence.LIVE_VALUE_GRAPH) < space.classCount(Equivalence.VALUE_GRAPH_WITH_HOOKS));
	}

	@Test
	void classesWithHooksLieWithinLiveClasses() {
		Map<Cell, Cell> live = new HashMap<>();
		for (int index = 0; index < space.size(); index++) {
			Cell cell = space.at(index);
			Cell hooks = space.representative(cell, Equivalence.VALUE_GRAPH_WITH_HOOKS);
			Cell output = space.representative(cell, Equivalence.LIVE_VALUE_GRAPH);
			assertEquals(live.computeIfAbsent(hooks, h -> output), output);
		}
	}

	@Test
	void alikeCellsAreRecognised() throws Exception {
		Cell throughNode1 = space.parse("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|");
		Cell direct = space.parse("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
		Cell other = space.parse("|none~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|none~2|");
		Cell withDead = space.parse("|none~0|+|nor_conv_1x1~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
		Equivalence hooks = Equivalence.VALUE_GRAPH_WITH_HOOKS;
		assertEquals(space.representative(throughNode1, hooks), space.representative(direct, hooks));
		assertTrue(!space.representative(other, hooks).equals(space.representative(direct, hooks)));
		assertTrue(!space.representative(withDead, hooks).equals(space.representative(direct, hooks)),
				"a dead convolution's ReLU counts");
		assertEquals(space.representative(withDead, Equivalence.LIVE_VALUE_GRAPH),
				space.representative(direct, Equivalence.LIVE_VALUE_GRAPH));
	}

	@Test
	void oneConvolutionUsedTwiceIsNotTwoConvolutions() throws Exception {
		Cell shared = space.parse("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|skip_connect~1|skip_connect~2|");
		Cell two = space.parse("|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_3x3~0|skip_connect~1|none~2|");
		Equivalence live = Equivalence.LIVE_VALUE_GRAPH;
		assertTrue(!space.representative(shared, live).equals(space.representative(two, live)));
	}

	@Test
	void readsNaslibTuples() throws Exception {
		Cell cell = space.parse("(0, 1, 2, 3, 4, 0)");
		assertEquals("|skip_connect~0|+|none~0|nor_conv_1x1~1|+|nor_conv_3x3~0|avg_pool_3x3~1|skip_connect~2|", cell.text());
		assertEquals(cell, space.parse("0,1,2,3,4,0"));
	}

	@Test
	void saysWhereAnArchitectureIsWrong() {
		assertColumn(2, "|nor_conv_5x5~0|+|none~0|none~1|+|none~0|none~1|none~2|");
		assertColumn(15, "|nor_conv_3x3~1|+|none~0|none~1|+|none~0|none~1|none~2|");
		assertColumn(17, "|nor_conv_3x3~0|");
		assertColumn(1, "");
		assertColumn(8, "(0, 1, 7, 3, 4, 0)");
		assertColumn(1, "nonsense");
	}

	private void assertColumn(int column, String text) {
		ProblemException e = assertThrows(ProblemException.class, () -> space.parse(text), text);
		assertEquals(column, e.problems().get(0).position().orElseThrow().column(), e.getMessage());
	}

	@Test
	void depthIsTheLongestPath() throws Exception {
		assertEquals(3, space.feature(space.parse("|skip_connect~0|+|none~0|none~1|+|none~0|none~1|none~2|"
				.replace("none~1|+", "skip_connect~1|+").replace("none~2", "skip_connect~2")), "depth", Task.CIFAR10));
		assertEquals(1, space.feature(space.parse("|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|"), "depth",
				Task.CIFAR10));
		assertEquals(0, space.feature(space.at(1651), "depth", Task.CIFAR10));
	}

	@Test
	void refusesChoicesThatDoNotExist() {
		assertThrows(IllegalArgumentException.class, () -> space.decode(new int[] { 0, 0, 0, 0, 0, 5 }));
		assertThrows(IllegalArgumentException.class, () -> space.decode(new int[] { 0 }));
		assertThrows(IndexOutOfBoundsException.class, () -> space.at(15_625));
		assertArrayEquals(new int[6], space.encode(space.at(1651)));
	}
}
